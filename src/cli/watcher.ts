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
}

/** Milliseconds without news after which a save counts as finished: editors write in several steps. */
const QUIET = 12;

/** Milliseconds that an emptied file is waited for: it is about to be written. */
const EMPTIED = 120;

/** Files larger than this are told apart by size and time alone. */
const LARGE = 4e6;

/**
 * Notices changes of files by content, in whatever way they are saved. Folders are watched, not files, so that a file that is
 * replaced by another of its name stays in sight.
 */
export function watchFiles(stop: AbortSignal | undefined): Watcher {
  const contents = new Map<string, string>();
  const touched = new Set<string>();
  let wake: () => void = () => {};
  const notice = (path: string) => {
    if (!contents.has(path)) return;
    touched.add(path);
    wake();
  };
  const ignored = (path: string) => !contents.has(path) && !isFolder(path);
  const watcher = watch([], { ignoreInitial: true, depth: 0, ignored, atomic: 40 });
  watcher.on('add', notice).on('change', notice).on('unlink', notice);
  // What was saved while the watcher got ready.
  watcher.on('ready', () => [...contents.keys()].forEach(notice));
  stop?.addEventListener('abort', () => wake());
  const follow = (paths: Iterable<string>) => {
    const fresh = [...new Set(paths)].filter((path) => !contents.has(path));
    for (const path of fresh) contents.set(path, contentOf(path));
    const folders = [...new Set(fresh.map((path) => dirname(path)))].filter(isFolder);
    watcher.add([...folders, ...fresh]);
  };
  const changes = async function* () {
    for (;;) {
      if (stop?.aborted) break;
      if (touched.size === 0) await new Promise<void>((done) => (wake = done));
      await settled(touched);
      const changed = [...touched].filter((path) => contents.get(path) !== contentOf(path));
      touched.clear();
      for (const path of changed) contents.set(path, contentOf(path));
      if (changed.length > 0) yield new Set(changed);
    }
    await watcher.close();
  };
  return { follow, changes: changes() };
}

/** Waits until no more files are touched, and those that were emptied are written. */
async function settled(touched: ReadonlySet<string>): Promise<void> {
  for (let before = -1; before !== touched.size; await wait(QUIET)) before = touched.size;
  const isEmptied = () => [...touched].some((path) => stampOf(path)?.size === 0);
  for (let waited = 0; waited < EMPTIED && isEmptied(); waited += QUIET) await wait(QUIET);
}

/** Stands for the content of a file; empty for one that is not there. */
function contentOf(path: string): string {
  const stamp = stampOf(path);
  if (!stamp) return '';
  if (stamp.size > LARGE) return `${stamp.size} ${stamp.modified}`;
  const reading = readBytes(path);
  return reading.kind === 'read' ? createHash('sha1').update(reading.content).digest('hex') : '';
}
