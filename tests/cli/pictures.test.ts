import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, cmyk } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { bytesOf, hills } from '../pictures/files.ts';
import { folderWith, run } from './run.ts';

const TEXT = '湖面上的雾散得很慢，渡船的汽笛先到了岸边。摆渡的人说，这样的早晨一年里也没有几回。';

/** An issue of one story with a picture and an advertisement, in a folder with their files. */
async function desk(change: Readonly<Record<string, Uint8Array>> = {}, size = '8c x 24L'): Promise<string> {
  const body = Array.from({ length: 30 }, () => `      ${TEXT.repeat(4)}\n`).join('\n');
  const folder = folderWith({
    'issues/a.yaml':
      'layout: broadsheet-8x13\ndate: 2026-03-18\npage: 2\narticles:\n' +
      '  - headline: {main: 雾里的渡口}\n    images: {file: photos/lake.jpg, alt: 湖, cols: 4}\n' +
      `    body: |\n${body}` +
      `ads:\n  - {file: ads/tea.pdf, size: ${size}, alt: 茶}\n`,
  });
  const document = await PDFDocument.create();
  document
    .addPage([985, 270])
    .drawRectangle({ x: 0, y: 0, width: 985, height: 270, color: cmyk(0.4, 0, 0.6, 0) });
  const files = {
    'photos/lake.jpg': await bytesOf(hills(1500, 1000).jpeg()),
    'ads/tea.pdf': await document.save(),
  };
  for (const [path, bytes] of Object.entries({ ...files, ...change })) {
    mkdirSync(join(folder, 'issues', path, '..'), { recursive: true });
    writeFileSync(join(folder, 'issues', path), bytes);
  }
  return folder;
}

interface Found {
  readonly severity: string;
  readonly code: string;
  readonly line: number;
  readonly message: string;
}

async function build(
  folder: string,
  argv: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) {
  const { stdout } = await run(folder, ['build', 'issues/a.yaml', '--force', '--json', ...argv], { env });
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Found[] };
  const about = diagnostics.filter(({ message }) => /lake|tea/.test(message));
  return {
    pdf: readFileSync(join(folder, 'out/a.pdf')),
    found: about.map(({ severity, code }) => `${severity} ${code}`),
    about,
  };
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('pagegen build with pictures', () => {
  test('writes picture and advertisement; paths start from the issue', async () => {
    const { pdf, about } = await build(await desk());
    expect(about).toEqual([]);
    expect(latin(pdf)).toContain('/DCTDecode');
    expect(latin(pdf)).toMatch(/\/Subtype \/Form/);
    expect(latin(pdf)).not.toContain('DeviceRGB');
  });

  test('one that is not there and one that is cut off', async () => {
    const whole = await bytesOf(hills(300, 200).jpeg());
    const folder = await desk({ 'photos/lake.jpg': whole.subarray(0, 900), 'ads/tea.pdf': new Uint8Array() });
    const { about } = await build(folder);
    expect(about.map(({ severity, code, line }) => [severity, code, line])).toEqual([
      ['error', 'broken-picture', 6],
      ['error', 'broken-picture', expect.any(Number)],
    ]);
    expect(about[0]?.message).toContain('只传了一部分');
    expect(about[1]?.message).toContain('是空的');
    const { stdout } = await run(folder, ['check', 'issues/a.yaml', '--json']);
    expect(stdout).toContain('broken-picture');
  });

  test('too few pixels, and an advertisement of another shape', async () => {
    const small = await bytesOf(hills(500, 333).jpeg());
    expect((await build(await desk({ 'photos/lake.jpg': small }))).found).toEqual(['error low-resolution']);
    const { found, about } = await build(await desk({}, '8c x 30L'));
    expect(found).toEqual(['warning advert-shape']);
    expect(about[0]?.message).toMatch(/差 2\d%/);
  });

  test('equal bytes, from the store and without it', async () => {
    const folder = await desk();
    const env = { PAGEGEN_CACHE: join(folder, 'cache') };
    const cold = await build(folder, [], env);
    expect(readdirSync(join(folder, 'cache/pictures'))).toHaveLength(1);
    const warm = await build(folder, [], env);
    const anew = await build(folder, ['--no-cache'], { PAGEGEN_CACHE: join(folder, 'other') });
    expect(existsSync(join(folder, 'other'))).toBe(false);
    expect(cold.pdf.equals(warm.pdf)).toBe(true);
    expect(cold.pdf.equals(anew.pdf)).toBe(true);
  });

  test('a store that cannot be written does not matter', async () => {
    const folder = await desk({ blocked: new Uint8Array([1]) });
    const { found } = await build(folder, [], { PAGEGEN_CACHE: join(folder, 'issues/blocked') });
    expect(found).toEqual([]);
  });
});
