import { nameHints } from '../base/names.ts';
import type { Ranged } from '../base/source.ts';
import type { Rung, RungName } from '../model/news.ts';
import { list, mapped, oneOf, oneOfNames, problem, scalar, wrongType } from './define.ts';
import type { Definition } from './define.ts';
import { optional, record } from './record.ts';
import { emBetween, numberBetween, shareBetween, yesOrNo } from './values.ts';

/** The rungs with their Chinese names. */
export const RUNG_NAMES: Readonly<Record<RungName, string>> = {
  punctuation: '标点',
  'pull-line': '收行',
  'headline-size': '题号',
  'head-space': '题空',
  'picture-height': '图高',
  'optional-paragraphs': '可删段',
  columns: '破栏',
  'picture-width': '图宽',
  filler: '补白',
};

type Limits = Pick<Rung, 'least' | 'most'>;

/** What a rung may do: its limits, or `undefined` when its row switches it off. */
type Row = { readonly rung: RungName } & (Limits | { readonly off: true });

const rungName = (name: RungName) =>
  optional(
    oneOf({ [name]: [RUNG_NAMES[name]] } as Record<string, readonly string[]>),
    '档名 / Name of the rung',
    '档',
  );

const whiteLines = numberBetween({ least: 0, most: 20, whole: false, unit: /\s*(L|行)$/ });

/** Steps of the punctuation rung: 开明 halves some marks, half all of them. */
const PUNCTUATION_STEPS = { kaiming: 1, half: 2 } as const;

/** One definition a rung: what may be written in its row, and which limits follow. */
const RUNGS: Readonly<Record<RungName, Definition<Row>>> = {
  punctuation: mapped(
    record({
      rung: rungName('punctuation'),
      to: optional(
        oneOf({ kaiming: ['开明'], half: ['半角'] }),
        '标点最多压到：开明、半角 / How narrow marks may become',
        '到',
      ),
      saves: optional(oneOfNames('text'), '省的是正文 / What it saves: text'),
    }),
    ({ to }): Row => ({ rung: 'punctuation', least: 0, most: PUNCTUATION_STEPS[to?.value ?? 'half'] }),
  ),
  'pull-line': mapped(
    record({
      rung: rungName('pull-line'),
      if_last_line_under: optional(
        emBetween(1, 40),
        '末行不超过几字才收 / Last lines up to so many characters are pulled in',
        '末行不超过',
      ),
    }),
    ({ if_last_line_under: under }): Row => ({ rung: 'pull-line', least: 0, most: under?.value ?? 5 }),
  ),
  'headline-size': mapped(
    record({
      rung: rungName('headline-size'),
      steps: optional(
        numberBetween({ least: 0, most: 10, whole: true }),
        '题最多降几档 / Steps down the sizes of a head',
        '档数',
      ),
    }),
    ({ steps }): Row => ({ rung: 'headline-size', least: 0, most: steps?.value ?? 2 }),
  ),
  'head-space': mapped(
    record({
      rung: rungName('head-space'),
      min: optional(whiteLines, '题的空白至少几行 / Least white of a head, body lines', '最少'),
      max: optional(whiteLines, '题的空白至多几行 / Most white of a head, body lines', '最多'),
    }),
    ({ min, max }): Row => ({ rung: 'head-space', least: min?.value ?? 1, most: max?.value ?? 2 }),
  ),
  'picture-height': mapped(
    record({
      rung: rungName('picture-height'),
      min: optional(shareBetween(-0.5, 0), '图最多矮多少 / Least change of height', '最少'),
      max: optional(shareBetween(0, 0.5), '图最多高多少 / Greatest change of height', '最多'),
    }),
    ({ min, max }): Row => ({ rung: 'picture-height', least: min?.value ?? -0.1, most: max?.value ?? 0.1 }),
  ),
  'optional-paragraphs': mapped(
    record({
      rung: rungName('optional-paragraphs'),
      allow: optional(yesOrNo, '可删段能不能删 / Whether optional parts may go', '许可'),
    }),
    ({ allow }): Row =>
      allow?.value === false
        ? { rung: 'optional-paragraphs', off: true }
        : { rung: 'optional-paragraphs', least: 0, most: 1 },
  ),
  columns: mapped(
    record({
      rung: rungName('columns'),
      allow: optional(
        list(oneOf({ breaks: ['破栏'] })),
        '可用的变栏：破栏 / Kinds of columns that it may take: broken ones',
        '许可',
      ),
    }),
    ({ allow }): Row =>
      allow?.value.length === 0 ? { rung: 'columns', off: true } : { rung: 'columns', least: 0, most: 1 },
  ),
  'picture-width': mapped(
    record({
      rung: rungName('picture-width'),
      steps: optional(
        numberBetween({ least: 0, most: 3, whole: true }),
        '图可比稿里写的宽窄几栏 / Columns by which a picture may be wider or narrower than asked',
        '栏数',
      ),
    }),
    ({ steps }): Row => ({ rung: 'picture-width', least: 0, most: steps?.value ?? 1 }),
  ),
  filler: mapped(
    record({
      rung: rungName('filler'),
      from: optional(oneOf({ briefs: ['简讯'] }), '用什么补：简讯 / What fills: briefs', '来自'),
    }),
    (): Row => ({ rung: 'filler', least: 0, most: 1 }),
  ),
};

const NAMES = Object.keys(RUNGS) as readonly RungName[];

function rungNamed(written: string): RungName | undefined {
  return NAMES.find((name) => name === written || RUNG_NAMES[name] === written);
}

const name: Definition<Ranged<RungName>> = scalar({
  parse: rungNamed,
  expected: NAMES.join(', '),
  schema: { enum: NAMES.flatMap((one) => [one, RUNG_NAMES[one]]) },
  hints: (text) => nameHints(text, [...NAMES, ...Object.values(RUNG_NAMES)]),
});

/** A row of `fit:`: the rung and its own limits. */
const row: Definition<Row> = {
  schema: {
    anyOf: NAMES.map((one) => ({
      ...RUNGS[one].schema,
      allOf: [{ anyOf: [{ required: ['rung'] }, { required: ['档'] }] }],
    })),
  },
  read: (node, place) => {
    if (node.kind !== 'map') return wrongType(node, place, 'map');
    const entry = node.entries.find(({ key }) => key.value === 'rung' || key.value === '档');
    if (!entry) return problem(node, place, { code: 'missing-key', values: { key: 'rung' } });
    const rung = name.read(entry.value, { ...place, key: entry.key });
    return rung && RUNGS[rung.value].read(node, place);
  },
};

/** The ladder of copy-fitting: the rungs that are on, in their order. */
export const ladder: Definition<readonly Rung[]> = mapped(list(row), ({ value }) =>
  value.flatMap((one): readonly Rung[] => ('off' in one ? [] : [one])),
);

/** The ladder of a layout that says nothing. */
export const DEFAULT_LADDER: readonly Rung[] = [
  { rung: 'punctuation', least: 0, most: PUNCTUATION_STEPS.half },
  { rung: 'pull-line', least: 0, most: 5 },
  { rung: 'headline-size', least: 0, most: 2 },
  { rung: 'head-space', least: 1, most: 2.5 },
  { rung: 'picture-height', least: -0.1, most: 0.1 },
  { rung: 'optional-paragraphs', least: 0, most: 1 },
  { rung: 'columns', least: 0, most: 1 },
  { rung: 'filler', least: 0, most: 1 },
];

/** What is never varied in any case, and may be said. */
const NEVER = { leading: ['行距'], 'body-size': ['正文字号'], 'glyph-width': ['字宽'] } as const;

/** What must not be varied; a rung among them is off. */
export const never: Definition<Ranged<readonly Ranged<string>[]>> = list(
  oneOf({
    ...NEVER,
    ...Object.fromEntries(NAMES.map((one) => [one, [RUNG_NAMES[one]]])),
  } as Record<string, readonly string[]>),
);
