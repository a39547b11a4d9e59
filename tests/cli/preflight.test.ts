import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesOf, draw, edit, fixture, goodFile, goodOldFile } from '../preflight/sample.ts';
import { readPdf } from '../support/pdf-reader.ts';
import { folderWith, run } from './run.ts';

/** A folder with a file that is fit, one with a warning, one that is not fit, and one that is no PDF. */
function folder(): string {
  const cwd = folderWith({ 'no.pdf': 'hello' });
  const write = (name: string, bytes: Uint8Array) => writeFileSync(join(cwd, name), bytes);
  write('fit.pdf', bytesOf(goodFile()));
  write('old.pdf', bytesOf(goodOldFile()));
  write('turned.pdf', bytesOf(edit(goodFile(), 'page', '/Type', '/Rotate 90 /Type')));
  write('rgb.pdf', fixture('libreoffice.pdf'));
  return cwd;
}

test('exit codes: fit, with a warning, not fit, not readable', async () => {
  const cwd = folder();
  const code = async (...argv: readonly string[]) => (await run(cwd, ['preflight', ...argv])).code;
  expect(await code('fit.pdf', 'old.pdf')).toBe(0);
  expect(await code('turned.pdf')).toBe(0);
  expect(await code('turned.pdf', '--strict')).toBe(1);
  expect(await code('fit.pdf', 'rgb.pdf')).toBe(1);
  expect(await code('rgb.pdf', 'no.pdf')).toBe(2);
  expect(await code('gone.pdf')).toBe(2);
  expect(await code()).toBe(2);
});

test('a file is told in either language, and one that cannot be read goes to stderr', async () => {
  const cwd = folder();
  const chinese = await run(cwd, ['preflight', 'rgb.pdf', 'no.pdf']);
  expect(chinese.stdout).toMatch(/^rgb\.pdf：不合格，4 个错误，0 个警告$/m);
  expect(chinese.stdout).toMatch(
    /^错误\[colour-rgb\] 第 1 页，左 20 上 24\.5 毫米，共 3 处：用了 RGB 颜色（文字）$/m,
  );
  expect(chinese.stderr).toContain('no.pdf');
  expect(chinese.stderr).toContain('不是 PDF');
  const english = await run(cwd, ['preflight', 'fit.pdf', '--lang', 'en']);
  expect(english.stdout).toMatch(/^fit\.pdf: passed, 0 errors, 0 warnings$/m);
  expect(english.stdout).toMatch(/^ {2}passed {2}ink +5 rules$/m);
  expect(english.stderr).toBe('');
});

test('--json is one document, with everything as data', async () => {
  const cwd = folder();
  const { code, stdout } = await run(cwd, ['preflight', 'fit.pdf', 'rgb.pdf', 'no.pdf', '--json']);
  expect(code).toBe(2);
  const { ok, files } = JSON.parse(stdout);
  expect(ok).toBe(false);
  expect(files[0]).toMatchObject({
    path: 'fit.pdf',
    readable: true,
    ok: true,
    standard: { claimed: 'PDF/X-4', judged: 'PDF/X-4' },
    pdf: '1.6',
    condition: 'CGATS TR 002',
    findings: [],
  });
  expect(files[1]).toMatchObject({ ok: false, errors: 4, warnings: 0 });
  expect(files[1].findings.at(-1)).toMatchObject({
    rule: 'colour-rgb',
    severity: 'error',
    page: 1,
    place_mm: { x: 20, y: 24.5 },
    times: 3,
    values: { printed: 'text' },
  });
  expect(files[2]).toEqual({ path: 'no.pdf', readable: false, ok: false, reason: 'not-pdf' });
});

test('--pdfx names the standard', async () => {
  const cwd = folder();
  const claimed = JSON.parse((await run(cwd, ['preflight', 'old.pdf', '--json'])).stdout).files[0];
  expect(claimed.standard).toEqual({ claimed: 'PDF/X-1a:2003', judged: 'PDF/X-1a' });
  const other = await run(cwd, ['preflight', 'fit.pdf', '--pdfx', '1a', '--json']);
  expect(other.code).toBe(1);
  const rules = JSON.parse(other.stdout).files[0].findings.map(({ rule }: { rule: string }) => rule);
  expect(rules).toEqual(['file-version', 'standard-claim']);
  expect((await run(cwd, ['preflight', 'fit.pdf', '--pdfx', '3'])).stderr).toContain('--pdfx 只能是');
  const capital = await run(cwd, ['preflight', 'fit.pdf', '--pdfx', '1A', '--json']);
  expect(capital.stdout).toBe(other.stdout);
  expect((await run(cwd, ['preflight', 'fit.pdf', '--pdfx', 'constructor'])).code).toBe(2);
});

test('--layout wants the size and bleed of a layout', async () => {
  const cwd = folder();
  const { code, stdout } = await run(cwd, ['preflight', 'fit.pdf', '--layout', 'tabloid-theme', '--json']);
  expect(code).toBe(1);
  const [finding] = JSON.parse(stdout).files[0].findings;
  expect(finding.rule).toBe('page-size');
  expect(finding.message).toContain('成品尺寸 98.78 × 70.56 毫米');
  const unknown = await run(cwd, ['preflight', 'fit.pdf', '--layout', 'napkin']);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('napkin');
  const near = await run(cwd, ['preflight', 'fit.pdf', '--layout', 'tabloid-thema']);
  expect(near.stderr).toContain('是不是想写 tabloid-theme？');
});

test('- is standard input', async () => {
  const cwd = folder();
  const { code, stdout } = await run(cwd, ['preflight', '-'], { stdin: async () => bytesOf(goodFile()) });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^-：合格/);
});

test('--report writes a sheet for each file, the same bytes each time', async () => {
  const cwd = folder();
  const argv = ['preflight', 'fit.pdf', 'rgb.pdf', '--report', 'bag/report.pdf'];
  expect((await run(cwd, argv)).code).toBe(1);
  const first = readFileSync(join(cwd, 'bag/report.pdf'));
  const pages = await readPdf(first);
  expect(pages).toHaveLength(2);
  const [fit, rgb] = pages.map(({ text }) => text.replace(/\s/g, ''));
  expect(fit).toContain('印前检查报告');
  expect(fit).toContain('没有发现问题');
  expect(rgb).toContain('不合格，4个错误，0个警告');
  expect(rgb).toContain('colour-rgb');
  expect(rgb).toContain('转成新闻纸的CMYK');
  await run(cwd, argv);
  expect(readFileSync(join(cwd, 'bag/report.pdf')).equals(first)).toBe(true);
  mkdirSync(join(cwd, 'folder.pdf'));
  expect((await run(cwd, ['preflight', 'fit.pdf', '--report', 'folder.pdf'])).code).toBe(2);
});

test('the sheet of many findings says how many did not go on it', async () => {
  const cwd = folder();
  const missing = Array.from({ length: 40 }, (_, i) => `/Gone${i} Do`).join('\n');
  writeFileSync(join(cwd, 'x.pdf'), bytesOf(draw(goodFile(), (content) => `${content}\n${missing}`)));
  await run(cwd, ['preflight', 'x.pdf', '--report', 'r.pdf', '--lang', 'en']);
  const [page] = await readPdf(readFileSync(join(cwd, 'r.pdf')));
  const shown = page!.text.match(/content-resource/g)!.length;
  const left = Number(/(\d+) more; the JSON/.exec(page!.text)![1]);
  expect(shown).toBeGreaterThan(10);
  expect(shown + left).toBe(40);
  const { stdout } = await run(cwd, ['preflight', 'x.pdf', '--lang', 'en']);
  expect(stdout).toMatch(/^20 findings of the same kind not listed$/m);
  const lowest = Math.max(...page!.characters.map(({ y }) => y));
  expect(lowest).toBeLessThan(page!.height);
});
