// Many different issues in one call:
// `npm run bench -- editions [COUNT]`. Pages a second, and the memory of 8 issues beside that of all of them.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateIssue } from './generate.mjs';
import { meter, rounded } from './race/meter.mjs';

const [count = '64'] = process.argv.slice(3);
const home = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pagegen-editions-'));
mkdirSync(join(folder, 'issues'));
for (const kept of ['ads', 'photos', 'data']) {
  symlinkSync(join(home, 'issues', kept), join(folder, 'issues', kept));
}
const issues = Array.from({ length: Number(count) }, (_, index) => {
  const path = join(folder, 'issues', `${index + 1}.yaml`);
  const layout = index % 2 === 0 ? 'broadsheet-8x13' : 'tabloid-news';
  writeFileSync(path, generateIssue({ seed: index + 1, layout }));
  return path;
});

console.log('| issues | wall s | CPU s | pages a second | MB |\n| --- | --- | --- | --- | --- |');
for (const many of new Set([Math.min(8, issues.length), issues.length])) show(many);
rmSync(folder, { recursive: true });

function show(many) {
  const argv = [join(home, 'bin/pagegen.mjs'), 'build', ...issues.slice(0, many), '-o', join(folder, 'out')];
  const run = meter([process.execPath, ...argv, '--json', '--force']);
  const pages = JSON.parse(run.stdout).outputs.filter(({ kind }) => kind === 'pdf').length;
  const rate = ((1000 * pages) / run.wall).toFixed(2);
  const cells = [many, (run.wall / 1000).toFixed(1), (run.cpu / 1000).toFixed(1), rate, rounded(run.memory)];
  console.log(`| ${cells.join(' | ')} |`);
}
