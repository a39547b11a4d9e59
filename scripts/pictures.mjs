/**
 * Renews the pictures of the papers: builds the sample issues with the tool itself, draws the PDFs small and writes
 * docs/*.png. `npm run pictures`. Equal pages give equal pictures.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { renderPages } from '../dist/output/pdfium.js';

/** File in docs/, issue, layout (the issue's own where none is named), width in pixels. */
const PICTURES = [
  { file: 'wetland.png', issue: 'wetland', width: 900 },
  { file: 'wetland-small.png', issue: 'wetland', width: 420 },
  { file: 'night-market.png', issue: 'night-market', width: 420 },
  { file: 'harbour.png', issue: 'harbour', width: 420 },
  { file: 'news-page.png', issue: 'ferry-city', width: 900 },
];

const LIMIT = 250 * 1024;

/** Levels of a channel: grey edges of letters stay smooth, and a page of text needs few colours. */
const STEP = 17;

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'pagegen-pictures-'));
for (const { file, issue, layout, width } of PICTURES) {
  const pdf = readFileSync(build(issue, layout));
  const picture = await encodePng(await drawn(pdf, width));
  if (picture.length > LIMIT) throw new Error(`docs/${file} has ${picture.length} bytes, more than ${LIMIT}`);
  writeFileSync(join(root, 'docs', file), picture);
  console.log(`docs/${file}: ${Math.round(picture.length / 1024)} KB`);
}
rmSync(folder, { recursive: true });

function build(issue, layout) {
  const path = join(folder, `${issue}.pdf`);
  const named = layout === undefined ? [] : ['--layout', layout];
  const call = ['bin/pagegen.mjs', 'build', `issues/${issue}.yaml`, '-o', path, ...named];
  execFileSync(process.execPath, call, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return path;
}

/** The first page of a PDF, about so many pixels wide. */
async function drawn(pdf, width) {
  const [trial] = await renderPages(pdf, 20);
  const [page] = await renderPages(pdf, (20 * width) / trial.width);
  return page;
}

/** A PNG with a palette, about a quarter of the true-colour one. */
function encodePng({ width, height, pixels }) {
  const levels = pixels.map((value) => Math.round(value / STEP) * STEP);
  return sharp(levels, { raw: { width, height, channels: 3 } })
    .png({ palette: true, dither: 0, compressionLevel: 9, effort: 10 })
    .toBuffer();
}
