/**
 * Makes the faces of fonts/: fetches open font packages from npm, cuts each face down to the characters of a newspaper
 * in its language, gives it a new family name and writes fonts/SOURCES.md.
 *
 *   node scripts/make-fonts.mjs [folder with packages fetched before]
 *
 * Everything that decides the result stands in the tables below, in character-sets.mjs and in characters.txt; equal input, equal bytes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import subsetFont from 'subset-font';
import { CHARACTER_SETS } from './character-sets.mjs';
import { readTables, renamed, wrapTables } from './sfnt.mjs';

const root = join(import.meta.dirname, '..');

const PACKAGES = {
  serif: noto('noto-serif-sc', '0.4.3', 'PGSong'),
  sans: noto('noto-sans-sc', '0.4.3', 'PGHei'),
  kai: { name: '@fontsource/lxgw-wenkai', version: '5.3.0', licence: 'LICENSE', as: 'OFL-PGKai.txt' },
  serifTC: noto('noto-serif-tc', '0.4.4', 'PGSongTC'),
  sansTC: noto('noto-sans-tc', '0.4.3', 'PGHeiTC'),
  serifJP: noto('noto-serif-jp', '0.4.3', 'PGSongJP'),
  sansJP: noto('noto-sans-jp', '0.4.3', 'PGHeiJP'),
  serifKR: noto('noto-serif-kr', '0.4.3', 'PGSongKR'),
  sansKR: noto('noto-sans-kr', '0.4.3', 'PGHeiKR'),
};

const WENKAI = 'files/lxgw-wenkai-latin-500-normal.woff';

const FACES = [
  face('PG Song', 'Medium', 'serif', '500Medium/NotoSerifSC_500Medium.ttf', 'Noto Serif SC Medium'),
  face('PG Song', 'Black', 'serif', '900Black/NotoSerifSC_900Black.ttf', 'Noto Serif SC Black'),
  face('PG Hei', 'Medium', 'sans', '500Medium/NotoSansSC_500Medium.ttf', 'Noto Sans SC Medium'),
  face('PG Hei', 'Bold', 'sans', '700Bold/NotoSansSC_700Bold.ttf', 'Noto Sans SC Bold'),
  face('PG Kai', 'Regular', 'kai', WENKAI, 'LXGW WenKai'),
  notoFace('PG Song TC', 'Medium', 'serifTC', 'traditional'),
  notoFace('PG Song TC', 'Black', 'serifTC', 'traditional'),
  notoFace('PG Song TC Rare', 'Medium', 'serifTC', 'traditionalRare'),
  notoFace('PG Hei TC', 'Bold', 'sansTC', 'traditional'),
  { ...face('PG Kai TC', 'Regular', 'kai', WENKAI, 'LXGW WenKai'), set: 'traditionalKai' },
  notoFace('PG Song JP', 'Medium', 'serifJP', 'japanese'),
  notoFace('PG Song JP', 'Black', 'serifJP', 'japanese'),
  notoFace('PG Hei JP', 'Bold', 'sansJP', 'japanese'),
  notoFace('PG Song KR', 'Medium', 'serifKR', 'korean'),
  notoFace('PG Song KR', 'Black', 'serifKR', 'koreanHeads'),
  notoFace('PG Hei KR', 'Bold', 'sansKR', 'koreanHeads'),
];

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'pagegen-fonts-'));
mkdirSync(join(root, 'fonts/licences'), { recursive: true });
const packages = Object.fromEntries(Object.entries(PACKAGES).map(([key, one]) => [key, openPackage(one)]));
const rows = [];
for (const one of FACES) rows.push(await makeFace(one));
writeFileSync(join(root, 'fonts/SOURCES.md'), sources(rows));
if (!process.argv[2]) rmSync(folder, { recursive: true });

function noto(name, version, family) {
  return { name: `@expo-google-fonts/${name}`, version, licence: 'LICENSE_FONT', as: `OFL-${family}.txt` };
}

function face(family, style, source, path, original) {
  const file = `${family.replaceAll(' ', '')}-${style}.ttf`;
  return { family, style, source, path, original, file, set: 'simplified' };
}

/** A face of the other languages: beside its characters only the features that the engine may ask for are kept. */
function notoFace(family, style, source, set) {
  const weight = `${{ Medium: 500, Bold: 700, Black: 900 }[style]}${style}`;
  const original = `Noto ${source.startsWith('serif') ? 'Serif' : 'Sans'} ${source.slice(-2)}`;
  const path = `${weight}/${original.replaceAll(' ', '')}_${weight}.ttf`;
  const features = ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'fwid', 'hwid', 'halt', 'palt', 'vert'];
  return { ...face(family, style, source, path, `${original} ${style}`), set, features };
}

async function makeFace(one) {
  const bytes = packages[one.source].get(`package/${one.path}`);
  const whole = one.path.endsWith('.woff') ? wrapTables(readTables(bytes)) : bytes;
  const cut = await subsetFont(whole, CHARACTER_SETS[one.set].characters, {
    ...(one.features && { keepFeatures: one.features }),
    targetFormat: 'truetype',
    noHinting: true,
    dropTables: ['DSIG', 'STAT', 'meta'],
    preserveNameIds: [0, 5, 8, 9, 11, 12, 13, 14],
  });
  const result = renamed(cut, one);
  writeFileSync(join(root, 'fonts', one.file), result);
  console.log(`${one.file}  ${(result.length / 1e6).toFixed(2)} MB`);
  return { ...one, from: sha256(bytes), to: sha256(result), size: result.length };
}

/** The files of a package, fetched unless it lies in the folder; its licence text goes to fonts/licences. */
function openPackage({ name, version, licence, as }) {
  const archive = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  if (!existsSync(archive)) execFileSync('npm', ['pack', `${name}@${version}`, '--silent'], { cwd: folder });
  const files = untar(gunzipSync(readFileSync(archive)));
  writeFileSync(
    join(root, 'fonts/licences', as),
    files.get(`package/${licence}`).toString().replaceAll('\r\n', '\n'),
  );
  return files;
}

function untar(archive) {
  const files = new Map();
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0;) {
    const field = (from, to) => archive.toString('utf8', at + from, at + to).split('\0')[0];
    const size = parseInt(field(124, 136), 8);
    const prefix = field(345, 500);
    files.set(
      prefix ? `${prefix}/${field(0, 100)}` : field(0, 100),
      archive.subarray(at + 512, at + 512 + size),
    );
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

function sources(faces) {
  const row = (one) =>
    `| ${one.file} | ${one.set} | ${one.original} | \`${PACKAGES[one.source].name}@${PACKAGES[one.source].version}\` ${one.path} | \`${one.from}\` | \`${one.to}\` |`;
  const setRow = ([name, { characters, about }]) => `| ${name} | ${about} | ${[...characters].length} |`;
  return `# Sources of the faces

Subsets of open fonts under the SIL Open Font License 1.1 (texts in licences/), renamed as the licence asks.
Hinting, which print does not use, is left out; the faces of zh-Hans keep all layout features. The characters are
listed in scripts/character-sets.mjs and scripts/characters.txt; what a source does not have is left out.

| set | characters | code points |
| --- | --- | --- |
${Object.entries(CHARACTER_SETS).map(setRow).join('\n')}

Made by \`node scripts/make-fonts.mjs\` (subset-font, HarfBuzz); equal input gives equal bytes.

| file | set | made from | package and file | SHA-256 of the source | SHA-256 of the file |
| --- | --- | --- | --- | --- | --- |
${faces.map(row).join('\n')}
`;
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
