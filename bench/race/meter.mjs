// Runs a command and says what it cost: wall and processor time in ms, and the most memory in MB.
import { spawnSync } from 'node:child_process';

export function meter([command, ...argv], env = {}) {
  const started = performance.now();
  const run = spawnSync('/usr/bin/time', ['-f', 'METER %U %S %M', command, ...argv], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1e9,
  });
  const wall = performance.now() - started;
  if (run.error) throw run.error;
  const [, user, system, memory] = /METER (\S+) (\S+) (\S+)/.exec(run.stderr) ?? [];
  return {
    wall,
    cpu: 1000 * (Number(user) + Number(system)),
    memory: Number(memory) / 1024,
    status: run.status,
    stdout: run.stdout,
  };
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

export const rounded = (number) => Math.round(number);
