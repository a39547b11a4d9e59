// What the benchmarks share: fonts, layouts and papers of the package, and the sizes of the sample pictures.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { openDesk } from '../dist/cli/desk.js';

export function readFontsAndLayouts(home) {
  const { desk, diagnostics } = openDesk({ home, io: { cwd: home } });
  if (!desk || diagnostics.length > 0) throw new Error('the desk has no fonts');
  return { ...desk, picturesOf };
}

const known = new Map();

async function picturesOf(text, folder) {
  const pictures = new Map();
  for (const [, file] of text.matchAll(/file:\s*([^\s,}]+)/g)) {
    const path = join(folder, file);
    if (!known.has(path)) known.set(path, await factsOf(path));
    pictures.set(file, known.get(path));
  }
  return pictures;
}

async function factsOf(path) {
  if (!existsSync(path)) return { kind: 'missing' };
  if (path.endsWith('.pdf')) {
    const box = /MediaBox\s*\[([^\]]+)\]/.exec(readFileSync(path, 'latin1'))?.[1] ?? '0 0 100 100';
    const [, , width, height] = box.trim().split(/\s+/).map(Number);
    return { kind: 'pdf', width, height };
  }
  const { width, height, orientation = 1 } = await sharp(path).metadata();
  return orientation >= 5
    ? { kind: 'raster', width: height, height: width }
    : { kind: 'raster', width, height };
}
