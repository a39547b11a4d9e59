import type { Change } from './diagnostic.ts';
import type { SourceFile, SourceRange } from './source.ts';

/** A change to make in a file: `text` in place of what stands in `range`. */
export interface SourceEdit {
  readonly range: SourceRange;
  readonly text: string;
}

/** How a remedy is written in the issue file; `undefined` where the file is written in a form that it does not know. */
export function editOf(change: Change): SourceEdit | undefined {
  return change.kind === 'leave-out' ? leaveOut(change.range) : crop(change.range, change.least, change.most);
}

/** The file after its edits, which do not touch each other. */
export function edited(file: SourceFile, edits: readonly SourceEdit[]): SourceFile {
  const fromEnd = edits.toSorted((a, b) => b.range.start - a.range.start);
  const text = fromEnd.reduce(
    (whole, { range: { start, end }, text: own }) => whole.slice(0, start) + own + whole.slice(end),
    file.text,
  );
  return { ...file, text };
}

/** Marks a paragraph or a brief of a list as one that may go; one inside a longer text has no place for that and is cut. */
function leaveOut(range: SourceRange): SourceEdit | undefined {
  const whole = withQuotes(range);
  const before = lineBefore(whole);
  if (/^\s*- *$/.test(before)) {
    const written = whole.file.text.slice(whole.start, whole.end);
    if (written.startsWith('{')) return optionalInMap(whole);
    return MAP.test(written) ? optionalKey(whole, before.length) : optionalItem(whole, before.length);
  }
  if (/^\s*- *\{ *(?:text|正文): *$/.test(before)) return optionalInFlow(whole);
  const key = /^(\s*(?:- )?)(?:text|正文): *$/.exec(before);
  if (key) return saidOtherwise(whole, (key[1] ?? '').length) ?? optionalKey(whole, (key[1] ?? '').length);
  return isInBlock(whole) ? cutLines(whole) : undefined;
}

/** A map that begins with a key of a paragraph or a brief. */
const MAP = /^(?:title|text|optional|分题|正文|标题|主题|可删段?)\s*[:：]/;

/** `{text: 文字}` becomes `{text: 文字, optional: true}`. */
function optionalInMap({ file, start, end }: SourceRange): SourceEdit | undefined {
  const close = file.text.slice(start, end).lastIndexOf('}');
  const at = start + close;
  return close < 0 ? undefined : { range: { file, start: at, end: at }, text: ', optional: true' };
}

/** What a map says of a part that is not to go, in any of the words for no. */
const STAYS = /(?:optional|可删段) *: *(false|no|否)(?![^\s,}])/;

/** The same for a map of which the range is the text, its first key. */
function optionalInFlow({ file, end }: SourceRange): SourceEdit {
  const said = new RegExp(`^ *, *${STAYS.source}`).exec(file.text.slice(end));
  if (!said) return { range: { file, start: end, end }, text: ', optional: true' };
  const stop = end + said[0].length;
  return { range: { file, start: stop - (said[1] ?? '').length, end: stop }, text: 'true' };
}

/** `optional: false` among the keys of a block map becomes `optional: true`; the range is that of one of its values. */
function saidOtherwise({ file, start }: SourceRange, column: number): SourceEdit | undefined {
  const indent = ' '.repeat(column);
  const lines = file.text.split('\n');
  const own = file.text.slice(0, start).split('\n').length - 1;
  const belongs = (line: string | undefined): boolean => line !== undefined && line.startsWith(indent);
  let first = own;
  while (belongs(lines[first]) && belongs(lines[first - 1])) first -= 1;
  if (belongs(lines[first]) && lines[first - 1]?.startsWith(`${' '.repeat(Math.max(0, column - 2))}- `))
    first -= 1;
  let last = own;
  while (belongs(lines[last + 1])) last += 1;
  const offsetOf = (line: number): number =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
  for (let at = first; at <= last; at += 1) {
    const said = new RegExp(`^(?: *- | *)${STAYS.source}`).exec(lines[at] ?? '');
    if (!said || said[0].search(/[^\s-]/) !== column) continue;
    const end = offsetOf(at) + said[0].length;
    return { range: { file, start: end - (said[1] ?? '').length, end }, text: 'true' };
  }
  return undefined;
}

function withQuotes({ file, start, end }: SourceRange): SourceRange {
  const quote = file.text[start - 1];
  const quoted = (quote === '"' || quote === "'") && file.text[end] === quote;
  return quoted ? { file, start: start - 1, end: end + 1 } : { file, start, end };
}

function lineBefore({ file, start }: SourceRange): string {
  return file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
}

/** `- 文字` becomes `- text: 文字` with `optional: true` under it; further lines of the text are moved in. */
function optionalItem({ file, start, end }: SourceRange, column: number): SourceEdit {
  const written = file.text.slice(start, end);
  const moved = written.replaceAll(/\n(?=[^\n])/g, '\n  ');
  const indent = ' '.repeat(column);
  return { range: { file, start, end }, text: `text: ${moved}\n${indent}optional: true` };
}

function optionalKey({ file, start, end: last }: SourceRange, column: number): SourceEdit {
  const end = start + file.text.slice(start, last).trimEnd().length;
  return { range: { file, start: end, end }, text: `\n${' '.repeat(column)}optional: true` };
}

/** Whether the line of the range begins with its text, as in a block of several paragraphs. */
function isInBlock(range: SourceRange): boolean {
  return /^\s+$/.test(lineBefore(range));
}

/** The lines of a paragraph of a block, with the empty line behind it. */
function cutLines({ file, start, end }: SourceRange): SourceEdit {
  const from = file.text.lastIndexOf('\n', start - 1) + 1;
  const stop = file.text.indexOf('\n', end);
  const rest = /^(?:[ \t]*\n)?/.exec(file.text.slice(stop < 0 ? file.text.length : stop + 1))?.[0] ?? '';
  const to = stop < 0 ? file.text.length : stop + 1 + rest.length;
  return { range: { file, start: from, end: to }, text: '' };
}

/** Limits that a picture has, as a list in brackets or with dashes. */
const CROP = /(?:crop|裁切):(?: *\[[^\]]*\]|(?:\n *- *["']?[-+]?[\d.]+%?["']?(?=\s|$)){2})/;

/** Lets a picture be cropped further; the range is that of its map. */
function crop({ file, start, end }: SourceRange, least: number, most: number): SourceEdit | undefined {
  const written = file.text.slice(start, end);
  const limits = `[${percent(least)}, ${percent(most)}]`;
  const own = CROP.exec(written);
  if (own) {
    const at = start + own.index;
    return { range: { file, start: at, end: at + own[0].length }, text: `crop: ${limits}` };
  }
  const name = /(?:file|文件): *(?:"[^"]*"|'[^']*'|[^\s,}]+)/.exec(written);
  if (!name) return undefined;
  const at = start + name.index + name[0].length;
  const flow = written.startsWith('{');
  const indent = ' '.repeat(lineBefore({ file, start: start + name.index, end }).length);
  return {
    range: { file, start: at, end: at },
    text: flow ? `, crop: ${limits}` : `\n${indent}crop: ${limits}`,
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
