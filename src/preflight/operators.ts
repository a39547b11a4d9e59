import { applyState, checkIntent, COLOUR_OPERATORS } from './colour-operators.ts';
import { change, complain, knownSpace, paintMark, type Run } from './graphics.ts';
import { readImage } from './image.ts';
import { boxAround, boxOf, IDENTITY, matrixOf, multiply, shared, sidesOf, type Box } from './matrix.ts';
import {
  dictionaryOf,
  isName,
  isStream,
  nameOf,
  numberOf,
  numbersOf,
  type PdfStream,
  type PdfValue,
} from './objects.ts';
import { PATH_OPERATORS } from './path-operators.ts';
import { readShading } from './shading.ts';
import { TEXT_OPERATORS } from './text-operators.ts';

export interface Operator {
  /** How many operands it takes; any number when absent. */
  readonly operands?: number;
  readonly act: (run: Run, operands: readonly PdfValue[]) => void;
}

export type Operators = Readonly<Record<string, Operator>>;

/** `q` may be nested so deep (ISO 32000-1, table C.1). */
const MOST_STATES = 28;

const nothing = () => {};

/** Every operator of a content stream but `BI`, `ID` and `EI` (ISO 32000-1, annex A). */
export const OPERATORS: Operators = {
  ...COLOUR_OPERATORS,
  ...PATH_OPERATORS,
  ...TEXT_OPERATORS,
  q: { operands: 0, act: save },
  Q: { operands: 0, act: restore },
  cm: {
    operands: 6,
    act: (run, values) => {
      const inner = matrixOf(values.map((value) => numberOf(value) ?? 0));
      change(run, { ctm: multiply(inner, run.state.ctm) });
    },
  },
  w: { operands: 1, act: (run, [width]) => change(run, { lineWidth: Math.abs(numberOf(width) ?? 1) }) },
  J: { operands: 1, act: nothing },
  j: { operands: 1, act: nothing },
  M: { operands: 1, act: nothing },
  d: { operands: 2, act: nothing },
  i: { operands: 1, act: nothing },
  ri: { operands: 1, act: (run, [name]) => checkIntent(run, nameOf(name) ?? '?') },
  gs: { operands: 1, act: (run, [name]) => applyState(run, name) },
  sh: { operands: 1, act: (run, [name]) => paintShading(run, nameOf(name) ?? '?') },
  Do: { operands: 1, act: (run, [name]) => paintObject(run, nameOf(name) ?? '?') },
  MP: { operands: 1, act: nothing },
  DP: { operands: 2, act: (run, [, list]) => checkProperties(run, list) },
  BMC: { operands: 1, act: (run) => void (run.markedDepth += 1) },
  BDC: {
    operands: 2,
    act: (run, [, list]) => {
      run.markedDepth += 1;
      checkProperties(run, list);
    },
  },
  EMC: {
    operands: 0,
    act: (run) => {
      if (run.markedDepth === 0) complain(run, 'nesting', 'EMC');
      else run.markedDepth -= 1;
    },
  },
  BX: { operands: 0, act: (run) => void (run.compatible += 1) },
  EX: { operands: 0, act: (run) => void (run.compatible -= 1) },
  d0: { operands: 2, act: nothing },
  d1: { operands: 6, act: (run) => void (run.uncoloured = true) },
};

function save(run: Run): void {
  run.stack.push(run.state);
  if (run.stack.length + run.depth > MOST_STATES) complain(run, 'nesting', 'q');
}

function restore(run: Run): void {
  const before = run.stack.pop();
  if (before) run.state = before;
  else complain(run, 'nesting', 'Q');
}

function checkProperties(run: Run, list: PdfValue): void {
  if (!isName(list)) return;
  if (run.machine.file.get(run.resources, 'Properties', list.name) === undefined)
    complain(run, 'resource', list.name);
}

function paintShading(run: Run, name: string): void {
  const { file } = run.machine;
  const shading = file.get(run.resources, 'Shading', name);
  if (!dictionaryOf(shading)) {
    complain(run, 'resource', name);
    return;
  }
  const { space, ink } = readShading(file, shading, run.resources);
  const paint = { space: knownSpace(run, space), values: [], shadingInk: ink ?? 0 };
  paintMark(run, 'fill', { kind: 'shading', box: run.state.clip, paint });
}

function paintObject(run: Run, name: string): void {
  const { file } = run.machine;
  const object = file.get(run.resources, 'XObject', name);
  if (!isStream(object)) {
    complain(run, 'resource', name);
    return;
  }
  const kind = nameOf(file.get(object, 'Subtype'));
  if (kind === 'Image') paintImage(run, object);
  else if (kind === 'Form') paintForm(run, object);
}

const UNIT: Box = [0, 0, 1, 1];

/** A picture stands in the unit square (ISO 32000-1, 8.9.4). */
export function paintImage(run: Run, stream: PdfStream): void {
  const { ctm } = run.state;
  const image = readImage(run.machine.file, stream, run.resources);
  if (image.space) knownSpace(run, image.space);
  if (image.intent !== undefined) checkIntent(run, image.intent);
  const mark = { kind: 'image', box: boxAround(ctm, UNIT), image, sides: sidesOf(ctm) } as const;
  if (image.stencil) paintMark(run, 'fill', mark);
  else
    paintMark(run, 'fill', {
      ...mark,
      paint: { space: image.space ?? { kind: 'pattern', components: 0 }, values: [] },
    });
}

function paintForm(run: Run, stream: PdfStream): void {
  const { machine, state, resources } = run;
  const { file } = machine;
  const ctm = multiply(matrixOf(numbersOf(file, file.get(stream, 'Matrix')) ?? IDENTITY), state.ctm);
  const frame = boxOf(numbersOf(file, file.get(stream, 'BBox')));
  const clip = frame ? shared(state.clip, boxAround(ctm, frame)) : state.clip;
  const own = file.get(stream, 'Resources') ?? resources;
  const isGroup = nameOf(file.get(stream, 'Group', 'S')) === 'Transparency';
  if (!isGroup) {
    machine.enter({ stream, resources: own, state: { ...state, ctm, clip } }, run);
    return;
  }
  const around = {
    alpha: run.around.alpha * state.alphaFill,
    blend: state.blend === 'Normal' ? run.around.blend : state.blend,
    softMask: run.around.softMask || state.softMask,
  };
  const fresh = { alphaFill: 1, alphaStroke: 1, blend: 'Normal', softMask: false };
  machine.enter({ stream, resources: own, state: { ...state, ...fresh, ctm, clip }, around }, run);
}
