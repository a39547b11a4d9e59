import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { preflight } from '../../src/preflight/preflight.ts';
import { folderWith, ROOT, run } from '../cli/run.ts';

const ISSUES = [
  ['wetland', '4', 'broadsheet-theme'],
  ['lantern', '4', undefined],
  ['poetry', '1a', undefined],
] as const;

test.each(ISSUES)('issues/%s.yaml as PDF/X-%s is fit for press', async (name, pdfx, layout) => {
  const cwd = folderWith({});
  mkdirSync(join(cwd, 'issues'));
  copyFileSync(join(ROOT, `issues/${name}.yaml`), join(cwd, 'issues/page.yaml'));
  expect((await run(cwd, ['build', 'issues/page.yaml', '--pdfx', pdfx, '-o', 'page.pdf'])).code).toBe(0);
  const result = await preflight(readFileSync(join(cwd, 'page.pdf')));
  expect(result!.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(result).toMatchObject({
    judged: pdfx === '4' ? 'PDF/X-4' : 'PDF/X-1a',
    claimed: expect.stringMatching(pdfx === '4' ? /^PDF\/X-4$/ : /^PDF\/X-1a:2003$/),
    colours: ['cmyk'],
  });
  expect(result!.fonts.length).toBeGreaterThan(2);
  expect(result!.fonts.every(({ embedded, subset }) => embedded && subset)).toBe(true);
  const asked = layout === undefined ? [] : ['--layout', layout];
  expect((await run(cwd, ['preflight', 'page.pdf', ...asked])).code).toBe(0);
});
