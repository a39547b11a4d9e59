// Pages of several stories from the text generator: how many fit without a person, what they are worth, how long each takes.
// `npm run bench -- pages [COUNT] [SEED]`. Prints a table; ends with 1 when fewer than 95 % fit, one loses a character, or
// one breaks a taboo of severity error.
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { openPackage } from './desk.mjs';
import { generateIssue } from './generate.mjs';
import { makePages } from '../dist/build.js';
import { checkPage } from '../dist/check/page.js';

const [count = '30', first = '1'] = process.argv.slice(3);
const home = join(dirname(fileURLToPath(import.meta.url)), '..');
const { fonts, sourcesOf } = openPackage(home);
const rows = [];
for (let index = 0; index < Number(count); index += 1) {
  const seed = Number(first) + index;
  const layout = index % 2 === 0 ? 'broadsheet-8x13' : 'tabloid-news';
  const text = generateIssue({ seed, layout });
  rows.push(await measure({ seed, layout, text }));
}

const width = [4, 16, 8, 9, 6, 6, 6, 6, 6];
console.log(row(['seed', 'layout', 'stories', 'copy', 'fits', 'score', 'errors', 'warn', 'ms'], width));
for (const each of rows) {
  const { seed, layout, stories, copy, fits, score, errors, warnings, ms } = each;
  console.log(
    row([seed, layout, stories, copy, fits ? 'yes' : 'no', score, errors.length, warnings, ms], width),
  );
  for (const code of errors) console.log(`     ${code}`);
}
const fit = rows.filter(({ fits }) => fits).length;
const lost = rows.filter(({ lost: own }) => own).length;
const taboos = rows.filter(({ errors }) => errors.some((code) => code.startsWith('taboo-'))).length;
const times = rows.map(({ ms }) => ms).sort((a, b) => a - b);
console.log(
  `${fit} of ${rows.length} fit (${Math.round((100 * fit) / rows.length)} %), ${lost} lose characters, ` +
    `${taboos} break a taboo; ms: median ${times[times.length >> 1]}, most ${times.at(-1)}`,
);
process.exitCode = fit >= 0.95 * rows.length && lost === 0 && taboos === 0 ? 0 : 1;

async function measure({ seed, layout, text }) {
  const diagnostics = [];
  const report = (diagnostic) => diagnostics.push(diagnostic);
  const sources = await sourcesOf({ path: `issues/seed-${seed}.yaml`, text });
  const started = performance.now();
  const [made] = makePages(sources, fonts, report);
  const ms = Math.round(performance.now() - started);
  if (!made)
    return {
      seed,
      layout,
      stories: 0,
      copy: 0,
      fits: false,
      score: 0,
      errors: diagnostics.map(codeOf),
      warnings: 0,
      ms,
      lost: false,
    };
  const { page, news } = made;
  checkPage(page, news, report);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(codeOf);
  const { copy, set } = page.characters;
  return {
    seed,
    layout,
    stories: page.stories.length,
    copy,
    fits: !errors.some((code) => /^(overset|short|head-too-long)/.test(code)) && page.regions.every(isFull),
    score: page.fit.find(({ code }) => code === 'fit-places')?.values.score ?? 0,
    errors,
    warnings: diagnostics.length - errors.length,
    ms,
    // What an optional part holds may be left out; the report says so.
    lost:
      set < copy &&
      !page.fit.some(({ code }) => code === 'fit-left-out' || code === 'fit-filler') &&
      !errors.some((code) => code.startsWith('overset')),
  };
}

function codeOf({ code, values }) {
  return `${code} ${values.region ?? values.story ?? ''} ${values.lines ?? ''}`.trim();
}

/** A region is full to within two lines a column. */
function isFull({ over, short, lines, room }) {
  return over.lines === 0 && room - lines <= Math.max(2, short.lines) && short.lines <= 2 * 8;
}

function row(cells, widths) {
  return cells.map((cell, index) => String(cell).padStart(widths[index])).join(' ');
}
