import { readColourSpace } from './colour-space.ts';
import type { Facts } from './facts.ts';
import type { Mark } from './marks.ts';
import { dictionaryOf, nameOf, numberOf } from './objects.ts';
import { casesOfMarks, isPrinted, troubles, X1A_FIRST, X1A_ONLY, type Case, type Rule } from './rule.ts';
import type { Found } from './walk.ts';

const PDF_X = 'ISO 15930';
const X4 = 'ISO 15930-7';

export const TRANSPARENCY_RULES: readonly Rule[] = [
  {
    id: 'transparency-mask',
    severity: X1A_FIRST,
    source: `${PDF_X}-4`,
    test: (facts) => marks(facts, ({ softMask, image }) => softMask || (image?.masked ?? false)),
  },
  {
    id: 'transparency-alpha',
    severity: X1A_FIRST,
    source: `${PDF_X}-4`,
    test: (facts) => marks(facts, ({ alpha }) => alpha < 1),
  },
  {
    id: 'transparency-blend',
    severity: X1A_FIRST,
    source: `${PDF_X}-4`,
    test: (facts) => marks(facts, ({ blend }) => blend !== 'Normal'),
  },
  {
    id: 'transparency-group',
    severity: X1A_ONLY,
    source: `${PDF_X}-4`,
    test: ({ file, reached }) =>
      objects(reached.found, ({ dictionary }) => nameOf(file.get(dictionary, 'S')) === 'Transparency'),
  },
  {
    id: 'blend-mode',
    severity: 'error',
    source: 'ISO 32000-1, 11.3.5',
    test: (facts) => troubles(facts, 'blend-mode'),
  },
  {
    id: 'blend-space',
    severity: 'error',
    source: X4,
    test: ({ file, reached }) =>
      objects(reached.found, ({ dictionary }) => {
        const space = file.get(dictionary, 'CS');
        if (nameOf(file.get(dictionary, 'S')) !== 'Transparency' || space === undefined) return false;
        const { kind } = readColourSpace(file, space, undefined);
        return kind === 'rgb';
      }),
  },
];

function marks(facts: Facts, wanted: (mark: Mark) => boolean): Iterable<Case> {
  return casesOfMarks(facts, (mark, page) =>
    wanted(mark) && isPrinted(mark, page) ? { subject: '', values: { printed: mark.kind } } : undefined,
  );
}

function objects(found: readonly Found[], wanted: (found: Found) => boolean): readonly Case[] {
  return found.filter(wanted).map(({ object }) => ({ subject: '', values: { object } }));
}

/** Halftones of one screen, and of one for each ink. */
const HALFTONES: ReadonlySet<number> = new Set([1, 5]);

export const CONTENT_RULES: readonly Rule[] = [
  { id: 'content-operator', severity: 'error', source: 'ISO 32000-1, annex A', test: operators },
  {
    id: 'content-nesting',
    severity: 'error',
    source: 'ISO 32000-1, 8.4.2',
    test: (facts) => troubles(facts, 'nesting'),
  },
  {
    id: 'content-resource',
    severity: 'error',
    source: 'ISO 32000-1, 7.8.3',
    test: (facts) => troubles(facts, 'resource'),
  },
  {
    id: 'content-much',
    severity: 'warning',
    source: 'more than is looked through',
    test: (facts) => troubles(facts, 'too-much'),
  },
  {
    id: 'postscript',
    severity: 'error',
    source: PDF_X,
    test: ({ file, reached }) =>
      objects(
        reached.found,
        ({ dictionary, stream }) =>
          stream !== undefined &&
          [file.get(dictionary, 'Subtype'), file.get(dictionary, 'Subtype2')].some(
            (value) => nameOf(value) === 'PS',
          ),
      ),
  },
  {
    id: 'reference-object',
    severity: 'error',
    source: PDF_X,
    test: ({ file, reached }) =>
      objects(reached.found, ({ dictionary, stream }) => {
        const form = nameOf(file.get(dictionary, 'Subtype')) === 'Form' && dictionary.entries.has('Ref');
        return stream !== undefined && (form || dictionary.entries.has('OPI'));
      }),
  },
  {
    id: 'transfer-function',
    severity: 'error',
    source: PDF_X,
    test: ({ file, reached }) =>
      objects(reached.found, ({ dictionary }) => {
        const second = dictionary.entries.get('TR2');
        const changed = second !== undefined && nameOf(file.resolve(second)) !== 'Default';
        return isState(dictionary.entries) && (dictionary.entries.has('TR') || changed);
      }),
  },
  {
    id: 'halftone',
    severity: 'error',
    source: PDF_X,
    test: ({ file, reached }) =>
      objects(reached.found, ({ dictionary }) => {
        const type = numberOf(file.get(dictionary, 'HalftoneType'));
        const screen = type !== undefined && (!HALFTONES.has(type) || dictionary.entries.has('HalftoneName'));
        return screen || (isState(dictionary.entries) && dictionary.entries.has('HTP'));
      }),
  },
  {
    id: 'rendering-intent',
    severity: 'error',
    source: 'ISO 32000-1, 8.6.5.8',
    test: (facts) => troubles(facts, 'rendering-intent'),
  },
];

/** `TR` is also an element of tables in the structure, which is a name of `S` and no key. */
function isState(entries: Found['dictionary']['entries']): boolean {
  const type = entries.get('Type');
  return type === undefined || nameOf(type) === 'ExtGState' || dictionaryOf(type) !== undefined;
}

function* operators(facts: Facts): Iterable<Case> {
  yield* troubles(facts, 'operator');
  yield* troubles(facts, 'operands');
}
