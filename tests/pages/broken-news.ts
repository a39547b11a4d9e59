/**
 * Issues of several stories that break one rule each, with a mark (`# 这里`) at the line that must be told. The layouts
 * draw regions that force the fault; `sound` is the same issue without it.
 */
export interface BrokenIssue {
  readonly code: string;
  readonly layout: string;
  readonly issue: string;
  readonly sound: { readonly layout: string; readonly issue: string };
  /** File in which the mark stands; the issue where it says nothing. */
  readonly at?: 'issue' | 'paper';
  readonly paper?: string;
}

/** Mark of the line that must be told; a comment of the file. */
export const MARK = '# 这里';

const SENTENCES = [
  '清晨六点，湖面还没有亮起来，巡堤的人已经走到第三个弯。',
  '他们每天走十一公里，把水位和风向记在本子上。',
  '镇里的年轻人把本子录进表格，再传给下游的三个村。',
  '去年汛期，这张表格救过一片稻田。',
  '老人说，水不骗人，只是说得慢。',
];

/** Copy of so many characters, in paragraphs of some eighty. */
function prose(characters: number, paragraph = 80): string {
  const paragraphs: string[] = [];
  for (let left = characters, i = 0; left > 0; i += 1) {
    const length = Math.min(left, paragraph);
    const words = SENTENCES.map((_, at) => SENTENCES[(i + at) % SENTENCES.length]).join('');
    paragraphs.push(`      - ${words.slice(0, Math.max(1, length - 1)).replace(/[，。]$/u, '')}。`);
    left -= length;
  }
  return paragraphs.join('\n');
}

interface Story {
  readonly id: string;
  readonly region: string;
  readonly role?: string;
  readonly head?: string;
  /** Characters of its text, or the text as lines of YAML. */
  readonly body?: number | string;
  readonly more?: string;
  /** Whether its head is what must be told. */
  readonly told?: boolean;
}

function story({
  id,
  region,
  role = 'second',
  head = `题目${id}`,
  body = 300,
  more = '',
  told,
}: Story): string {
  return [
    `  - id: ${id}`,
    `    role: ${role}`,
    `    headline: ${head}${told ? ` ${MARK}` : ''}`,
    `    place: {region: ${region}}`,
    ...(more === '' ? [] : more.split('\n').map((line) => `    ${line}`)),
    '    body:',
    typeof body === 'number' ? prose(body) : body,
  ].join('\n');
}

const HEAD = ['layout: trial', 'date: 2026-03-18', 'page: {number: 2, section: 要闻}'].join('\n');

const issue = (...stories: readonly Story[]): string =>
  `${HEAD}\narticles:\n${stories.map(story).join('\n')}\n`;

/** A small page: six columns of eleven characters, fifty lines, and the regions given. */
function layout(regions: string, more = ''): string {
  return [
    'pagegen-layout: 1',
    'name: 试版',
    'page: {trim: [260mm, 240mm], type_area: {width: fit, height: 50L, centre: true}}',
    'grid: {base: {face: body, size: 小五, leading: 1.25}, columns: 6, measure: 11字, gutter: 1字, breaks: none}',
    'styles:',
    '  headline.lead: {face: head, sizes: [26pt], lines: [1, 1]}',
    '  headline.second: {face: hei, sizes: [18pt], lines: [1, 1]}',
    '  headline.third: {face: hei, sizes: [14pt], lines: [1, 1]}',
    '  folio: {face: hei, size: 8pt, section_face: head, section_size: 14pt, number_size: 14pt}',
    '  subhead: {face: hei, size: 小五, occupy: 1L}',
    'regions:',
    '  folio: {at: head, height: 4L}',
    ...regions.split('\n').map((line) => `  ${line}`),
    'free: false',
    'underset: {warn: 99L, error: 99L}',
    ...more.split('\n'),
  ]
    .filter((line) => line !== '' && !line.startsWith('underset'))
    .join('\n')
    .concat('\n');
}

const LOOSE_ENDS = 'lint: {underset: {warn: 90L, error: 99L}';
const lint = (levels = '') => `${LOOSE_ENDS}${levels === '' ? '' : `, ${levels}`}}`;

const HALVES = 'west: {cols: 1-3, lines: 5-50}\neast: {cols: 4-6, lines: 5-50}';
const NO_RULES = 'separator: {lines: 1L, across: none, down: none}';
const halves = layout(HALVES, `${NO_RULES}\n${lint()}`);
const left = (more: Partial<Story> = {}): Story => ({ id: 'a', region: 'west', body: 1050, ...more });
const right = (more: Partial<Story> = {}): Story => ({ id: 'b', region: 'east', body: 1050, ...more });

export const TABOO_ISSUES: readonly BrokenIssue[] = [
  {
    code: 'taboo-tombstone',
    layout: halves,
    issue: issue(left({ role: 'lead', told: true }), right()),
    sound: {
      layout: layout(HALVES, `separator: {lines: 1L, down: 0.5pt}\n${lint()}`),
      issue: issue(left({ role: 'lead' }), right()),
    },
  },
  {
    code: 'taboo-same-heads',
    layout: halves,
    issue: issue(left({ told: true }), right()),
    sound: { layout: halves, issue: issue(left({ role: 'lead' }), right()) },
  },
  {
    code: 'taboo-full-break',
    layout: layout('top: {lines: 5-26}\nfoot: {lines: 28-50}', lint()),
    issue: issue({ id: 'a', region: 'top', body: 1100 }, { id: 'b', region: 'foot', body: 1100, told: true }),
    sound: {
      layout: layout(
        'top: {shape: [{cols: 1-6, lines: 5-26}, {cols: 1-2, lines: 27-50}]}\nfoot: {cols: 3-6, lines: 28-50}',
        lint(),
      ),
      issue: issue({ id: 'a', region: 'top', body: 1600 }, { id: 'b', region: 'foot', body: 760 }),
    },
  },
  {
    code: 'taboo-head-order',
    layout: layout(
      'top: {cols: 1-3, lines: 5-26}\nfoot: {cols: 1-3, lines: 28-50}\nside: {cols: 4-6, lines: 5-50}',
      lint(),
    ),
    issue: issue(
      { id: 'a', region: 'top', role: 'third', body: 540 },
      { id: 'b', region: 'foot', body: 540, told: true },
      { id: 'c', region: 'side', role: 'lead', body: 1050 },
    ),
    sound: {
      layout: layout(
        'top: {cols: 1-3, lines: 5-26}\nfoot: {cols: 1-3, lines: 28-50}\nside: {cols: 4-6, lines: 5-50}',
        lint(),
      ),
      issue: issue(
        { id: 'a', region: 'top', body: 540 },
        { id: 'b', region: 'foot', role: 'third', body: 540 },
        { id: 'c', region: 'side', role: 'lead', body: 1050 },
      ),
    },
  },
  {
    code: 'taboo-leg-length',
    layout: layout('top: {cols: 1-6, lines: 5-11}\nfoot: {cols: 1-6, lines: 13-50}', lint()),
    issue: issue(
      { id: 'a', region: 'top', role: 'lead', body: 130, told: true },
      { id: 'b', region: 'foot', body: 1900 },
    ),
    sound: {
      layout: layout('top: {cols: 1-6, lines: 5-24}\nfoot: {cols: 1-6, lines: 26-50}', lint()),
      issue: issue(
        { id: 'a', region: 'top', role: 'lead', body: 800 },
        { id: 'b', region: 'foot', body: 1050 },
      ),
    },
  },
  {
    code: 'taboo-lone-line',
    // Paragraphs of two lines; of a column and its neighbour, a line shorter, one has an odd number of lines.
    layout: layout(
      'west: {shape: [{cols: 1-3, lines: 5-49}, {cols: 1-1, lines: 50-50}]}\neast: {cols: 4-6, lines: 5-50}',
      `text: {keep: {widow: 1L, orphan: 1L}}\n${lint()}`,
    ),
    issue: issue(left({ body: prose(940, 16) }), right({ role: 'third' })),
    sound: { layout: layout(HALVES, lint()), issue: issue(left(), right({ role: 'third' })) },
  },
  {
    code: 'taboo-subhead-at-foot',
    layout: layout(HALVES, `text: {keep: {widow: 1L, orphan: 1L, subhead_with_next: 1L}}\n${lint()}`),
    issue: issue(
      left({
        told: true,
        body: Array.from({ length: 60 }, (_, i) => `      - subhead: 小题${i + 1}\n      - 水位平稳。`).join(
          '\n',
        ),
      }),
      right({ role: 'third' }),
    ),
    sound: { layout: layout(HALVES, lint()), issue: issue(left(), right({ role: 'third' })) },
  },
  {
    code: 'taboo-river',
    layout: layout(HALVES, `text: {tracking: 0.1em}\n${lint('river: warn')}`),
    issue: issue(left({ body: 900 }), right({ role: 'third', body: 900 })),
    sound: { layout: layout(HALVES, lint('river: warn')), issue: issue(left(), right({ role: 'third' })) },
  },
  {
    code: 'taboo-tinted-type',
    layout: halves.replace('  subhead:', '  note: {face: kai, size: 8pt, colour: K60}\n  subhead:'),
    issue: issue(left({ body: 900, more: `editor_note: 水位是大家的事。 ${MARK}` }), right()),
    sound: {
      layout: halves,
      issue: issue(left({ body: 900, more: 'editor_note: 水位是大家的事。' }), right()),
    },
  },
];

const PAPER = [
  'name: 澄湖日报',
  'cn: CN 00-0001',
  'publisher: 澄湖日报社出版',
  'address: 澄湖市柳堤路1号',
  'telephone: 0500-2000000',
  'printer: 澄湖印务中心',
  'printer_address: 澄湖市工业路8号',
  'distribution: 邮发代号 0-00',
  'price: 每份一元五角',
];

const FACTS = 'edition: {issue: 第8137期, pages: 今日8版}';

const front = layout(
  'top: {lines: 18-50}',
  `masthead: {height: 12L, name_size: [30pt, 48pt, 60pt]}\n${lint()}`,
);

function frontIssue(lines: readonly string[] = [], facts = FACTS): string {
  const head = [
    'layout: trial',
    'paper: chenghu',
    'date: 2026-03-18',
    'page: {number: 1, section: 要闻}',
    facts,
  ];
  const all = [...head.filter((line) => !lines.some((other) => sameKey(line, other))), ...lines];
  return `${all.filter((line) => line !== '').join('\n')}\narticles:\n${story({ id: 'a', region: 'top', body: 1500 })}\n`;
}

const sameKey = (one: string, other: string): boolean => one.split(':')[0] === other.split(':')[0];

const soundFront = { layout: front, issue: frontIssue() };

/** The paper without some of its facts; faults of the paper are told at its first line. */
const paperWithout = (...keys: readonly string[]): string =>
  [
    `pagegen-paper: 1 ${MARK}`,
    ...PAPER.filter((line) => !keys.some((key) => line.startsWith(`${key}:`))),
  ].join('\n') + '\n';

export const WHOLE_PAPER = paperWithout();

const fact = (code: string, ...keys: readonly string[]): BrokenIssue => ({
  code,
  layout: front,
  issue: frontIssue(),
  paper: paperWithout(...keys),
  at: 'paper',
  sound: soundFront,
});

/** A fault that is told at the first line of the issue. */
const marked = (issueText: string): string => `${MARK}\n${issueText}`;

export const FORM_ISSUES: readonly BrokenIssue[] = [
  {
    code: 'form-name',
    layout: front,
    issue: marked(frontIssue().replace('paper: chenghu\n', '')),
    sound: soundFront,
  },
  {
    code: 'form-name-size',
    layout: front
      .replace('name_size: [30pt, 48pt, 60pt]', 'name_size: [20pt, 20pt, 20pt]')
      .replace('sizes: [18pt]', 'sizes: [40pt]'),
    issue: frontIssue(),
    at: 'paper',
    sound: soundFront,
  },
  {
    code: 'form-date',
    layout: front,
    issue: marked(frontIssue().replace('date: 2026-03-18\n', '')),
    sound: soundFront,
  },
  {
    code: 'form-issue-number',
    layout: front,
    issue: marked(frontIssue([], 'edition: {pages: 今日8版}')),
    sound: soundFront,
  },
  {
    code: 'form-page-count',
    layout: front,
    issue: marked(frontIssue([], 'edition: {issue: 第8137期}')),
    sound: soundFront,
  },
  fact('form-registration', 'cn'),
  fact('form-publisher', 'publisher'),
  fact('form-address', 'telephone'),
  fact('form-printer', 'printer_address'),
  fact('form-distribution', 'distribution'),
  fact('form-price', 'price'),
  {
    ...fact('form-points', 'publisher', 'address', 'distribution', 'price'),
    issue: marked(frontIssue()),
    at: 'issue',
  },
  {
    code: 'form-special',
    layout: front,
    issue: marked(frontIssue(['page: {number: 1, section: 号外}'])),
    sound: soundFront,
  },
  {
    code: 'form-page-number',
    layout: halves,
    issue: marked(issue(left(), right()).replace('page: {number: 2, section: 要闻}', 'section: 要闻')),
    sound: { layout: halves, issue: issue(left(), right()) },
  },
  {
    code: 'form-section',
    layout: halves,
    issue: marked(issue(left(), right()).replace(', section: 要闻', '')),
    sound: { layout: halves, issue: issue(left(), right()) },
  },
];

/** A page without errors. */
export const SOUND_NEWS = { layout: halves, issue: issue(left({ role: 'lead' }), right()) };
