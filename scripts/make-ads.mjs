/**
 * Makes the advertisements of the sample issues, issues/ads/*, and the drawn logo of the paper, for invented brands.
 * `node scripts/make-ads.mjs`. The PDFs carry four inks and their faces, as an agency sends them.
 */
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import PdfDocument from 'pdfkit';
import sharp from 'sharp';
import { bicycle } from './ads/bicycle.mjs';
import { logo } from './ads/logo.mjs';
import { SIZE as SPRING, spring } from './ads/spring.mjs';
import { SIZE as TEA, tea } from './ads/tea.mjs';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'issues', 'ads');
/** A fixed day, so that equal sources give equal files. */
const MADE = new Date(Date.UTC(2026, 2, 1));

mkdirSync(folder, { recursive: true });
await savePdf('spring.pdf', { size: SPRING, title: '澄湖春游联票', drawn: spring });
await savePdf('tea.pdf', { size: TEA, title: '云岫明前茶', drawn: tea });
const picture = sharp(Buffer.from(bicycle())).withMetadata({ density: 224 });
writeFileSync(join(folder, 'bicycle.jpg'), await picture.jpeg({ quality: 88, mozjpeg: true }).toBuffer());
writeFileSync(join(root, 'papers', 'chenghu-daily.svg'), logo());

async function savePdf(file, { size, title, drawn }) {
  const info = { Title: title, Producer: 'make-ads', Creator: 'make-ads', CreationDate: MADE, ModDate: MADE };
  const pdf = new PdfDocument({ size, margin: 0, info, pdfVersion: '1.4' });
  const stream = pdf.pipe(createWriteStream(join(folder, file)));
  drawn(pdf);
  pdf.end();
  await finished(stream);
}
