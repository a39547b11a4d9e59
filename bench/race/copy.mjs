// The text of an issue file without its layout, as the other typesetters take it.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Head, lead and blocks of an issue as plain paragraphs. */
export function copyOf(path) {
  const { kicker, headline, deck, lead = [], blocks, layout } = parse(readFileSync(path, 'utf8'));
  return {
    tabloid: layout.startsWith('tabloid'),
    head: [kicker, headline, deck].filter((line) => line !== undefined).map(plain),
    lead: [lead].flat().map(plain),
    blocks: blocks.map(({ title, text }) => ({
      title: plain(title),
      paragraphs: text
        .trim()
        .split(/\n\s*\n/)
        .map(plain),
    })),
  };
}

/** Without marks of emphasis, readings and the line ends of the source. */
function plain(text) {
  return text
    .replaceAll('\n', '')
    .replace(/\{([^|{}]*)\|[^{}]*\}/g, '$1')
    .replace(/[*|\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const page = ({ tabloid }) =>
  tabloid
    ? { width: 280, height: 400, columns: 3, size: 10 }
    : { width: 390, height: 550, columns: 4, size: 11 };

export function typstOf(copy) {
  const { width, height, columns, size } = page(copy);
  const text = (words) => words.replace(/[#$*_`<>@\\~[\]"'=/+-]/g, (sign) => `\\${sign}`);
  const [kicker, headline, ...rest] = copy.head;
  return [
    `#set page(width: ${width}mm, height: ${height}mm, margin: 18mm)`,
    `#set text(font: "PG Song", size: ${size}pt, lang: "zh", weight: 500)`,
    '#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 0.45em, spacing: 0.45em)',
    `#text(font: "PG Hei", size: 20pt)[${text(kicker ?? '')}]`,
    '',
    `#text(font: "PG Song", weight: 900, size: 48pt)[${text(headline ?? '')}]`,
    '',
    ...rest.map((line) => `#text(font: "PG Hei", size: 18pt)[${text(line)}]\n`),
    ...copy.lead.map((line) => `#text(font: "PG Kai")[${text(line)}]\n`),
    `#columns(${columns}, gutter: 2em)[`,
    ...copy.blocks.flatMap(({ title, paragraphs }) => [
      `#text(font: "PG Hei", weight: 700, size: ${size + 5}pt)[${text(title)}]\n`,
      ...paragraphs.map((line) => `${text(line)}\n`),
    ]),
    ']',
  ].join('\n');
}

export function htmlOf(copy, fonts) {
  const { width, height, columns, size } = page(copy);
  const text = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const face = (name, file) => `@font-face{font-family:${name};src:url(file://${fonts}/${file})}`;
  return [
    '<!doctype html><html lang="zh"><meta charset="utf-8"><title>page</title><style>',
    face('song', 'PGSong-Medium.ttf') + face('black', 'PGSong-Black.ttf'),
    face('hei', 'PGHei-Bold.ttf') + face('kai', 'PGKai-Regular.ttf'),
    `@page{size:${width}mm ${height}mm;margin:18mm} body{font:${size}pt/1.45 song;margin:0}`,
    `p{margin:0;text-indent:2em;text-align:justify} h1{font:48pt black;margin:0} h2{font:20pt hei;margin:0}`,
    `h3{font:${size + 5}pt hei;margin:0} .lead{font-family:kai} main{columns:${columns};column-gap:2em}`,
    '</style>',
    ...copy.head.map((line, i) => `<h${i === 1 ? 1 : 2}>${text(line)}</h${i === 1 ? 1 : 2}>`),
    ...copy.lead.map((line) => `<p class="lead">${text(line)}</p>`),
    '<main>',
    ...copy.blocks.flatMap(({ title, paragraphs }) => [
      `<h3>${text(title)}</h3>`,
      ...paragraphs.map((line) => `<p>${text(line)}</p>`),
    ]),
    '</main></html>',
  ].join('\n');
}
