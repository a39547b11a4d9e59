import { complain, FIRST_STATE, OPAQUE, type InnerContent, type Machine, type Run } from './graphics.ts';
import { instructionsOf, type Instruction } from './lexer.ts';
import type { FontDraft, Mark, Trouble } from './marks.ts';
import { IDENTITY, type Box, type Matrix } from './matrix.ts';
import type { PdfFile, PdfValue } from './objects.ts';
import { OPERATORS, paintImage } from './operators.ts';
import { rowOf } from './table.ts';

/** Most operators of one page that are carried out, contents of forms counted each time. */
const MOST_OPERATORS = 4_000_000;

/** What it takes to enter a form, counted in operators. */
const ENTRY = 40;

/** Deepest nesting of forms, cells and glyphs. */
const MOST_DEEP = 20;

/** What a page prints. */
export interface PageContent {
  /** In the order of painting. */
  readonly marks: readonly Mark[];
  readonly troubles: readonly Trouble[];
  readonly fonts: readonly FontDraft[];
}

/** Carries out the content of a page and everything in it, keeping the graphics state (ISO 32000-1, 8.4). */
export function interpret(
  file: PdfFile,
  bytes: Uint8Array,
  page: { readonly resources: PdfValue; readonly media: Box; readonly base: Matrix },
): PageContent {
  const machine: Machine = {
    file,
    marks: [],
    troubles: new Map(),
    fonts: new Map(),
    seen: new Set(),
    budget: MOST_OPERATORS,
    enter,
  };
  const state = { ...FIRST_STATE, ctm: page.base, clip: page.media };
  carryOut(
    bytes,
    newRun({
      machine,
      resources: page.resources,
      depth: 0,
      base: page.base,
      state,
      around: OPAQUE,
      within: [],
    }),
  );
  return {
    marks: machine.marks,
    troubles: [...machine.troubles.values()],
    fonts: [...machine.fonts.values()],
  };
}

function enter({ stream, resources, state, area, around }: InnerContent, outer: Run): void {
  const { machine } = outer;
  const depth = outer.depth + 1;
  machine.budget -= ENTRY;
  if (outer.within.includes(stream)) {
    complain(outer, 'nesting', 'Do');
    return;
  }
  if (depth > MOST_DEEP || machine.budget < 0) {
    complain(outer, 'too-much', 'Do');
    return;
  }
  const place = area ?? outer.area;
  const run = newRun({
    machine,
    resources,
    depth,
    base: state.ctm,
    state,
    around: around ?? outer.around,
    within: [...outer.within, stream],
    ...(place && { area: place }),
  });
  run.uncoloured = outer.uncoloured;
  carryOut(machine.file.data(stream).bytes, run);
}

function newRun(
  start: Pick<Run, 'machine' | 'resources' | 'depth' | 'base' | 'state' | 'area' | 'around' | 'within'>,
): Run {
  return {
    ...start,
    stack: [],
    subpaths: [],
    clipping: false,
    textMatrix: undefined,
    lineMatrix: IDENTITY,
    markedDepth: 0,
    compatible: 0,
    uncoloured: false,
  };
}

function carryOut(bytes: Uint8Array, run: Run): void {
  for (const instruction of instructionsOf(bytes)) {
    run.machine.budget -= 1;
    if (run.machine.budget < 0) {
      complain(run, 'too-much', '');
      return;
    }
    perform(run, instruction);
  }
  if (run.stack.length > 0) complain(run, 'nesting', 'q');
  if (run.textMatrix) complain(run, 'nesting', 'BT');
  if (run.markedDepth > 0) complain(run, 'nesting', 'BMC');
}

function perform(run: Run, { operator, operands, image }: Instruction): void {
  if (image) {
    paintImage(run, image);
    return;
  }
  const known = rowOf(OPERATORS, operator);
  if (!known) {
    if (run.compatible <= 0) complain(run, 'operator', operator.slice(0, 20));
  } else if (known.operands !== undefined && known.operands !== operands.length) {
    complain(run, 'operands', operator);
  } else {
    known.act(run, operands);
  }
}
