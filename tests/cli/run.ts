import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { main } from '../../src/cli.ts';
import type { Io } from '../../src/cli/io.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One call of pagegen in this process, in Chinese unless the arguments or `io` say otherwise. */
export async function run(
  cwd: string,
  argv: readonly string[],
  io: Partial<Io> & { input?: string } = {},
): Promise<Run> {
  let stdout = '';
  let stderr = '';
  let ticks = 0;
  const world: Io = {
    cwd,
    env: {},
    terminal: false,
    stdin: async () => Buffer.from(io.input ?? ''),
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    clock: () => ticks++,
    ...io,
  };
  const code = await main(argv, world, { version: '9.9.9', folder: ROOT });
  return { code, stdout, stderr };
}

/** A new folder with files by relative path. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'pagegen-test-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
