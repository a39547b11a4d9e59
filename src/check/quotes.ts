import { hasHan, type Copy, type Find, type Finder, type Script } from './copy.ts';

/** Outer and inner pairs: “ ‘ ’ ” (GB/T 15834, 4.8.3), 「 『 』 」 (CLREQ, quotation marks of Traditional Chinese). */
const QUOTES: Readonly<Record<Script, readonly [outer: string, inner: string]>> = {
  'zh-Hans': ['“”', '‘’'],
  'zh-Hant': ['「」', '『』'],
};

/** `"` and `'` with Chinese inside or beside them; not the inch of `55"`, the apostrophe of `it's`. */
export const straightQuotes: Finder = (copies, script) =>
  copies.flatMap((copy) => (hasHan(copy.characters) ? straightIn(copy, script) : []));

function straightIn(copy: Copy, script: Script): readonly Find[] {
  const { characters, quoted } = copy;
  const finds: Find[] = [];
  let outerEnd = -1;
  const put = (at: number, instead: string) => finds.push({ copy, start: at, end: at + 1, instead });
  const closed = new Map<number, string>();
  for (const { index: at, 0: sign } of characters.matchAll(/["'＂＇]/gu)) {
    const known = closed.get(at);
    if (known !== undefined) put(at, known);
    if (known !== undefined || !opens(characters, at)) continue;
    const closing = closingOf(characters, at, sign);
    if (!isChinese(characters, at, closing)) continue;
    const isInner = (quoted[at] ?? 0) > 0 || at < outerEnd;
    const pair = QUOTES[script][isInner ? 1 : 0];
    put(at, pair[0]!);
    if (closing !== undefined) closed.set(closing, pair[1]!);
    if (closing !== undefined && !isInner) outerEnd = closing;
  }
  return finds;
}

/** An apostrophe, an inch or a foot stands behind a letter or a digit. */
function opens(characters: string, at: number): boolean {
  return !/[\p{Script=Latin}0-9]/u.test(characters[at - 1] ?? ' ');
}

function closingOf(characters: string, at: number, sign: string): number | undefined {
  for (let next = characters.indexOf(sign, at + 1); next >= 0; next = characters.indexOf(sign, next + 1)) {
    const around = (characters[next - 1] ?? '') + (characters[next + 1] ?? '');
    if (sign !== "'" || !/^[A-Za-z]{2}$/.test(around)) return next;
  }
  return undefined;
}

/** Whether Chinese stands inside the pair or touches it; an opening sign without partner must touch it. */
function isChinese(characters: string, at: number, closing: number | undefined): boolean {
  const touching = (characters[at - 1] ?? '') + (characters[(closing ?? at) + 1] ?? '');
  const inside = closing === undefined ? '' : characters.slice(at, closing);
  return /[\p{Script=Han}，。、；：？！]/u.test(touching + inside);
}

/** Pairs by their opening mark, with the pair to write when they stand in themselves. */
const NESTED: ReadonlyMap<string, readonly [closing: string, instead: string]> = new Map([
  ['“', ['”', '‘’']],
  ['‘', ['’', '“”']],
  ['「', ['」', '『』']],
  ['『', ['』', '「」']],
  ['《', ['》', '〈〉']],
  ['〈', ['〉', '《》']],
]);

const OPENING = new Map([...NESTED].map(([opening, [closing]]) => [closing, opening]));

/** A pair directly in a pair of the same kind; where one of them is not closed the reader has said so. */
export const nestedQuotes: Finder = (copies) => copies.flatMap(nestedIn);

interface OpenPair {
  readonly mark: string;
  readonly at: number;
  /** Pairs of the same kind that were closed directly in it. */
  readonly inner: Find[];
}

function nestedIn(copy: Copy): readonly Find[] {
  const open: OpenPair[] = [];
  const finds: Find[] = [];
  for (let at = 0; at < copy.characters.length; at += 1) {
    const character = copy.characters[at]!;
    if (NESTED.has(character)) open.push({ mark: character, at, inner: [] });
    if (open.at(-1)?.mark !== OPENING.get(character) || open.length === 0) continue;
    const pair = open.pop()!;
    for (const find of pair.inner) finds.push(find);
    const [, instead = ''] = NESTED.get(pair.mark)!;
    const content = copy.characters.slice(pair.at + 1, at);
    const find = { copy, start: pair.at, end: at + 1, instead: instead[0] + content + instead[1] };
    if (open.at(-1)?.mark === pair.mark) open.at(-1)!.inner.push(find);
  }
  return finds;
}
