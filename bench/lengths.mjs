// What a page costs by the length of its copy, on paper that grows with it: `npm run bench -- lengths [RUNS]`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { median, meter, rounded } from './race/meter.mjs';

const [runs = '3'] = process.argv.slice(3);
const home = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pagegen-lengths-'));
const sample = parse(readFileSync(join(home, 'issues/harbour.yaml'), 'utf8'));
const design = parse(readFileSync(join(home, 'layouts/broadsheet-8x13.yaml'), 'utf8'));

console.log(
  '| characters | CPU ms | of it setting and make-up | ms for 1,000 characters | written |\n| --- | --- | --- | --- | --- |',
);
for (const wanted of [2000, 4000, 8000, 16_000, 32_000]) measure(wanted);
rmSync(folder, { recursive: true });

function measure(wanted) {
  const share = Math.sqrt(wanted / 8000);
  const issue = join(folder, `${wanted}.yaml`);
  const layout = join(folder, `paper-${wanted}.yaml`);
  writeFileSync(layout, stringify(grown(design, share)));
  writeFileSync(issue, stringify({ ...sample, layout: `./paper-${wanted}.yaml`, blocks: blocksOf(wanted) }));
  const argv = [join(home, 'bin/pagegen.mjs'), 'build', issue, '-o', folder, '--json', '--force'];
  const built = Array.from({ length: Number(runs) }, () => meter([process.execPath, ...argv]));
  const cpu = median(built.map((one) => one.cpu));
  const reports = built.map(({ stdout }) => JSON.parse(stdout));
  const pages = median(reports.map(({ timings }) => timings.pages_ms ?? NaN));
  const written = reports.every(({ outputs }) => outputs.length > 0) ? 'yes' : 'no';
  console.log(
    `| ${wanted} | ${rounded(cpu)} | ${rounded(pages)} wall | ${rounded((1000 * cpu) / wanted)} | ${written} |`,
  );
}

/** The same paper, more or less of it: columns and lines grow alike. */
function grown({ page, grid, ...paper }, share) {
  const trim = page.trim.map((length) => `${Math.ceil(parseFloat(length) * share) + 10}mm`);
  const height = `${Math.round(parseFloat(page.type_area.height) * share)}L`;
  return {
    ...paper,
    page: { ...page, trim, type_area: { ...page.type_area, height } },
    grid: { ...grid, columns: Math.round(grid.columns * share) },
  };
}

function blocksOf(wanted) {
  const blocks = [];
  let length = 0;
  for (let index = 0; length < wanted; index += 1) {
    const block = sample.blocks[index % sample.blocks.length];
    const text = block.text.slice(0, wanted - length);
    blocks.push({ ...block, text });
    length += text.replace(/\s/g, '').length;
    if (text.length < block.text.length) break;
  }
  return blocks;
}
