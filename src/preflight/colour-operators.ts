import { readColourSpace, type ColourSpace } from './colour-space.ts';
import { change, complain, knownSpace, type GraphicsState, type Run } from './graphics.ts';
import { initialColour } from './inks.ts';
import type { Paint } from './marks.ts';
import { matrixOf, multiply } from './matrix.ts';
import { dictionaryOf, isName, isStream, nameOf, numberOf, numbersOf, type PdfValue } from './objects.ts';
import type { Operators } from './operators.ts';
import { readShading } from './shading.ts';

type Side = 'fill' | 'stroke';

/** Operators of colour (ISO 32000-1, table 74). */
export const COLOUR_OPERATORS: Operators = {
  g: { operands: 1, act: (run, values) => device(run, 'fill', 'DeviceGray', values) },
  G: { operands: 1, act: (run, values) => device(run, 'stroke', 'DeviceGray', values) },
  rg: { operands: 3, act: (run, values) => device(run, 'fill', 'DeviceRGB', values) },
  RG: { operands: 3, act: (run, values) => device(run, 'stroke', 'DeviceRGB', values) },
  k: { operands: 4, act: (run, values) => device(run, 'fill', 'DeviceCMYK', values) },
  K: { operands: 4, act: (run, values) => device(run, 'stroke', 'DeviceCMYK', values) },
  cs: { operands: 1, act: (run, values) => choose(run, 'fill', values[0]) },
  CS: { operands: 1, act: (run, values) => choose(run, 'stroke', values[0]) },
  sc: { act: (run, values) => setColour(run, 'fill', values) },
  scn: { act: (run, values) => setColour(run, 'fill', values) },
  SC: { act: (run, values) => setColour(run, 'stroke', values) },
  SCN: { act: (run, values) => setColour(run, 'stroke', values) },
};

function paintWith(run: Run, side: Side, paint: Paint): void {
  if (run.uncoloured) return;
  const changes: Partial<GraphicsState> = side === 'fill' ? { fill: paint } : { stroke: paint };
  change(run, changes);
}

function device(run: Run, side: Side, name: string, values: readonly PdfValue[]): void {
  const space = readColourSpace(run.machine.file, { kind: 'name', name }, run.resources);
  paintWith(run, side, { space, values: values.map((value) => numberOf(value) ?? 0) });
}

function choose(run: Run, side: Side, name: PdfValue): void {
  const space = knownSpace(run, readColourSpace(run.machine.file, name, run.resources));
  paintWith(run, side, { space, values: initialColour(space) });
}

function setColour(run: Run, side: Side, operands: readonly PdfValue[]): void {
  const { space } = side === 'fill' ? run.state.fill : run.state.stroke;
  const last = operands.at(-1);
  const values = operands.filter((value) => typeof value === 'number');
  if (isName(last)) {
    setPattern(run, side, last.name, values);
  } else if (values.length !== space.components && space.kind !== 'unknown') {
    complain(run, 'operands', side === 'fill' ? 'scn' : 'SCN');
  } else {
    paintWith(run, side, { space, values });
  }
}

/** A shading as colour, or the cell of a tiling pattern, whose marks are gathered as if they stood on the page. */
function setPattern(run: Run, side: Side, name: string, values: readonly number[]): void {
  const { file } = run.machine;
  const pattern = file.get(run.resources, 'Pattern', name);
  if (!dictionaryOf(pattern)) {
    complain(run, 'resource', name);
    return;
  }
  const shading = file.get(pattern, 'Shading');
  if (shading !== undefined) {
    const { space, ink } = readShading(file, shading, run.resources);
    paintWith(run, side, { space: knownSpace(run, space), values: [], shadingInk: ink ?? 0 });
    return;
  }
  const { space } = side === 'fill' ? run.state.fill : run.state.stroke;
  const base: ColourSpace = space.kind === 'pattern' && space.base ? space.base : space;
  paintWith(run, side, { space, values });
  if (isStream(pattern)) lookIntoCell(run, pattern, { space: base, values });
}

function lookIntoCell(run: Run, pattern: PdfValue, paint: Paint): void {
  const { machine, resources, state, base } = run;
  if (!isStream(pattern) || machine.seen.has(pattern)) return;
  machine.seen.add(pattern);
  const { file } = machine;
  const ctm = multiply(matrixOf(numbersOf(file, file.get(pattern, 'Matrix'))), base);
  const coloured = numberOf(file.get(pattern, 'PaintType')) !== 2;
  const start = coloured ? {} : { fill: paint, stroke: paint };
  machine.enter(
    {
      stream: pattern,
      resources: file.get(pattern, 'Resources') ?? resources,
      state: { ...state, ...start, ctm },
      area: state.clip,
    },
    run,
  );
}

/** Parameters of `gs` (ISO 32000-1, table 58). */
export function applyState(run: Run, name: PdfValue): void {
  const { file } = run.machine;
  const state = file.get(run.resources, 'ExtGState', nameOf(name) ?? '');
  if (!dictionaryOf(state)) {
    complain(run, 'resource', nameOf(name) ?? '?');
    return;
  }
  const number = (key: string) => numberOf(file.get(state, key));
  const flag = (key: string) => file.get(state, key) as boolean | undefined;
  const mask = file.get(state, 'SMask');
  const before = run.state;
  change(run, {
    lineWidth: number('LW') ?? before.lineWidth,
    overprintStroke: flag('OP') ?? before.overprintStroke,
    overprintFill: flag('op') ?? flag('OP') ?? before.overprintFill,
    overprintMode: number('OPM') ?? before.overprintMode,
    alphaFill: number('ca') ?? before.alphaFill,
    alphaStroke: number('CA') ?? before.alphaStroke,
    blend: blendOf(run, file.get(state, 'BM')) ?? before.blend,
    softMask: mask === undefined ? before.softMask : nameOf(mask) !== 'None',
  });
  const intent = nameOf(file.get(state, 'RI'));
  if (intent !== undefined) checkIntent(run, intent);
}

const BLEND_MODES: ReadonlySet<string> = new Set([
  ...[
    'Normal',
    'Compatible',
    'Multiply',
    'Screen',
    'Overlay',
    'Darken',
    'Lighten',
    'ColorDodge',
    'ColorBurn',
  ],
  ...['HardLight', 'SoftLight', 'Difference', 'Exclusion', 'Hue', 'Saturation', 'Color', 'Luminosity'],
]);

/** The first blend mode that exists. */
function blendOf(run: Run, value: PdfValue): string | undefined {
  if (value === undefined) return undefined;
  const names = (Array.isArray(value) ? value : [value]).map((name: PdfValue) => nameOf(name) ?? '?');
  const known = names.find((name) => BLEND_MODES.has(name));
  for (const name of names) if (!BLEND_MODES.has(name)) complain(run, 'blend-mode', name);
  return known === 'Compatible' ? 'Normal' : known;
}

const INTENTS: ReadonlySet<string> = new Set([
  'AbsoluteColorimetric',
  'RelativeColorimetric',
  'Saturation',
  'Perceptual',
]);

export function checkIntent(run: Run, name: string): void {
  if (!INTENTS.has(name)) complain(run, 'rendering-intent', name);
}
