// Ten photographs of twelve megapixels on one page: facts, then contents cold, then from the store, each in a process of its
// own, with the most memory it took. `npm run bench -- pictures`. Prints JSON.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COUNT = 10;
const [, , , stage, folder] = process.argv;
const dist = new URL('../dist/', import.meta.url);

if (stage) console.log(JSON.stringify(await measure()));
else all();

function all() {
  const at = mkdtempSync(join(tmpdir(), 'pagegen-bench-'));
  const run = (name) => {
    const call = [fileURLToPath(import.meta.url), 'pictures', name, at];
    const { stdout, stderr } = spawnSync(process.execPath, call, { encoding: 'utf8' });
    return stdout ? JSON.parse(stdout) : { stderr };
  };
  run('make');
  const results = Object.fromEntries(['facts', 'cold', 'kept'].map((name) => [name, run(name)]));
  rmSync(at, { recursive: true });
  console.log(JSON.stringify({ node: process.version, pictures: COUNT, ...results }, undefined, 2));
}

async function measure() {
  const files = Array.from({ length: COUNT }, (_, index) => join(folder, `${index}.jpg`));
  if (stage === 'make') return make(files);
  const started = performance.now();
  const known = stage === 'facts' ? await facts(files) : await contents(files);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  return { ms: Math.round(performance.now() - started), memory_mb: memory, ...known };
}

/** Photographs: soft hills with grain, no two alike. */
async function make(files) {
  const { default: sharp } = await import('sharp');
  const [width, height] = [4000, 3000];
  const data = Buffer.alloc(width * height * 3);
  for (const [index, file] of files.entries()) {
    for (let at = 0, pixel = 0; at < data.length; at += 3, pixel += 1) {
      const [x, y] = [(pixel % width) / width, Math.floor(pixel / width) / height];
      const grain = ((pixel * 2654435761) >>> 24) / 16;
      data[at] = 200 * x + grain;
      data[at + 1] = 200 * y + grain;
      data[at + 2] = 110 + 100 * Math.sin(9 * x + 5 * y + index) + grain;
    }
    await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 92 })
      .toFile(file);
  }
  return {};
}

async function facts(files) {
  const { pictureFacts } = await import(new URL('pictures/facts.js', dist));
  for (const file of files) await pictureFacts(readFileSync(file));
  return {};
}

async function contents(files) {
  const { preparePictures } = await import(new URL('pictures/prepare.js', dist));
  const path = fileURLToPath(new URL('../profiles/newsprint.icc', import.meta.url));
  const kept = join(folder, 'kept');
  mkdirSync(kept, { recursive: true });
  const tools = {
    press: { profile: { path, bytes: readFileSync(path) }, most: 240 },
    resolution: { above: 300, to: 250 },
    read: ({ file }) => readFileSync(file),
    store: {
      get: (name) => (existsSync(join(kept, name)) ? readFileSync(join(kept, name)) : undefined),
      put: (name, bytes) => writeFileSync(join(kept, name), bytes),
    },
  };
  const [width, height] = [300, 225];
  const items = files.map((file, index) => {
    const rect = { x: 310 * (index % 2), y: 235 * Math.floor(index / 2), width, height };
    return { kind: 'picture', role: 'picture', file, ...rect, whole: rect };
  });
  const pictures = await preparePictures([{ items }], tools, (one) => console.error(one));
  const bytes = [...pictures.values()].reduce((sum, content) => sum + content.bytes.length, 0);
  return { pictures: pictures.size, kilobytes: Math.round(bytes / 1024) };
}
