/**
 * Makes the pictures of the sample issues, issues/photos/*: invented places, painted by rule. `node scripts/make-photos.mjs`,
 * or with names for some of them: `node scripts/make-photos.mjs ferry quay`. Equal sources and an equal sharp give equal files.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fruit, paddy, tea } from './photos/land.mjs';
import { ferry } from './photos/lake.mjs';
import { library } from './photos/library.mjs';
import { market } from './photos/market.mjs';
import { imageOf } from './photos/paint.mjs';
import { cranes, quay } from './photos/quayside.mjs';
import { rain } from './photos/rain.mjs';
import { routeMap } from './photos/route-map.mjs';
import { bridge, intake } from './photos/waterside.mjs';

const LIMIT = 600 * 1024;
const DENSITY = 300;

const jpeg = (image) => image.withMetadata({ density: DENSITY }).jpeg({ quality: 80, mozjpeg: true });
/** Stored lying on its side, with the note of the camera that it must be turned to the right. */
const sideways = (image) =>
  image.rotate(270).withMetadata({ orientation: 6, density: DENSITY }).jpeg({ quality: 80, mozjpeg: true });
/** Grey of one channel, not so wide as the others: PNG keeps every point of the mist. */
const grey = (image) =>
  image
    .resize(1840)
    .blur(1)
    .greyscale()
    .toColourspace('b-w')
    .png({ compressionLevel: 9, adaptiveFiltering: true });
const webp = (image) => image.webp({ quality: 82, effort: 6 });
const tiff = (image) =>
  image
    .resize(960)
    .blur(0.5)
    .greyscale()
    .toColourspace('b-w')
    .tiff({ compression: 'deflate', predictor: 'horizontal', xres: 12, yres: 12 });

/** One for each format that a desk is handed: JPEG upright and on its side, PNG, WebP, TIFF, SVG. */
const PICTURES = {
  ferry: { file: 'ferry.jpg', scene: ferry, as: jpeg },
  library: { file: 'library.jpg', scene: library, as: jpeg },
  intake: { file: 'intake.jpg', scene: intake, as: jpeg },
  bridge: { file: 'bridge.png', scene: bridge, as: grey },
  paddy: { file: 'paddy.webp', scene: paddy, as: webp },
  market: { file: 'night-market.jpg', scene: market, as: jpeg },
  rain: { file: 'rain-street.jpg', scene: rain, as: sideways },
  fruit: { file: 'fruit.jpg', scene: fruit, as: jpeg },
  cranes: { file: 'cranes.jpg', scene: cranes, as: jpeg },
  tea: { file: 'tea.jpg', scene: tea, as: jpeg },
  quay: { file: 'old-quay.tif', scene: quay, as: tiff },
};

const folder = join(import.meta.dirname, '..', 'issues', 'photos');
mkdirSync(folder, { recursive: true });
const wanted = process.argv.slice(2);
for (const [name, { file, scene, as }] of Object.entries(PICTURES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  save(file, await as(imageOf(await scene())).toBuffer());
}
if (wanted.length === 0 || wanted.includes('route-map')) save('route-map.svg', Buffer.from(routeMap()));

function save(file, bytes) {
  if (bytes.length > LIMIT) throw new Error(`${file} has ${bytes.length} bytes, more than ${LIMIT}`);
  writeFileSync(join(folder, file), bytes);
  console.log(`issues/photos/${file}: ${Math.round(bytes.length / 1024)} KB`);
}
