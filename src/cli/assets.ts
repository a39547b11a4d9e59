import { join } from 'node:path';
import { readBytes } from '../files.ts';
import type { Asset } from '../preview/server.ts';
import type { Context } from './io.ts';

/** Files of the preview's page by the name under which they are served; the page itself has none. */
const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '': ['page.html', 'text/html; charset=utf-8'],
  'page.css': ['page.css', 'text/css; charset=utf-8'],
  ...Object.fromEntries(
    ['main', 'words', 'store', 'sheet', 'panel', 'places', 'keys', 'thumbnails', 'dom', 'view'].map(
      (name) => [`${name}.js`, [`${name}.js`, 'text/javascript; charset=utf-8'] as const],
    ),
  ),
};

/** The files of the page as they are served; `undefined` when they have not been compiled. */
export function readAssets({ home }: Context): ReadonlyMap<string, Asset> | undefined {
  const assets = new Map<string, Asset>();
  for (const [name, [file, type]] of Object.entries(FILES)) {
    const reading = readBytes(join(home, 'dist', 'preview', 'browser', file));
    if (reading.kind === 'failed') return undefined;
    assets.set(name, { type, bytes: reading.content });
  }
  return assets;
}
