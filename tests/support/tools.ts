import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a program of the machine can be run; tests that need it are left out elsewhere. */
export function hasTool(tool: string, version = '--version'): boolean {
  try {
    execFileSync(tool, [version], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs something on a PDF in a folder of its own. */
export function withFile<T>(pdf: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'pagegen-test-'));
  const file = join(folder, 'page.pdf');
  writeFileSync(file, pdf);
  try {
    return use(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a program says of a PDF. */
export function sayOf(pdf: Uint8Array, tool: string, ...options: readonly string[]): string {
  return withFile(pdf, (file) => execFileSync(tool, [...options, file], { maxBuffer: 1e8 }).toString());
}
