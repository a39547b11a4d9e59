import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { watch } from 'chokidar';
import { isFolder, readBytes, stampOf } from '../files.ts';

export interface Watcher {
  /** Watches these files too; ones that do not exist yet are noticed when they appear. Absolute paths. */
  follow(paths: Iterable<string>): void;
  /** Files whose content has changed, whenever some have; ends when the watcher is stopped. */
  readonly changes: AsyncIterable<ReadonlySet<string>>;
  /** For a call that ends before it has waited for any change. */
  close(): Promise<void>;
}

/** Milliseconds without news after which a save counts as finished: editors write in several steps. */
const QUIET = 12;

/** Milliseconds that an emptied file is waited for: it is about to be written. */
const EMPTIED = 120;

/** Milliseconds after which files are looked at without news: network drives tell nothing, and news may be lost. */
const ROUND = 1000;

/** Files larger than this are told apart by size and time alone. */
const LARGE = 4e6;

/**
 * Notices changes of files by content, in whatever way they are saved. Folders are watched, not files, so that a file that is
 * replaced by another of its name stays in sight.
 */
export function watchFiles(stop: AbortSignal | undefined): Watcher {
  const known = new Map<string, KnownFile>();
  const touched = new Set<string>();
  let wake: () => void = () => {};
  const notice = (path: string) => {
    if (!known.has(path)) return;
    touched.add(path);
    wake();
  };
  const ignored = (path: string) => !known.has(path) && !isFolder(path);
  const watcher = watch([], { ignoreInitial: true, depth: 0, ignored, atomic: 40 });
  watcher.on('add', notice).on('change', notice).on('unlink', notice);
  stop?.addEventListener('abort', () => wake());
  const follow = (paths: Iterable<string>) => {
    const fresh = [...new Set(paths)].filter((path) => !known.has(path));
    for (const path of fresh) known.set(path, knownNow(path));
    const folders = [...new Set(fresh.map((path) => dirname(path)))].filter(isFolder);
    watcher.add([...folders, ...fresh]);
  };
  const changes = async function* () {
    for (;;) {
      if (stop?.aborted) break;
      const news = new Promise<void>((done) => (wake = done));
      if (touched.size === 0) await Promise.race([news, wait(ROUND, undefined, { ref: false })]);
      for (const [path, { stamp }] of known) if (stampText(path) !== stamp) touched.add(path);
      if (touched.size === 0) continue;
      await settled(touched);
      const changed = takeChanged(known, touched);
      if (changed.size > 0) yield changed;
    }
    await watcher.close();
  };
  return { follow, changes: changes(), close: () => watcher.close() };
}

/** What a file was when it was last looked at. */
interface KnownFile {
  readonly stamp: string;
  readonly content: string;
}

function knownNow(path: string): KnownFile {
  return { stamp: stampText(path), content: contentOf(path) };
}

/** The touched files whose content is another than before; what they are now is what is known of them. */
function takeChanged(known: Map<string, KnownFile>, touched: Set<string>): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const path of touched) {
    const now = knownNow(path);
    if (known.get(path)?.content !== now.content) changed.add(path);
    known.set(path, now);
  }
  touched.clear();
  return changed;
}

/** Waits until no more files are touched, and those that were emptied are written. */
async function settled(touched: ReadonlySet<string>): Promise<void> {
  for (let before = -1; before !== touched.size; await wait(QUIET)) before = touched.size;
  const isEmptied = () => [...touched].some((path) => stampOf(path)?.size === 0);
  for (let waited = 0; waited < EMPTIED && isEmptied(); waited += QUIET) await wait(QUIET);
}

function stampText(path: string): string {
  const stamp = stampOf(path);
  return stamp ? `${stamp.size} ${stamp.modified}` : '';
}

/** Stands for the content of a file; empty for one that is not there. */
function contentOf(path: string): string {
  const stamp = stampOf(path);
  if (!stamp) return '';
  if (stamp.size > LARGE) return stampText(path);
  const reading = readBytes(path);
  return reading.kind === 'read' ? createHash('sha1').update(reading.content).digest('hex') : '';
}
