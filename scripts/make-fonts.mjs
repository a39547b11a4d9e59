/**
 * Makes the five faces of fonts/: fetches three open font packages from npm, cuts each face down to the characters of
 * a newspaper, gives it a new family name and writes fonts/SOURCES.md.
 *
 *   node scripts/make-fonts.mjs [folder with packages fetched before]
 *
 * Everything that decides the result stands in the tables below and in characters.txt; equal input, equal bytes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import subsetFont from 'subset-font';
import { readTables, renamed, wrapTables } from './sfnt.mjs';

const root = join(import.meta.dirname, '..');

const PACKAGES = {
  serif: {
    name: '@expo-google-fonts/noto-serif-sc',
    version: '0.4.3',
    licence: 'LICENSE_FONT',
    as: 'OFL-PGSong.txt',
  },
  sans: {
    name: '@expo-google-fonts/noto-sans-sc',
    version: '0.4.3',
    licence: 'LICENSE_FONT',
    as: 'OFL-PGHei.txt',
  },
  kai: { name: '@fontsource/lxgw-wenkai', version: '5.3.0', licence: 'LICENSE', as: 'OFL-PGKai.txt' },
};

const FACES = [
  face('PG Song', 'Medium', 'serif', '500Medium/NotoSerifSC_500Medium.ttf', 'Noto Serif SC Medium'),
  face('PG Song', 'Black', 'serif', '900Black/NotoSerifSC_900Black.ttf', 'Noto Serif SC Black'),
  face('PG Hei', 'Medium', 'sans', '500Medium/NotoSansSC_500Medium.ttf', 'Noto Sans SC Medium'),
  face('PG Hei', 'Bold', 'sans', '700Bold/NotoSansSC_700Bold.ttf', 'Noto Sans SC Bold'),
  face('PG Kai', 'Regular', 'kai', 'files/lxgw-wenkai-latin-500-normal.woff', 'LXGW WenKai'),
];

/** Signs of a newspaper beside the Han characters; first and last code point of each range. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f], // Latin with accents
  [0x1cd, 0x1dc],
  [0x1f8, 0x1f9],
  [0x251, 0x251],
  [0x261, 0x261],
  [0x1e3e, 0x1e3f], // pinyin vowels with tones, ɑ, ɡ, ǹ, ḿ
  [0x2c6, 0x2dd],
  [0x391, 0x3c9],
  [0x401, 0x451], // tone marks, Greek, Cyrillic
  [0x2010, 0x203e],
  [0x2044, 0x2049], // dashes, quotes, ellipses, double stops
  [0x2070, 0x208e],
  [0x20a9, 0x20ac],
  [0x2100, 0x2127], // raised figures, money, ℃ №
  [0x2150, 0x2189],
  [0x2190, 0x21ff],
  [0x2200, 0x22ff],
  [0x2312, 0x2312], // fractions, arrows, mathematics
  [0x2460, 0x24ff],
  [0x2500, 0x25ff],
  [0x2600, 0x266f],
  [0x2756, 0x2756],
  [0x2776, 0x2793], // ① ■ ★ ❶
  [0x2e3a, 0x2e3b], // one dash of two or three em
  [0x3000, 0x303f],
  [0x3041, 0x30ff],
  [0x3105, 0x312f], // CJK marks, kana, bopomofo
  [0x3220, 0x3243],
  [0x3280, 0x32b0],
  [0x3371, 0x33df], // ㈠ ㊣ ㎡
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe4f],
  [0xfe50, 0xfe6b], // vertical forms, 〜 lines, small forms
  [0xff01, 0xff65],
  [0xffe0, 0xffe6],
];

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'pagegen-fonts-'));
const characters = newspaperCharacters();
mkdirSync(join(root, 'fonts/licences'), { recursive: true });
const packages = Object.fromEntries(Object.entries(PACKAGES).map(([key, one]) => [key, openPackage(one)]));
const rows = [];
for (const one of FACES) rows.push(await makeFace(one));
writeFileSync(join(root, 'fonts/SOURCES.md'), sources(rows));
if (!process.argv[2]) rmSync(folder, { recursive: true });

function face(family, style, source, path, original) {
  return { family, style, source, path, original, file: `${family.replace(' ', '')}-${style}.ttf` };
}

async function makeFace(one) {
  const bytes = packages[one.source].get(`package/${one.path}`);
  const whole = one.path.endsWith('.woff') ? wrapTables(readTables(bytes)) : bytes;
  const cut = await subsetFont(whole, characters, {
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

/** 通用规范汉字表 ∪ GB 2312 ∪ the signs of a newspaper, as one string. */
function newspaperCharacters() {
  const list = readFileSync(join(root, 'scripts/characters.txt'), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'));
  const set = new Set(list.join(''));
  const gb2312 = new TextDecoder('gbk');
  for (let row = 0xa1; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) set.add(gb2312.decode(Uint8Array.of(row, cell)));
  }
  for (const [first, last] of RANGES) {
    for (let code = first; code <= last; code++) set.add(String.fromCodePoint(code));
  }
  for (const character of set) {
    if (character.length > 2 || /[\uE000-\uF8FF\uFFFD]/u.test(character)) set.delete(character);
  }
  return [...set].sort((a, b) => a.codePointAt(0) - b.codePointAt(0)).join('');
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
    `| ${one.file} | ${one.original} | \`${PACKAGES[one.source].name}@${PACKAGES[one.source].version}\` ${one.path} | \`${one.from}\` | \`${one.to}\` |`;
  return `# Sources of the faces

Subsets of open fonts under the SIL Open Font License 1.1 (texts in licences/), renamed as the licence asks.
Characters: 通用规范汉字表 (8105) ∪ GB 2312 ∪ signs of a newspaper ∪ kana ∪ Latin with the tones of pinyin,
${[...characters].length} code points, as listed in scripts/make-fonts.mjs and scripts/characters.txt. All layout features are kept;
hinting, which print does not use, is left out.

Made by \`node scripts/make-fonts.mjs\` (subset-font, HarfBuzz); equal input gives equal bytes.

| file | made from | package and file | SHA-256 of the source | SHA-256 of the file |
| --- | --- | --- | --- | --- |
${faces.map(row).join('\n')}
`;
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
