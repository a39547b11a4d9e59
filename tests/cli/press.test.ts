import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SAMPLE_ISSUE } from '../../src/cli/sample.ts';
import type { BuildReport } from '../../src/output/report.ts';
import { folderWith, ROOT, run } from './run.ts';

const TABLOID = readFileSync(join(ROOT, 'layouts/tabloid-theme.yaml'), 'utf8');

const ISSUE = SAMPLE_ISSUE.replace('layout: tabloid-theme', 'layout: house');

/** A folder with an issue and a layout of its own that says more. */
function house(more: string, issue = ISSUE): string {
  return folderWith({ 'a.yaml': issue, 'layouts/house.yaml': TABLOID + more });
}

async function built(cwd: string, ...options: readonly string[]) {
  const { code, stdout, stderr } = await run(cwd, ['build', 'a.yaml', '--json', ...options]);
  return { code, stderr, report: JSON.parse(stdout) as BuildReport };
}

const pdfOf = (cwd: string, path = 'out/a.pdf') => readFileSync(join(cwd, path), 'latin1');

describe('the standard', () => {
  test('is PDF/X-4, that of the layout, over it that of the issue, over both --pdfx', async () => {
    const version = async (cwd: string, ...options: readonly string[]) => {
      expect((await built(cwd, ...options)).code).toBe(0);
      return pdfOf(cwd).slice(0, 8);
    };
    expect(await version(house(''))).toBe('%PDF-1.6');
    expect(await version(house('print: {standard: pdf-x1a}\n'))).toBe('%PDF-1.4');
    const asked = `${ISSUE}output: {print: {standard: pdf-x4}}\n`;
    expect(await version(house('print: {standard: pdf-x1a}\n', asked))).toBe('%PDF-1.6');
    expect(await version(house('', asked), '--pdfx', '1a')).toBe('%PDF-1.4');
  });

  test('is 4 or 1a', async () => {
    const { code, stderr } = await run(house(''), ['build', 'a.yaml', '--pdfx', '3']);
    expect(code).toBe(2);
    expect(stderr).toContain('--pdfx 只能是 4 或 1a，不是 3');
    const inherited = await run(house(''), ['build', 'a.yaml', '--pdfx', 'constructor']);
    expect(inherited.code).toBe(2);
  });
});

describe('the profile', () => {
  const line = TABLOID.split('\n').length;

  test.each([
    ['missing', '../our.icc'],
    ['no profile', './house.yaml'],
    ['unknown by name', 'ourpress'],
  ])('%s is an error at its place, in build and in check', async (_, profile) => {
    const cwd = house(`print: {profile: ${profile}}\n`);
    for (const command of ['build', 'check']) {
      const { code, stdout } = await run(cwd, [command, 'a.yaml', '--json']);
      const { diagnostics } = JSON.parse(stdout) as BuildReport;
      expect(code).toBe(1);
      expect(diagnostics).toMatchObject([
        { code: 'bad-profile', path: 'layouts/house.yaml', line, column: 18 },
      ]);
    }
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('of the print shop is read from the folder of the file that names it', async () => {
    const cwd = house('print: {profile: ../press.icc, condition: IFRA26}\n');
    copyFileSync(join(ROOT, 'profiles/newsprint.icc'), join(cwd, 'press.icc'));
    expect((await built(cwd)).code).toBe(0);
    expect(pdfOf(cwd)).toContain('/OutputConditionIdentifier (IFRA26)');
    expect(pdfOf(cwd)).not.toContain('/RegistryName');
  });

  test('of version 4 does not go into PDF/X-1a', async () => {
    const cwd = house('print: {profile: four.icc}\n');
    const four = readFileSync(join(ROOT, 'profiles/newsprint.icc'));
    four[8] = 4;
    writeFileSync(join(cwd, 'layouts/four.icc'), four);
    expect((await built(cwd)).code).toBe(0);
    const { code, report } = await built(cwd, '--pdfx', '1a');
    expect(code).toBe(1);
    expect(report.diagnostics[0]).toMatchObject({ code: 'bad-profile' });
    expect(report.diagnostics[0]?.message).toContain('第 4 版');
  });
});

describe('file names', () => {
  const NAME =
    'output: {name: "CHR_{date:YYYYMMDD}_{section}{page:000}_{colour}{version}.pdf", version: 2}\n';

  test('follow the pattern, in out/ or in the folder of -o; a name that is given goes first', async () => {
    const cwd = house(NAME);
    expect((await built(cwd, '--proof')).report.outputs.map(({ path }) => path)).toEqual([
      'out/CHR_20260506_003_C2.pdf',
      'out/CHR_20260506_003_C2.png',
      'out/CHR_20260506_003_C2.svg',
    ]);
    await built(cwd, '-o', 'press');
    await built(cwd, '-o', 'press/x.pdf');
    expect(readdirSync(join(cwd, 'press')).toSorted()).toEqual(['CHR_20260506_003_C2.pdf', 'x.pdf']);
  });

  test('are never given twice', async () => {
    const cwd = house('output: {name: "CHR_{date}.pdf"}\n');
    writeFileSync(join(cwd, 'b.yaml'), ISSUE);
    const { code, stdout } = await run(cwd, ['build', 'a.yaml', 'b.yaml', '--json']);
    const { diagnostics, outputs } = JSON.parse(stdout) as BuildReport;
    expect(code).toBe(1);
    expect(diagnostics).toMatchObject([{ code: 'name-taken', path: 'layouts/house.yaml' }]);
    expect(diagnostics[0]?.message).toContain('CHR_20260506.pdf 已经给了 a.yaml');
    expect(outputs.map(({ path }) => path)).toEqual(['out/CHR_20260506.pdf']);
  });
});

describe('the job ticket', () => {
  test('lists the PDFs of the call with what the print shop asks', async () => {
    const cwd = house('output: {job: true}\n');
    writeFileSync(join(cwd, 'b.yaml'), ISSUE.replace('page: 3', 'page: 4'));
    const { stdout } = await run(cwd, ['build', 'a.yaml', 'b.yaml', '--json', '--pdfx', '1a']);
    const { outputs } = JSON.parse(stdout) as BuildReport;
    expect(outputs.map(({ path, kind, pages }) => [path, kind, pages])).toEqual([
      ['out/a.pdf', 'pdf', 1],
      ['out/b.pdf', 'pdf', 1],
      ['out/job.json', 'json', 2],
    ]);
    const ticket = JSON.parse(readFileSync(join(cwd, 'out/job.json'), 'utf8'));
    const bytes = readFileSync(join(cwd, 'out/a.pdf'));
    expect(ticket).toMatchObject({ job: 1, producer: 'pagegen 9.9.9' });
    expect(ticket.files).toHaveLength(2);
    expect(ticket.files[0]).toEqual({
      file: 'a.pdf',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      passed: true,
      title: '先问摊主 再动砖瓦',
      date: '2026-05-06',
      version: '1',
      standard: 'PDF/X-1a:2003',
      condition: 'CGATS TR 002',
      pages: [
        {
          page: '3',
          trim_mm: [275, 390],
          bleed_mm: 0,
          media_mm: [275, 390],
          colours: expect.arrayContaining(['C', 'M', 'Y', 'K']),
        },
      ],
    });
  });

  test('is written on demand only, and says when a file was forced', async () => {
    const faulty = ISSUE.replace('theme: blue', 'theme: 茶色');
    const cwd = house('', faulty);
    await built(cwd, '--force');
    expect(readdirSync(join(cwd, 'out'))).toEqual(['a.pdf']);
    await built(cwd, '--force', '--job');
    const ticket = JSON.parse(readFileSync(join(cwd, 'out/job.json'), 'utf8'));
    expect(ticket.files).toMatchObject([{ file: 'a.pdf', passed: false }]);
  });

  test('that cannot be written fails the call', async () => {
    const cwd = house('');
    mkdirSync(join(cwd, 'out/job.json'), { recursive: true });
    const { code, stderr, report } = await built(cwd, '--job');
    expect(code).toBe(2);
    expect(stderr).toContain('写不了 out/job.json');
    expect(report.ok).toBe(false);
    expect(report.outputs.map(({ path }) => path)).toEqual(['out/a.pdf']);
  });
});

test('too much ink keeps a page from press, at the place of its colour', async () => {
  const wine = TABLOID.replace(/^( *red: *\{ *fill: *)[^}]+/m, '$1C60 M100 Y80 K40');
  expect(wine).not.toBe(TABLOID);
  const cwd = folderWith({ 'a.yaml': ISSUE, 'layouts/house.yaml': wine });
  const { code, report } = await built(cwd);
  expect(code).toBe(1);
  const line = wine.split('\n').findIndex((text) => text.includes('Y80 K40')) + 1;
  expect(report.diagnostics).toMatchObject([{ code: 'ink-limit', path: 'layouts/house.yaml', line }]);
  expect(report.diagnostics[0]?.message).toBe('墨太多：C60 M100 Y80 K40 共 280%，上限是 240%');
});

test('a spot ink of the layout prints as one', async () => {
  const red = TABLOID.replace(/^( *red: *\{ *fill: *)[^}]+/m, '$1spot:报头红');
  const cwd = folderWith({ 'a.yaml': ISSUE, 'layouts/house.yaml': `${red}spots: {报头红: M100 Y90}\n` });
  expect((await built(cwd, '--job')).code).toBe(0);
  expect(pdfOf(cwd)).toContain('/Separation');
  const ticket = JSON.parse(readFileSync(join(cwd, 'out/job.json'), 'utf8'));
  expect(ticket.files[0].pages[0].colours).toContain('报头红');
});
