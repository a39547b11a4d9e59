/** Blocks of East Asian Width W and F (UAX #11), first and last code point; emoji counted as wide. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

/** Cells that a text takes in a terminal: two for a wide character, one for any other, none for a combining mark. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text) cells += cellsOfCharacter(character);
  return cells;
}

/** Fills a text up with spaces to a number of cells; a longer text stays as it is. */
export function padCells(text: string, cells: number, side: 'start' | 'end' = 'end'): string {
  const blank = ' '.repeat(Math.max(0, cells - cellsOf(text)));
  return side === 'end' ? text + blank : blank + text;
}

function cellsOfCharacter(character: string): number {
  if (/\p{Mn}|\p{Cf}/u.test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
