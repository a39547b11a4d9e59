/**
 * Makes the advertisements of the sample issues, issues/ads/*, and the drawn logo of the paper, for invented brands.
 * `node scripts/make-ads.mjs`. The PDFs carry four inks and their faces, as an agency sends them.
 */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
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
  const chunks = [];
  pdf.on('data', (chunk) => chunks.push(chunk));
  const ended = once(pdf, 'end');
  drawn(pdf);
  pdf.end();
  await ended;
  writeFileSync(join(folder, file), await withFontLengths(Buffer.concat(chunks)));
}

/** pdfkit leaves out the length of a font program, which the format asks for (ISO 32000-1, table 127). */
async function withFontLengths(bytes) {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const program = object instanceof PDFDict && object.get(PDFName.of('FontFile2'));
    const stream = program && pdf.context.lookup(program);
    if (!stream) continue;
    const length = decodePDFRawStream(stream).decode().length;
    stream.dict.set(PDFName.of('Length1'), pdf.context.obj(length));
  }
  return pdf.save({ useObjectStreams: false });
}
