import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writePdf } from '../../../src/output/pdf.ts';
import { openComposer } from '../../../src/typeset/composer.ts';
import { expectPrintable } from '../../support/geometry.ts';
import { trialFront, trialGrey, trialParts } from '../../support/news-trial.ts';
import { projectFonts } from '../../support/project.ts';

/** Where to leave the trial pages for looking at: `TRIAL=out/trial npx vitest run tests/makeup/news/trial.test.ts`. */
const FOLDER = process.env['TRIAL'];

const fonts = projectFonts();
const composer = openComposer(fonts);

test.each([
  ['parts', trialParts],
  ['front', trialFront],
  ['grey', trialGrey],
] as const)('a trial page of %s is written with the shipped faces', async (name, make) => {
  const page = make(composer);
  const pdf = await writePdf([page], fonts, { version: '0' });
  expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-');
  expect(structuredClone(page)).toEqual(page);
  expectPrintable(page.items);
  if (!FOLDER) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.pdf`), pdf);
});
