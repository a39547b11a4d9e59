/** Font files as tables: reading TTF and WOFF 1, writing TTF, and giving a face another name. */
import { inflateSync } from 'node:zlib';

/** The tables of a TTF or of a WOFF 1 file by tag. */
export function readTables(bytes) {
  const woff = bytes.toString('latin1', 0, 4) === 'wOFF';
  const [start, step] = woff ? [44, 20] : [12, 16];
  const count = bytes.readUInt16BE(woff ? 12 : 4);
  const tables = new Map();
  for (let at = start; at < start + count * step; at += step) {
    const tag = bytes.toString('latin1', at, at + 4);
    if (woff) {
      const [offset, packed, length] = [4, 8, 12].map((field) => bytes.readUInt32BE(at + field));
      const data = bytes.subarray(offset, offset + packed);
      tables.set(tag, packed < length ? inflateSync(data) : data);
    } else {
      const offset = bytes.readUInt32BE(at + 8);
      tables.set(tag, bytes.subarray(offset, offset + bytes.readUInt32BE(at + 12)));
    }
  }
  return tables;
}

/** One TTF file of the tables, checksums counted anew. */
export function wrapTables(tables) {
  const tags = [...tables.keys()].sort();
  const power = Math.floor(Math.log2(tags.length));
  const directory = Buffer.alloc(12 + 16 * tags.length);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tags.length, 4);
  directory.writeUInt16BE(16 << power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * tags.length - (16 << power), 10);
  const parts = [directory];
  let offset = directory.length;
  let headAt = 0;
  for (const [index, tag] of tags.entries()) {
    const data = Buffer.from(tables.get(tag));
    if (tag === 'head') {
      headAt = offset;
      data.writeUInt32BE(0, 8);
    }
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    directory.write(tag, 12 + 16 * index, 'latin1');
    directory.writeUInt32BE(checksum(padded), 16 + 16 * index);
    directory.writeUInt32BE(offset, 20 + 16 * index);
    directory.writeUInt32BE(data.length, 24 + 16 * index);
    parts.push(padded);
    offset += padded.length;
  }
  const file = Buffer.concat(parts);
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + 8);
  return file;
}

/** The font under another family name; copyright, makers and licence stay. */
export function renamed(bytes, { family, style, original }) {
  const tables = readTables(bytes);
  const kept = new Map(
    readNames(tables.get('name')).filter(([id]) => [0, 8, 9, 11, 12, 13, 14].includes(id)),
  );
  const version = new Map(readNames(tables.get('name'))).get(5) ?? 'Version 1.000';
  const postScript = `${family.replaceAll(' ', '')}-${style}`;
  const plain = style === 'Regular' || style === 'Bold';
  const names = new Map([
    ...kept,
    [1, plain ? family : `${family} ${style}`],
    [2, style === 'Bold' ? 'Bold' : 'Regular'],
    [3, `${version.split(';')[0]};${postScript}`],
    [4, style === 'Regular' ? family : `${family} ${style}`],
    [5, version],
    [6, postScript],
    [10, `A subset of ${original} for newspapers, renamed`],
    ...(plain
      ? []
      : [
          [16, family],
          [17, style],
        ]),
  ]);
  return wrapTables(tables.set('name', writeNames(names)));
}

/** English Windows names as pairs of name id and text. */
function readNames(table) {
  const [count, texts] = [table.readUInt16BE(2), table.readUInt16BE(4)];
  const names = [];
  for (let at = 6; at < 6 + 12 * count; at += 12) {
    const [platform, , language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((field) =>
      table.readUInt16BE(at + field),
    );
    const text = Buffer.from(table.subarray(texts + offset, texts + offset + length));
    if (platform === 3 && language === 0x409) names.push([id, text.swap16().toString('utf16le')]);
  }
  return names;
}

function writeNames(names) {
  const rows = [...names].sort(([a], [b]) => a - b);
  const head = Buffer.alloc(6 + 12 * rows.length);
  head.writeUInt16BE(rows.length, 2);
  head.writeUInt16BE(head.length, 4);
  const texts = [];
  let offset = 0;
  for (const [index, [id, name]] of rows.entries()) {
    const text = Buffer.from(name, 'utf16le').swap16();
    [3, 1, 0x409, id, text.length, offset].forEach((value, field) =>
      head.writeUInt16BE(value, 6 + 12 * index + 2 * field),
    );
    texts.push(text);
    offset += text.length;
  }
  return Buffer.concat([head, ...texts]);
}

function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at + 3 < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
