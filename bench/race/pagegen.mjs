// One process with pagegen: `node pagegen.mjs ISSUE [ROUNDS]` sets and writes a page again and again with one word changed.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import { makePages } from '../../dist/build.js';
import { writePdf } from '../../dist/output/pdf.js';
import { openPackage } from '../desk.mjs';
import { changed } from './changed.mjs';

const [path, rounds = '5'] = process.argv.slice(2);
const home = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { fonts, sourcesOf } = openPackage(home);
const source = readFileSync(path, 'utf8');
const sources = await sourcesOf({ path, text: source });

const times = [];
for (let round = -1; round < Number(rounds); round += 1) {
  const text = round < 0 ? source : changed(source, round);
  const started = performance.now();
  const made = makePages({ ...sources, issue: { path, text } }, fonts, () => {});
  const set = performance.now();
  const bytes = await writePdf(
    made.map(({ page }) => page),
    fonts,
    { version: '0', pictures: new Map() },
  );
  times.push({ model: set - started, pdf: performance.now() - started, bytes: bytes.length });
}
console.log(JSON.stringify(times));
