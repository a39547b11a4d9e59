// Cold builds of every issue, each in a process of its own: the median of a few runs with the stages that the report
// names. `npm run bench`, or `node bench/bench.mjs RUNS issues/x.yaml …`. Prints JSON. `npm run bench -- lines`: see lines.mjs; likewise
// `pages`, `pictures`, `race` (other typesetters), `editions` (many issues) and `lengths`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

if (['editions', 'lengths', 'lines', 'pages', 'pictures', 'race'].includes(process.argv[2])) {
  await import(`./${process.argv[2]}.mjs`);
  process.exit();
}

const command = new URL('../bin/pagegen.mjs', import.meta.url).pathname;
const [runs = '5', ...named] = process.argv.slice(2);
const isIssue = (file) => file.endsWith('.yaml') && !file.endsWith('.lock.yaml');
const issues = named.length > 0 ? named : readdirSync('issues').map((file) => join('issues', file));
const folder = mkdtempSync(join(tmpdir(), 'pagegen-bench-'));

const results = issues.filter(isIssue).map(measure);
rmSync(folder, { recursive: true });
console.log(
  JSON.stringify({ node: process.version, cpu: cpus()[0]?.model, runs: Number(runs), results }, undefined, 2),
);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

function measure(issue) {
  const builds = Array.from({ length: Number(runs) }, () => build(issue));
  const stages = Object.keys(builds[0]?.timings ?? {});
  const timings = Object.fromEntries(
    stages.map((stage) => [stage, median(builds.map((one) => one.timings[stage]))]),
  );
  return {
    issue,
    ok: builds.every(({ ok }) => ok),
    process_ms: median(builds.map((one) => one.ms)),
    timings,
  };
}

function build(issue) {
  const started = performance.now();
  const { stdout } = spawnSync(process.execPath, [command, 'build', issue, '-o', folder, '--json'], {
    encoding: 'utf8',
  });
  const ms = performance.now() - started;
  const { ok = false, timings = {} } = stdout ? JSON.parse(stdout) : {};
  return { ms, ok, timings };
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10;
}
