import { join } from 'node:path';
import { pruneFolder, readBytes, writeFiles } from '../files.ts';
import type { PictureStore } from '../pictures/kept.ts';
import type { Context } from './io.ts';

/** Most bytes of prepared pictures that are kept: some hundred pages. */
const MOST_BYTES = 500e6;

/**
 * Prepared pictures in the folder for such things of whoever calls; nowhere when the environment names none. That a picture
 * cannot be kept is no problem: it is made again.
 */
export function openStore({ io }: Context): PictureStore | undefined {
  const folder = cacheFolder(io.env);
  if (folder === undefined) return undefined;
  let pruned = false;
  return {
    get: (name) => {
      const reading = readBytes(join(folder, name));
      return reading.kind === 'read' ? reading.content : undefined;
    },
    put: (name, bytes) => {
      if (!pruned) pruneFolder(folder, MOST_BYTES);
      pruned = true;
      writeFiles([{ path: join(folder, name), bytes }]);
    },
  };
}

/** `PAGEGEN_CACHE`, or the place that the system has for what can be made again. */
function cacheFolder(env: Context['io']['env']): string | undefined {
  const { PAGEGEN_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = env;
  if (PAGEGEN_CACHE) return join(PAGEGEN_CACHE, 'pictures');
  const base = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, '.cache'));
  return base ? join(base, 'pagegen', 'pictures') : undefined;
}
