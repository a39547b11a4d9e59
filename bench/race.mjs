// The same copy on a page of the same size in pagegen and in other typesetters, where they are installed:
// `npm install --prefix bench`, then `npm run bench -- race [RUNS]`. Cold processes in turns, medians and ratios to Typst;
// then changed words in one process. Prints a Markdown table. The others set one plain page of columns that no one has
// fitted: they do less.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyOf, htmlOf, typstOf } from './race/copy.mjs';
import { median, meter, rounded } from './race/meter.mjs';

const [runs = '5'] = process.argv.slice(3);
const home = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => join(home, path);
const folder = mkdtempSync(join(tmpdir(), 'pagegen-race-'));
const typst = existsSync(at('bench/node_modules/@myriaddreamin/typst-ts-node-compiler'));
const chromium = ['chromium', 'chromium-browser', 'google-chrome'].map(installed).find(Boolean);

console.log(
  '| page | typesetter | wall ms | CPU ms | MB | KB of PDF |\n| --- | --- | --- | --- | --- | --- |',
);
for (const name of ['harbour', 'wetland', 'night-market']) race(name);
console.log('\n| page | typesetter | one word changed: page ms | PDF ms |\n| --- | --- | --- | --- |');
for (const name of ['harbour', 'wetland', 'night-market']) again(name);
rmSync(folder, { recursive: true });

function race(name) {
  const entries = entriesOf(name);
  const results = entries.map(() => []);
  for (let run = 0; run < Number(runs); run += 1) {
    for (const [i, { argv }] of entries.entries()) results[i].push(meter(argv));
  }
  const medians = results.map((own) => ({
    wall: median(own.map(({ wall }) => wall)),
    cpu: median(own.map(({ cpu }) => cpu)),
    memory: median(own.map(({ memory }) => memory)),
    failed: own.some(({ status }) => status !== 0),
  }));
  const base = medians[entries.findIndex(({ label }) => label === 'Typst')];
  const share = (value, field) =>
    base ? `${rounded(value)} (${(value / base[field]).toFixed(2)})` : `${rounded(value)}`;
  for (const [i, { label, pdf }] of entries.entries()) {
    const { wall, cpu, memory, failed } = medians[i];
    const size = existsSync(pdf) ? rounded(statSync(pdf).size / 1024) : '-';
    const cells = [share(wall, 'wall'), share(cpu, 'cpu'), share(memory, 'memory'), size];
    console.log(`| ${name} | ${label}${failed ? ' (failed)' : ''} | ${cells.join(' | ')} |`);
  }
}

function entriesOf(name) {
  const issue = at(`issues/${name}.yaml`);
  const copy = copyOf(issue);
  const file = (suffix) => join(folder, `${name}${suffix}`);
  writeFileSync(file('.typ'), typstOf(copy));
  writeFileSync(file('.html'), htmlOf(copy, at('fonts')));
  const node = process.execPath;
  const html = `file://${file('.html')}`;
  const browser = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
  const print = [...browser, `--print-to-pdf=${file('-chromium.pdf')}`, html];
  const weasyprint = installed('weasyprint');
  return [
    {
      label: 'pagegen',
      argv: [node, at('bin/pagegen.mjs'), 'build', issue, '-o', file('.pdf')],
      pdf: file('.pdf'),
    },
    typst && {
      label: 'Typst',
      argv: [node, at('bench/race/typst.mjs'), file('.typ'), at('fonts'), file('-typst.pdf')],
      pdf: file('-typst.pdf'),
    },
    chromium && { label: 'Chromium', argv: [chromium, ...print], pdf: file('-chromium.pdf') },
    weasyprint && {
      label: 'WeasyPrint',
      argv: [weasyprint, html, file('-weasyprint.pdf')],
      pdf: file('-weasyprint.pdf'),
    },
  ].filter(Boolean);
}

/** In one process: the page with one word changed, and again with another. */
function again(name) {
  const rounds = '8';
  const own = [process.execPath, at('bench/race/pagegen.mjs'), at(`issues/${name}.yaml`), rounds];
  const file = join(folder, `${name}.typ`);
  const others = [
    process.execPath,
    at('bench/race/typst.mjs'),
    file,
    at('fonts'),
    join(folder, 'again.pdf'),
    rounds,
  ];
  const rows = [['pagegen', own], ...(typst ? [['Typst', others]] : [])];
  for (const [label, argv] of rows) {
    const times = JSON.parse(meter(argv).stdout).slice(-Number(rounds) + 2);
    const middle = (field) => median(times.map((one) => one[field])).toFixed(1);
    console.log(`| ${name} | ${label} | ${middle('model')} | ${middle('pdf')} |`);
  }
}

function installed(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((path) => join(path, command))
    .find((path) => existsSync(path));
}
