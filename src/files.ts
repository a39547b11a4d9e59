import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, isAbsolute, join, relative } from 'node:path';
import type { SourceFile } from './base/source.ts';

/** A file to be written, whole. */
export interface FileToWrite {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

/** What reading gave: the content, or the system's word for why not (`ENOENT`, `EISDIR`, …). */
export type Reading<T> =
  { readonly kind: 'read'; readonly content: T } | { readonly kind: 'failed'; readonly reason: string };

/** Reads a text as UTF-8, without a byte-order mark and with line ends as `\n`; `shown` is its path in messages. */
export function readSource(path: string, shown: string): Reading<SourceFile> {
  const reading = readBytes(path);
  if (reading.kind === 'failed') return reading;
  return sourceFrom(reading.content, shown);
}

/** A text from bytes; anything but UTF-8 fails with the word `encoding`. */
export function sourceFrom(bytes: Uint8Array, shown: string): Reading<SourceFile> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
    return { kind: 'read', content: { path: shown, text } };
  } catch {
    return { kind: 'failed', reason: 'encoding' };
  }
}

export function readBytes(path: string): Reading<Uint8Array> {
  try {
    return { kind: 'read', content: readFileSync(path) };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

/** The YAML files of a folder by name without ending, in order of name; a folder that is not there has none. */
export function yamlFilesIn(folder: string): ReadonlyMap<string, string> {
  const files = isFolder(folder) ? readdirSync(folder).sort() : [];
  const yaml = files.filter((file) => /\.ya?ml$/.test(file));
  return new Map(yaml.map((file) => [basename(file, extname(file)), join(folder, file)]));
}

/** Folders that hold no copy. */
const NO_COPY = new Set(['node_modules', 'out', 'dist']);

/** Every file below a folder, at most so deep, relative to it and in order of name; hidden and built ones are left out. */
export function filesBelow(folder: string, depth = 4): readonly string[] {
  const entries = isFolder(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const names = entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return names.flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    if (!entry.isDirectory()) return [entry.name];
    if (depth === 0 || NO_COPY.has(entry.name)) return [];
    return filesBelow(join(folder, entry.name), depth - 1).map((name) => join(entry.name, name));
  });
}

export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

export function exists(path: string): boolean {
  return statOf(path) !== undefined;
}

/** Size in bytes and time of the last change of a file; `undefined` for what is no file. */
export function stampOf(path: string): { readonly size: number; readonly modified: number } | undefined {
  const stats = statOf(path);
  return stats?.isFile() ? { size: stats.size, modified: stats.mtimeMs } : undefined;
}

/** `undefined` for what is not there, below a file for instance. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Writes all files or none: each under a temporary name in its own folder first, then renamed. Missing folders are
 * made. Gives the system's word for what went wrong, or `undefined`; then no temporary file is left.
 */
export function writeFiles(files: readonly FileToWrite[]): string | undefined {
  if (files.some(({ path }) => isFolder(path))) return 'EISDIR';
  const temporary: string[] = [];
  try {
    for (const { path, bytes } of files) {
      const name = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
      mkdirSync(dirname(path), { recursive: true });
      temporary.push(name);
      writeFileSync(name, bytes);
    }
    for (const [i, { path }] of files.entries()) renameSync(temporary[i] ?? path, path);
    return undefined;
  } catch (error) {
    for (const path of temporary) rmSync(path, { force: true });
    return reasonOf(error);
  }
}

/** Does something with a folder of its own, which is gone afterwards. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'pagegen-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Deletes the oldest files of a folder until no more than `most` bytes are left; what cannot be deleted stays. */
export function pruneFolder(folder: string, most: number): void {
  const names = isFolder(folder) ? readdirSync(folder).sort() : [];
  const files = names
    .map((name) => ({ path: join(folder, name), stats: statOf(join(folder, name)) }))
    .flatMap(({ path, stats }) => (stats?.isFile() ? [{ path, size: stats.size, time: stats.mtimeMs }] : []))
    .sort((a, b) => a.time - b.time);
  let left = files.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of files) {
    if (left <= most) return;
    rmSync(path, { force: true });
    left -= size;
  }
}

/** A path as people read it: below the current folder relative to it, else as it is. */
export function shownPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  return /^\.\.($|[\\/])/.test(below) || isAbsolute(below) ? path : below;
}

/** The system's name of an error; anything that is no error of the file system is a bug and goes on. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error) {
    return error.code;
  }
  throw error;
}
