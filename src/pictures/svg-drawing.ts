import { outlineOperators, shortNumber, tagsOf, type Tag } from './svg-marks.ts';

/** A colour of a screen, `#rrggbb`. */
export type ScreenColour = string;

/** A drawing whose colours are not inks yet. */
export interface PlainDrawing {
  readonly colours: readonly ScreenColour[];
  /** The operators of PDF in the space of the drawing, y down; `inks` gives the operands of a colour. */
  operators(inks: (colour: ScreenColour) => string): string;
}

/**
 * A drawing of solid shapes, clipped at most, as operators of PDF; `undefined` when it holds anything else: gradients,
 * patterns, filters, pictures, anything to be seen through. Such a drawing is painted as pixels.
 */
export function plainDrawing(code: string): PlainDrawing | undefined {
  const steps = stepsOf(tagsOf(code));
  if (!steps) return undefined;
  const colours = new Set(steps.flatMap((step) => (typeof step === 'string' ? [] : [step.colour])));
  return {
    colours: [...colours],
    operators: (inks) =>
      steps
        .map((step) => (typeof step === 'string' ? step : `${inks(step.colour)} ${step.operator}`))
        .join('\n'),
  };
}

/** Operators, or a colour to be set for filling (`k`) or stroking (`K`). */
type Step = string | { readonly colour: ScreenColour; readonly operator: 'k' | 'K' };

function stepsOf(tags: readonly Tag[]): readonly Step[] | undefined {
  const clips = clipsOf(tags);
  const steps: Step[] = [];
  let inDefinitions = false;
  for (const tag of tags) {
    if (tag.name === 'defs') inDefinitions = tag.kind === 'open';
    if (inDefinitions || tag.name === 'defs' || tag.name === 'svg') continue;
    const own = tag.name === 'g' ? groupSteps(tag, clips) : tag.name === 'path' ? pathSteps(tag) : undefined;
    if (!own) return undefined;
    steps.push(...own);
  }
  return steps;
}

/** Clips of one outline by name: several outlines would need their union. */
function clipsOf(tags: readonly Tag[]): ReadonlyMap<string, string> {
  const clips = new Map<string, string>();
  tags.forEach(({ name, kind, attributes }, index) => {
    const [path, end] = [tags[index + 1], tags[index + 2]];
    if (name !== 'clipPath' || kind !== 'open' || !path || path.name !== 'path' || end?.kind !== 'close')
      return;
    const outline = outlineOperators(path.attributes.get('d') ?? '');
    const even = path.attributes.get('clip-rule') === 'evenodd';
    const plain = attributesAre(attributes, {}) && attributesAre(path.attributes, CLIP_ATTRIBUTES);
    if (outline && plain) clips.set(attributes.get('id') ?? '', `${outline} ${even ? 'W*' : 'W'} n`);
  });
  return clips;
}

/** Attributes that may stand there and what they must say; everything else makes a drawing too rich. */
type Allowed = Readonly<Record<string, RegExp>>;

const ANY = /^/;
const NUMBER = /^-?\d*\.?\d+(?:e[-+]?\d+)?$/i;
const COLOUR = /^(?:none|#[0-9a-f]{6})$/;
const CLIP_ATTRIBUTES: Allowed = { fill: ANY, stroke: /^none$/, d: ANY, 'clip-rule': ANY };
const GROUP_ATTRIBUTES: Allowed = {
  transform: /^matrix\(/,
  'clip-path': /^url\(#/,
  opacity: /^1$/,
};
const PATH_ATTRIBUTES: Allowed = {
  d: ANY,
  fill: COLOUR,
  'fill-rule': ANY,
  'fill-opacity': /^1$/,
  stroke: COLOUR,
  'stroke-opacity': /^1$/,
  'stroke-width': NUMBER,
  'stroke-linecap': /^(?:butt|round|square)$/,
  'stroke-linejoin': /^(?:miter|round|bevel)$/,
  'stroke-miterlimit': NUMBER,
  'stroke-dasharray': ANY,
  'stroke-dashoffset': NUMBER,
  transform: /^matrix\(/,
  visibility: /^visible$/,
  'shape-rendering': ANY,
};

function attributesAre(attributes: Tag['attributes'], allowed: Allowed): boolean {
  return [...attributes].every(([key, value]) => key === 'id' || allowed[key]?.test(value) === true);
}

function groupSteps(
  { kind, attributes }: Tag,
  clips: ReadonlyMap<string, string>,
): readonly Step[] | undefined {
  if (kind === 'close') return ['Q'];
  if (kind === 'whole') return [];
  if (!attributesAre(attributes, GROUP_ATTRIBUTES)) return undefined;
  const named = /^url\(#(.*)\)$/.exec(attributes.get('clip-path') ?? '')?.[1];
  const clip = named === undefined ? '' : clips.get(named);
  const turn = matrixOperator(attributes.get('transform'));
  return clip === undefined || turn === undefined
    ? undefined
    : ['q', turn, clip].filter((step) => step !== '');
}

function matrixOperator(written: string | undefined): string | undefined {
  if (written === undefined) return '';
  const numbers =
    /^matrix\(([^()]*)\)$/
      .exec(written)?.[1]
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  if (numbers.length !== 6 || numbers.some(Number.isNaN)) return undefined;
  return `${numbers.map(shortNumber).join(' ')} cm`;
}

function pathSteps({ attributes }: Tag): readonly Step[] | undefined {
  const outline = outlineOperators(attributes.get('d') ?? '');
  const turn = matrixOperator(attributes.get('transform'));
  if (!outline || turn === undefined || !attributesAre(attributes, PATH_ATTRIBUTES)) return undefined;
  const fill = attributes.get('fill') ?? '#000000';
  const stroke = attributes.get('stroke') ?? 'none';
  const even = attributes.get('fill-rule') === 'evenodd' ? '*' : '';
  const paint =
    (fill === 'none' ? '' : stroke === 'none' ? `f${even}` : `B${even}`) || (stroke === 'none' ? 'n' : 'S');
  return [
    'q',
    ...(turn ? [turn] : []),
    ...(fill === 'none' ? [] : [{ colour: fill, operator: 'k' } as const]),
    ...(stroke === 'none' ? [] : [{ colour: stroke, operator: 'K' } as const, pen(attributes)]),
    `${outline} ${paint}`,
    'Q',
  ];
}

const CAPS = ['butt', 'round', 'square'];
const JOINS = ['miter', 'round', 'bevel'];

/** Weight, ends, corners and dashes of a stroke, with what SVG takes where nothing is said (SVG 2, 13.5). */
function pen(attributes: Tag['attributes']): string {
  const number = (key: string, usual: number) => shortNumber(Number(attributes.get(key) ?? usual));
  const index = (key: string, words: readonly string[]) =>
    Math.max(0, words.indexOf(attributes.get(key) ?? ''));
  const dashes = (attributes.get('stroke-dasharray') ?? '').match(/-?\d*\.?\d+/g) ?? [];
  return [
    `${number('stroke-width', 1)} w`,
    `${index('stroke-linecap', CAPS)} J`,
    `${index('stroke-linejoin', JOINS)} j`,
    `${number('stroke-miterlimit', 4)} M`,
    `[${dashes.join(' ')}] ${number('stroke-dashoffset', 0)} d`,
  ].join(' ');
}
