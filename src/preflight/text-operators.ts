import { readFont, type PageFont } from './font.ts';
import { change, complain, paintMark, type Run } from './graphics.ts';
import { boxAround, IDENTITY, matrixOf, multiply, sidesOf, type Box, type Matrix } from './matrix.ts';
import {
  arrayOf,
  dictionaryOf,
  isStream,
  isString,
  nameOf,
  numberOf,
  numbersOf,
  type PdfValue,
} from './objects.ts';
import type { Operators } from './operators.ts';

/** Operators of text (ISO 32000-1, tables 105 to 109). */
export const TEXT_OPERATORS: Operators = {
  BT: { operands: 0, act: beginText },
  ET: { operands: 0, act: endText },
  Tc: { operands: 1, act: (run, [value]) => change(run, { characterSpace: numberOf(value) ?? 0 }) },
  Tw: { operands: 1, act: (run, [value]) => change(run, { wordSpace: numberOf(value) ?? 0 }) },
  Tz: { operands: 1, act: (run, [value]) => change(run, { stretch: (numberOf(value) ?? 100) / 100 }) },
  TL: { operands: 1, act: (run, [value]) => change(run, { leading: numberOf(value) ?? 0 }) },
  Tf: { operands: 2, act: (run, [name, size]) => chooseFont(run, nameOf(name) ?? '?', numberOf(size) ?? 0) },
  Tr: { operands: 1, act: (run, [value]) => change(run, { renderMode: numberOf(value) ?? 0 }) },
  Ts: { operands: 1, act: (run, [value]) => change(run, { rise: numberOf(value) ?? 0 }) },
  Td: { operands: 2, act: (run, [x, y]) => moveLine(run, numberOf(x) ?? 0, numberOf(y) ?? 0) },
  TD: {
    operands: 2,
    act: (run, [x, y]) => {
      change(run, { leading: -(numberOf(y) ?? 0) });
      moveLine(run, numberOf(x) ?? 0, numberOf(y) ?? 0);
    },
  },
  Tm: {
    operands: 6,
    act: (run, values) => placeLine(run, matrixOf(values.map((value) => numberOf(value) ?? 0))),
  },
  'T*': { operands: 0, act: nextLine },
  Tj: { operands: 1, act: (run, values) => show(run, values, 'Tj') },
  TJ: { operands: 1, act: (run, [values]) => show(run, arrayOf(values), 'TJ') },
  "'": {
    operands: 1,
    act: (run, values) => {
      nextLine(run);
      show(run, values, "'");
    },
  },
  '"': {
    operands: 3,
    act: (run, [word, character, text]) => {
      change(run, { wordSpace: numberOf(word) ?? 0, characterSpace: numberOf(character) ?? 0 });
      nextLine(run);
      show(run, [text], '"');
    },
  },
};

function beginText(run: Run): void {
  if (run.textMatrix) complain(run, 'nesting', 'BT');
  placeLine(run, IDENTITY);
}

function endText(run: Run): void {
  if (!run.textMatrix) complain(run, 'nesting', 'ET');
  run.textMatrix = undefined;
}

function placeLine(run: Run, matrix: Matrix): void {
  run.textMatrix = matrix;
  run.lineMatrix = matrix;
}

function moveLine(run: Run, x: number, y: number): void {
  placeLine(run, multiply([1, 0, 0, 1, x, y], run.lineMatrix));
}

function nextLine(run: Run): void {
  moveLine(run, 0, -run.state.leading);
}

function chooseFont(run: Run, name: string, size: number): void {
  const { file } = run.machine;
  const font = dictionaryOf(file.get(run.resources, 'Font', name));
  if (font) change(run, { size, font: readFont(file, font) });
  else complain(run, 'resource', name);
}

/** Text without ink: neither filled nor stroked (ISO 32000-1, table 106). */
const INVISIBLE: ReadonlySet<number> = new Set([3, 7]);
const STROKED: ReadonlySet<number> = new Set([1, 2, 5, 6]);
const FILLED: ReadonlySet<number> = new Set([0, 2, 4, 6]);

/** Shows strings, with shifts between them in thousandths of the size. */
function show(run: Run, pieces: readonly PdfValue[], operator: string): void {
  const { font, renderMode, ctm } = run.state;
  if (!run.textMatrix) complain(run, 'nesting', operator);
  if (!font) {
    complain(run, 'resource', operator);
    return;
  }
  const start = run.textMatrix ?? IDENTITY;
  const codes = pieces.flatMap((piece) => (isString(piece) ? font.codes(piece.bytes) : []));
  const draft = run.machine.fonts.get(font.dictionary) ?? { font, codes: new Set(), visible: false };
  for (const code of codes) draft.codes.add(code);
  if (codes.length > 0 && !INVISIBLE.has(renderMode)) draft.visible = true;
  run.machine.fonts.set(font.dictionary, draft);
  if (font.drawn) drawGlyphs(run, font, codes);
  const advance = advanceOf(run, font, pieces);
  const [x, y] = font.vertical ? [0, advance] : [advance, 0];
  run.textMatrix = multiply([1, 0, 0, 1, x, y], start);
  if (codes.length === 0 || INVISIBLE.has(renderMode)) return;
  const matrix = multiply(start, ctm);
  const size = Math.abs(run.state.size) * sidesOf(matrix)[1];
  const box = boxAround(matrix, boxOfLine(run, font, advance));
  if (FILLED.has(renderMode)) paintMark(run, 'fill', { kind: 'text', box, size });
  if (STROKED.has(renderMode)) paintMark(run, 'stroke', { kind: 'text', box, size });
}

/** A line of text in the space of its matrix: nearly a size high, or wide where it runs down. */
function boxOfLine({ state: { size, rise } }: Run, { vertical }: PageFont, advance: number): Box {
  return vertical
    ? [-size / 2, advance, size / 2, 0]
    : [Math.min(0, advance), rise - 0.12 * size, Math.max(0, advance), rise + 0.88 * size];
}

function advanceOf({ state }: Run, font: PageFont, pieces: readonly PdfValue[]): number {
  const { size, characterSpace, wordSpace, stretch } = state;
  const along = font.vertical ? 1 : stretch;
  let advance = 0;
  for (const piece of pieces) {
    if (typeof piece === 'number') advance -= (piece / 1000) * size * along;
    if (!isString(piece)) continue;
    for (const code of font.codes(piece.bytes)) {
      const width = font.vertical ? -1000 : (font.width(code) ?? 500);
      const space = characterSpace + (code === 32 && !font.composite ? wordSpace : 0);
      advance += ((width / 1000) * size + (font.vertical ? -space : space)) * along;
    }
  }
  return advance;
}

/** Looks into the glyph descriptions of a Type 3 font: they are content like any other. */
function drawGlyphs(run: Run, font: PageFont, codes: readonly number[]): void {
  const { machine, resources, state } = run;
  const { file } = machine;
  const glyph = matrixOf(numbersOf(file, file.get(font.dictionary, 'FontMatrix')));
  const matrix = multiply(
    glyph,
    multiply([state.size, 0, 0, state.size, 0, state.rise], run.textMatrix ?? IDENTITY),
  );
  for (const code of new Set(codes)) {
    const stream = font.drawn?.(code);
    if (!isStream(stream) || machine.seen.has(stream)) continue;
    machine.seen.add(stream);
    const ctm = multiply(matrix, state.ctm);
    const own = file.get(font.dictionary, 'Resources') ?? resources;
    machine.enter({ stream, resources: own, state: { ...state, ctm } }, run);
  }
}
