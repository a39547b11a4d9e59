import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.ts';

/** Compiles the command into a package folder of its own, as if installed, and gives its program. */
export function installedAs(name: string): string {
  const folder = join(ROOT, 'node_modules/.cache', `pagegen-${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['layouts', 'papers', 'fonts', 'profiles', 'package.json']) {
    symlinkSync(join(ROOT, part), join(folder, part));
  }
  cpSync(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true });
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const steps = [
    [compiler, '-p', join(ROOT, 'tsconfig.build.json'), '--outDir', join(folder, 'dist')],
    [join(ROOT, 'scripts/bundle.mjs')],
  ];
  for (const step of steps) {
    const { status, stdout, stderr } = spawnSync(process.execPath, step, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(stdout + stderr);
  }
  return join(folder, 'bin/pagegen.mjs');
}
