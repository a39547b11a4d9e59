// How evenly, and how fast, paragraphs are set: `npm run bench -- lines`, or `npm run bench -- lines --json`.
// The text is that of the sample issues in simplified Chinese, in the body face of fonts/, with the setting of the layouts shipped.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFonts } from '../dist/cli/desk.js';
import { DEFAULT_SETTING } from '../dist/model/setting.js';
import { readIssue } from '../dist/read/issue.js';
import { prepareParagraph, setPrepared } from '../dist/typeset/paragraph.js';

const MEASURES = [11, 13, 17, 20, 27, 34, 41];
const SETTING = { ...DEFAULT_SETTING, indent: 2, endTrim: 'force', ellipsisStart: 'avoid' };
const WAYS = {
  'total-fit, elastic marks': SETTING,
  'first-fit, elastic marks': { ...SETTING, breaking: 'first-fit' },
  'total-fit, fixed halves': { ...SETTING, markShrink: 0 },
  'first-fit, fixed halves': { ...SETTING, breaking: 'first-fit', markShrink: 0 },
};
const ROLES = { plain: 'body', strong: 'hei' };
const HAN = /^[\u3400-\u9fff]$/;
const NEVER_FIRST = /^[，。、；：！？）】》〉」』”’·～%‰℃]/;
const NEVER_LAST = /[（【《〈「『“‘]$/;

const home = fileURLToPath(new URL('..', import.meta.url));
const fonts = readFonts({ home, io: { cwd: home } }, () => {});
const texts = readdirSync(join(home, 'issues'))
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.lock.yaml'))
  .flatMap((name) => bodyOf(join(home, 'issues', name)));

const characters = texts.reduce((sum, text) => sum + text.characters.length, 0);
const evenness = Object.entries(WAYS).flatMap(([way, setting]) =>
  MEASURES.map((measure) => ({ way, measure, ...evennessOf(setting, measure) })),
);
const times = [1_000, 10_000, 100_000].map(timeOf);
const result = { node: process.version, characters, evenness, times };
console.log(process.argv.includes('--json') ? JSON.stringify(result, undefined, 2) : tableOf(result));

function bodyOf(path) {
  const issue = readIssue({ path, text: readFileSync(path, 'utf8') }, () => {});
  return issue && (issue.language ?? 'zh-Hans') === 'zh-Hans'
    ? issue.pages.flatMap((page) => page.blocks.flatMap((block) => block.text))
    : [];
}

/** Space at joints of the full lines of the best set, em, and faults that a proofreader would mark. */
function evennessOf(setting, measure) {
  const lines = texts.flatMap((text) => {
    const best = setPrepared(prepareParagraph({ text, roles: ROLES, setting }, fonts), () => measure).reduce(
      (one, other) => (other.cost < one.cost ? other : one),
    );
    return best.lines.map((line, at) => ({ line, text, last: at === best.lines.length - 1 }));
  });
  const full = lines.filter(({ last }) => !last).map(({ line }) => line);
  const joints = full.reduce((sum, line) => sum + line.end - line.start - 1, 0);
  const spaces = full.flatMap(hanSpaces);
  const mean = spaces.reduce((sum, space) => sum + space, 0) / spaces.length;
  const sorted = spaces.map(Math.abs).sort((one, other) => one - other);
  return {
    lines: full.length,
    mean_em: rounded(full.reduce((sum, line) => sum + line.gap * (line.end - line.start - 1), 0) / joints),
    loose_percent: rounded((100 * full.filter(({ gap }) => gap > 0.03).length) / full.length, 2),
    torn_percent: rounded((100 * full.filter(({ gap }) => gap > 0.08).length) / full.length, 2),
    deviation_em: rounded(
      Math.sqrt(spaces.reduce((sum, space) => sum + (space - mean) ** 2, 0) / spaces.length),
    ),
    p99_em: rounded(sorted[Math.floor(0.99 * (sorted.length - 1))]),
    faults: lines.filter(isFaulty).length,
  };
}

/** What is between neighbouring Han beyond nothing, by the places of the glyphs. */
function hanSpaces({ runs }) {
  const glyphs = runs.filter(({ scale }) => scale > 0.5).flatMap((run) => run.glyphs);
  return glyphs.slice(1).flatMap((glyph, at) => {
    const before = glyphs[at];
    return HAN.test(glyph.text) && HAN.test(before.text.trim()) ? [glyph.dx - before.dx - 1] : [];
  });
}

/** A forbidden start or end, a number cut in two, a line over its measure, a last line of one character. */
function isFaulty({ line, text, last }) {
  const words = text.characters.slice(line.start, line.end).trim();
  const before = text.characters[line.start - 1] ?? '';
  const cut = /\d/.test(before) && /^[\d%‰℃]/.test(words);
  const alone = last && line.start > 0 && words.replace(/[\p{P}\s]/gu, '').length < 2;
  const first = line.start > 0 && NEVER_FIRST.test(words);
  return first || (!last && NEVER_LAST.test(words)) || cut || alone || line.over > 0;
}

/** Time to prepare and set so many characters at 13 em in three line counts: as paragraphs, and as one endless paragraph. */
function timeOf(count) {
  const many = repeated(count);
  const one = joined(many);
  return {
    characters: count,
    paragraphs_ms: fastest(() => many.map(setAt13)),
    one_paragraph_ms: fastest(() => setAt13(one)),
  };
}

function setAt13(text) {
  return setPrepared(prepareParagraph({ text, roles: ROLES, setting: SETTING }, fonts), () => 13);
}

function repeated(count) {
  const many = [];
  for (let length = 0, at = 0; length < count; at += 1) {
    const text = texts[at % texts.length];
    many.push(text);
    length += text.characters.length;
  }
  return many;
}

function joined(many) {
  const text = many.map((each) => each.characters).join('');
  const range = { file: { path: '', text }, start: 0, end: text.length };
  return { characters: text, offsets: Array.from(text, (_, at) => at), marks: [], range };
}

function fastest(work) {
  let best = Infinity;
  for (let run = 0; run < 3; run += 1) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
  }
  return Math.round(best);
}

function rounded(value, places = 4) {
  return Number(value.toFixed(places));
}

function tableOf({ evenness: rows, times: runs }) {
  const heads = ['way', 'em', 'lines', 'mean', '> .03 %', '> .08 %', 'deviation', 'p99', 'faults'];
  const body = rows.map((row) => Object.values(row).map(String));
  const clock = [
    ['characters', 'paragraphs, ms', 'one paragraph, ms'],
    ...runs.map((run) => Object.values(run).map(String)),
  ];
  return [
    `${characters} characters of the sample issues; extra space at joints of full lines, em`,
    aligned([heads, ...body]),
    '',
    'time to shape, break and place at 13 em with the variants of one line fewer and more',
    aligned(clock),
  ].join('\n');
}

function aligned(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  '),
    )
    .join('\n');
}
