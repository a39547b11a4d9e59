import { describe, expect, test } from 'vitest';
import { buildPages } from '../../src/build.ts';
import type { GlyphRun, Page } from '../../src/model/page.ts';
import { writePdf } from '../../src/output/pdf.ts';
import { readPdf } from '../support/pdf-reader.ts';
import { LAYOUTS, buildIssue, projectFonts, sample } from '../support/project.ts';

const fonts = projectFonts();

function builtPage(): Page {
  const [built] = buildPages({ issue: sample('poetry'), layouts: LAYOUTS }, fonts, ({ code }) => {
    throw new Error(code);
  });
  if (!built) throw new Error('no page');
  return built;
}

const page = builtPage();
const upright = page.items.filter(
  (item): item is GlyphRun => item.kind === 'glyphs' && item.stance !== undefined,
);

async function read(items: Page['items']) {
  const [first] = await readPdf(await writePdf([{ ...page, items }], fonts, { version: '0.0.0' }));
  if (!first) throw new Error('no page');
  return first;
}

/** Origin of each glyph; the text of a glyph may be several characters. */
function placesOf(
  run: GlyphRun,
): readonly { readonly text: string; readonly x: number; readonly y: number }[] {
  return run.glyphs.map(({ text, dx, dy = 0 }) =>
    run.stance === 'turned' ? { text, x: run.x, y: run.y + dx } : { text, x: run.x + dx, y: run.y + dy },
  );
}

describe('lines that run down', () => {
  test('every glyph is read back at its place', async () => {
    const { characters } = await read(upright);
    const placed = upright.flatMap(placesOf);
    expect(characters.map(({ text }) => text).join('')).toBe(placed.map(({ text }) => text).join(''));
    let at = 0;
    for (const { text, x, y } of placed) {
      const character = characters[at]!;
      expect(Math.hypot(character.x - x, character.y - y), text).toBeLessThan(0.02);
      at += text.length;
    }
    expect(at).toBeGreaterThan(200);
  });

  test('are read as whole lines, headings first, from right to left', async () => {
    const { text } = await read(page.items);
    const lines = text.split(/[\r\n]+/);
    const from = lines.indexOf('阿禾：');
    expect(lines.slice(from, from + 2)).toEqual([
      '阿禾：',
      expect.stringMatching(/^见字如面。你走后河涨过两回，第23级石阶/),
    ]);
    const solid = text.replace(/\s/gu, '');
    expect(solid).toContain('“我的镇子”征文选登河水认得回家的人苔川镇临苔河而建');
    expect(solid).toContain(
      '水是来认门的，认完就走。”我问她，走远的人会不会也回来认门。她笑我：“‘会’字怎么写',
    );
    expect(solid).toContain('写在2009年的旧日历背面——人在上，云在下');
  });
});

describe('what stands beside characters', () => {
  const copy = '他说"{台北|ㄊㄞˊ ㄅㄟˇ}{的|˙ㄉㄜ}{张三|_}读{史记|~}"，夜里水声很大，灯还亮着，人都没有睡。';
  const written = '他说"台北ㄊㄞˊㄅㄟˇ的˙ㄉㄜ张三读史记"，夜里水声很大，灯还亮着，人都没有睡。';

  test.each(['horizontal', 'vertical'])('is read in order, as it was typed: %s', async (direction) => {
    const text = `headline: 题\nblocks:\n  - direction: ${direction}\n    text: |\n      ${copy}\n`;
    const { page: built } = buildIssue({ path: 'beside.yaml', text });
    if (!built) throw new Error('no page');
    const [first] = await readPdf(await writePdf([built], fonts, { version: '0.0.0' }));
    expect(first!.text.replace(/\s/gu, '')).toContain(written);
    const lines = built.items.filter((item) => item.role === 'decoration' && 'fill' in item);
    expect(lines.filter(({ kind }) => kind === 'wave')).toHaveLength(1);
    expect(built.characters.set).toBe(built.characters.copy);
  });
});
