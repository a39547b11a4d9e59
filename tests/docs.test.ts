import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../src/cli/commands.ts';
import { issueDefinition } from '../src/read/issue-definition.ts';
import { readIssue } from '../src/read/issue.ts';
import { paperDefinition, readPaper } from '../src/read/paper.ts';
import { readLayout } from '../src/read/layout.ts';
import { layoutDefinition } from '../src/read/layout-definition.ts';
import { readLock } from '../src/read/lock.ts';
import { DEFAULT_SIZES } from '../src/read/lengths.ts';
import type { JsonSchema } from '../src/read/json-schema.ts';
import { scoreOf } from '../src/makeup/news/score.ts';
import type { NewsPlan } from '../src/model/news.ts';
import { folderWith, ROOT, run } from './cli/run.ts';
import { NEWS_DESIGN } from './support/news-design.ts';

const PAPERS = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'THIRD-PARTY.md',
  'CHANGELOG.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

const textOf = (paper: string): string => readFileSync(join(ROOT, paper), 'utf8');

interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a paper, in order. */
function blocksOf(paper: string): readonly Block[] {
  const found = textOf(paper).matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...found].map(([, language = '', text = '']) => ({ language, text }));
}

interface Session {
  readonly line: string;
  /** Lines of output as the paper shows them. */
  readonly shown: readonly string[];
}

/** The commands of a console block with what they print. */
function sessionsOf(block: string): readonly Session[] {
  const [, ...parts] = ('\n' + block).split('\n$ ');
  return parts.map((part) => {
    const [line = '', ...shown] = part.trimEnd().split('\n');
    return { line, shown };
  });
}

interface Call {
  readonly argv: readonly string[];
  readonly input: string;
}

/** `echo 字 | pagegen lines …`, `npx pagegen …`, `pagegen … > file`; anything else is not a call of ours. */
function callOf(line: string): Call | undefined {
  const [, input = '', words = ''] =
    /^(?:echo (.*?) \| )?(?:npx )?pagegen ([^|&;>]+?)(?: > \S+)?$/.exec(line) ?? [];
  return words === '' ? undefined : { argv: words.split(/\s+/), input: input && `${input}\n` };
}

/** What may differ from one machine or version to the next is left out: numbers, and the words of the copy. */
function masked(line: string): string {
  return line
    .replace(/“[^”]*”/g, '“”')
    .replace(/[\d.]+/g, '0')
    .trimEnd();
}

/**
 * The shown lines that the output lacks, in order. `…` stands for any lines, at the end of a line for its rest; source
 * lines and their carets, indented by eight, are not compared.
 */
function lacking(shown: readonly string[], output: string): readonly string[] {
  const lines = output.split('\n').map(masked);
  let from = 0;
  return shown.filter((line) => {
    if (line === '…' || line.startsWith('        ')) return false;
    const wanted = masked(line.replace(/\s*…$/, ''));
    const at = lines.findIndex((one, index) => {
      return index >= from && (line.endsWith('…') ? one.startsWith(wanted) : one === wanted);
    });
    if (at >= 0) from = at + 1;
    return at < 0;
  });
}

/** A folder as a reader of the paper has it: the sample issues, and the files that the paper tells to write. */
function folderOf(paper: string): string {
  const folder = folderWith({});
  // A page that somebody began after the README is theirs, and `init` must find its place free.
  const filter = (path: string) => basename(path) !== 'my-first-page.yaml';
  for (const name of ['issues', 'papers'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true, filter });
  for (const { text } of blocksOf(paper)) {
    const path = /^# (\S+\.yaml)\n/.exec(text)?.[1];
    if (path === undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe.each(['README.md', 'docs/issue.md', 'docs/layouts.md', 'docs/press.md', 'docs/editors.md'])(
  'commands of %s',
  (paper) => {
    const folder = folderOf(paper);
    const sessions = blocksOf(paper)
      .filter(({ language }) => language === 'console')
      .flatMap(({ text }) => sessionsOf(text));

    test('are there', () => {
      expect(sessions.length).toBeGreaterThan(1);
    });

    test.each(sessions)('$line', async ({ line, shown }) => {
      const call = callOf(line);
      if (!call) throw new Error(`not a call of pagegen: ${line}`);
      const { code, stdout, stderr } = await run(folder, call.argv, { input: call.input });
      const output = stdout + stderr;
      expect(lacking(shown, output), output).toEqual([]);
      expect(code).toBe(shown.some((one) => one.includes('错误[')) ? 1 : 0);
    });
  },
);

test('the README begins with two commands for a fresh clone, and `npm ci` compiles', async () => {
  const [first, second] = blocksOf('README.md');
  expect(first?.text).toBe('npm ci && npx pagegen build issues/wetland.yaml\n');
  expect(second?.text).toBe('npm ci && npm test\n');
  const { scripts, bin } = JSON.parse(textOf('package.json'));
  expect(scripts).toMatchObject({ prepare: 'npm run build', build: expect.stringContaining('tsc') });
  expect(existsSync(join(ROOT, bin.pagegen))).toBe(true);
  const cwd = folderOf('README.md');
  expect((await run(cwd, ['build', 'issues/wetland.yaml'])).code).toBe(0);
  expect(existsSync(join(cwd, 'out/wetland.pdf'))).toBe(true);
});

test('the README names every command with every option', () => {
  const readme = textOf('README.md');
  const rows = COMMANDS.map(({ name }) => `| \`pagegen ${name}`);
  const flags = COMMANDS.flatMap(({ options }) =>
    options.map((option) => /--[a-z-]+/.exec(option.flags)![0]),
  );
  const missing = [...rows, ...flags].filter((words) => !readme.includes(words));
  expect(missing).toEqual([]);
});

test('docs/editors.md starts the language server with words that the command takes', () => {
  const blocks = blocksOf('docs/editors.md').filter(({ text }) => /"lsp"|'lsp'/.test(text));
  expect(blocks.map(({ language }) => language)).toEqual(['json', 'lua', 'toml', 'lisp', 'json']);
  const flags = new Set(COMMANDS.find(({ name }) => name === 'lsp')!.options.map(({ flags: all }) => all));
  for (const { language, text } of blocks) {
    if (language === 'json') JSON.parse(text);
    expect(text).toMatch(/["']pagegen["']/);
    expect((text.match(/--[a-z]+/g) ?? []).filter((flag) => !flags.has(flag))).toEqual([]);
  }
});

test('the README shows every layout that is shipped', () => {
  const names = readdirSync(join(ROOT, 'layouts')).map((file) => file.replace(/\.yaml$/, ''));
  const readme = textOf('README.md');
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

/** Every key that a schema knows, at any depth. */
function keysOf(schema: JsonSchema): readonly string[] {
  const { properties = {}, additionalProperties: rest, items, anyOf = [], allOf = [] } = schema;
  const inner = [...Object.values(properties), ...anyOf, ...allOf, ...(items ? [items] : [])];
  const others = typeof rest === 'object' ? [rest] : [];
  return [...Object.keys(properties), ...[...inner, ...others].flatMap(keysOf)];
}

test.each([
  ['docs/issue.md', 40, issueDefinition.schema],
  ['docs/issue.md', 20, paperDefinition.schema],
  ['docs/layouts.md', 40, layoutDefinition(DEFAULT_SIZES).schema],
])('%s names every key of %i and more, in both languages', (paper, least, schema) => {
  const text = textOf(paper);
  const keys = [...new Set(keysOf(schema))];
  expect(keys.length).toBeGreaterThanOrEqual(least);
  // Names of checks may be written with `_` for `-`, which is said once.
  const isNamed = (key: string) =>
    [key, key.replaceAll('_', '-')].some((name) => text.includes(`\`${name}\``));
  expect(keys.filter((key) => !isNamed(key))).toEqual([]);
});

describe('terms of the score', () => {
  /** Terms with their usual weights, as the scorer has them. */
  const source = textOf('src/makeup/news/score.ts');
  const table = /const WEIGHTS[^{]*\{([^}]*)\}/.exec(source)?.[1] ?? '';
  const weights = [...table.matchAll(/'?([a-z-]+)'?: ([\d.]+),/g)].map(([, name, off]) => [
    name,
    Number(off),
  ]);
  const sheet = scoreOf({ design: NEWS_DESIGN } as NewsPlan, { sets: [], adverts: [], emptyFoot: 0 });

  test('are those that a layout may weigh', () => {
    const { score } = layoutDefinition(DEFAULT_SIZES).schema.properties ?? {};
    expect(sheet.terms.map(({ name }) => name)).toEqual(Object.keys(score?.properties ?? {}));
  });

  test('stand in the paper with their weights', () => {
    const part = textOf('docs/layouts.md').split('### `score`')[1]?.split('\n### ')[0] ?? '';
    const rows = [...part.matchAll(/^\| `([a-z-]+)` \| ([\d.]+) \|/gm)].map(([, name, off]) => [
      name,
      Number(off),
    ]);
    expect(weights.length).toBe(sheet.terms.length);
    expect(rows).toEqual(weights);
  });
});

/** What a lock file says that it was written for. */
function lockedBy(text: string): Parameters<typeof readLock>[1] {
  const layout = /^layout: (\S+)/m.exec(text)?.[1] ?? '';
  return { layout, stories: [...text.matchAll(/^  (\S+): \[/gm)].map(([, id]) => id ?? '') };
}

/** Whole files that a paper shows: the first line names the file, its folder tells what it is. */
const SHOWN_FILES = ['docs/issue.md', 'docs/layouts.md', 'README.md'].flatMap((paper) =>
  blocksOf(paper).flatMap(({ text }) => {
    const path = /^# (\S+\.yaml)\n/.exec(text)?.[1];
    return path === undefined ? [] : [{ path, text }];
  }),
);

test('whole files that the papers show read without a word', () => {
  expect(SHOWN_FILES.length).toBeGreaterThan(3);
  const papers = new Map(SHOWN_FILES.map(({ path, text }) => [basename(path, '.yaml'), { path, text }]));
  for (const { path, text } of SHOWN_FILES) {
    const told: string[] = [];
    const report = ({ code }: { readonly code: string }) => told.push(code);
    if (path.endsWith('.lock.yaml')) readLock({ path, text }, lockedBy(text), report);
    else if (path.startsWith('issues/')) readIssue({ path, text }, report, { papers, tables: new Map() });
    else if (path.startsWith('papers/')) readPaper({ path, text }, report);
    else if (path.startsWith('layouts/')) readLayout({ path, text }, report);
    else throw new Error(`no reader for ${path}`);
    expect(told, path).toEqual([]);
  }
});

/** Parts of files that a paper shows, made whole by what they leave out. */
const PARTS = {
  'docs/layouts.md': (text: string) =>
    [
      text,
      /^page:/m.test(text) ? '' : 'page: {trim: [390mm, 550mm], type_area: {height: 123L}}',
      /^(?:grid|bases):/m.test(text)
        ? ''
        : 'grid: {base: {size: 小五, leading: 1.25}, columns: 8, measure: 13字}',
      /^regions:/m.test(text) ? '' : 'regions: {}',
    ].join('\n'),
  'docs/issue.md': (text: string) => {
    if (/^(?:table|chart):/.test(text))
      return `articles:\n  - headline: 甲\n${text.replaceAll(/^/gm, '    ')}`;
    return /^(?:headline|articles):/m.test(text) ? text : `headline: 甲\n${text}`;
  },
} as const;

const SHOWN_PARTS = Object.entries(PARTS).flatMap(([paper, whole]) =>
  blocksOf(paper)
    .filter(({ language, text }) => language === 'yaml' && !/^# \S+\.yaml\n/.test(text))
    .map(({ text }) => ({ paper, first: text.split('\n', 1)[0], text: whole(text) })),
);

test.each(SHOWN_PARTS)('$paper: $first … reads without a word', ({ paper, text }) => {
  const told: string[] = [];
  const report = ({ code }: { readonly code: string }) => told.push(code);
  if (paper === 'docs/layouts.md') readLayout({ path: 'x.yaml', text }, report);
  else readIssue({ path: 'x.yaml', text }, report);
  expect(told).toEqual([]);
});

test('the table of broken columns is what the reader counts', () => {
  const rows = [...textOf('docs/layouts.md').matchAll(/^\| (\d)破(\d) \| (\d+) \| ([\d.]*) \|$/gm)];
  expect(rows.length).toBeGreaterThan(6);
  for (const [, merged, into, characters, gutter] of rows) {
    const text = [
      'page: {trim: [390mm, 550mm]}',
      'grid: {base: {size: 9pt, leading: 1.25}, columns: 8, measure: 13字, gutter: 1字}',
      `regions: {blocks: {columns: [{cols: 1-${merged}, break: ${merged}破${into}}]}}`,
    ].join('\n');
    const layout = readLayout({ path: 'x.yaml', text }, () => {});
    const [first, second] = layout?.designs[0]?.flow ?? [];
    const name = `${merged}破${into}`;
    expect(first?.measure, name).toBe(Number(characters));
    const white = first && second ? (second.x - first.x - first.width) / 9 : 0;
    expect(white, name).toBeCloseTo(Number(gutter), 6);
  }
});

/** Packages in a paper, by name or as `name-*`, with their licences. */
function licencesIn(text: string): readonly { readonly name: string; readonly licence: string }[] {
  const rows = text.matchAll(/^\| \[?`([^`]+)`\S* \| ([^|]+?) \|/gm);
  return [...rows].map(([, name = '', licence = '']) => ({ name, licence }));
}

test('the paper has the licence of every package that is needed and not under MIT', () => {
  const rows = licencesIn(textOf('THIRD-PARTY.md').split('\n## Needed')[1] ?? '');
  const isOf = (row: string, name: string) =>
    row.endsWith('*') ? name.startsWith(row.slice(0, -1)) : name === row;
  const told = (name: string) =>
    rows.filter((row) => isOf(row.name, name)).toSorted((a, b) => b.name.length - a.name.length)[0]?.licence;
  const { packages } = JSON.parse(textOf('package-lock.json')) as {
    readonly packages: Readonly<Record<string, { readonly license?: string; readonly dev?: boolean }>>;
  };
  const needed = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { license }]) => ({ name: path.split('node_modules/').at(-1)!, license }));
  // Some say it in a file of theirs alone.
  const wrong = needed.filter(({ name, license }) =>
    license === undefined ? told(name) === undefined : (told(name) ?? 'MIT') !== license,
  );
  expect(wrong).toEqual([]);
  expect(rows.filter((row) => !needed.some(({ name }) => isOf(row.name, name)))).toEqual([]);
});

/** What a paper points to: links, pictures, and names of files of this project. */
function pointersOf(paper: string): readonly string[] {
  const text = textOf(paper).replace(/^```[\s\S]*?^```$/gm, '');
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
  const own = links
    .filter((target) => !/^https?:/.test(target))
    .map((target) => join(dirname(paper), target));
  const named = [...text.matchAll(/`((?:src|tests|scripts|bin|bench)\/[\w./*-]*)`/g)].map(
    ([, path = '']) => path,
  );
  return [...own, ...named.filter((path) => !/\bx\./.test(path))];
}

/** A file or folder; `*` stands for any characters of a name. */
function isThere(path: string): boolean {
  if (!path.includes('*')) return existsSync(join(ROOT, path));
  const pattern = new RegExp(`^${path.split('*').map(escaped).join('.*')}$`);
  const folder = dirname(path);
  return readdirSync(join(ROOT, folder)).some((file) => pattern.test(`${folder}/${file}`));
}

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

test.each(PAPERS)('%s points to files that exist', (paper) => {
  expect(pointersOf(paper).filter((path) => !isThere(path))).toEqual([]);
});

/** The anchors of a paper's headings, as they are made of their words where papers are shown. */
function anchorsOf(paper: string): ReadonlySet<string> {
  const text = textOf(paper).replace(/^```[\s\S]*?^```$/gm, '');
  const times = new Map<string, number>();
  const anchors = [...text.matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) => {
    const words = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '');
    const anchor = words.replaceAll(/\s/g, '-');
    const before = times.get(anchor) ?? 0;
    times.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
  return new Set(anchors);
}

test.each(PAPERS)('%s points to headings that exist', (paper) => {
  const links = [...textOf(paper).matchAll(/\]\(([^)#\s]*)#([^)\s]+)\)/g)];
  const lost = links.filter(([, file = '', anchor = '']) => {
    if (/^https?:/.test(file)) return false;
    return !anchorsOf(file === '' ? paper : join(dirname(paper), file)).has(anchor);
  });
  expect(lost.map(([link]) => link)).toEqual([]);
});

test('pictures of the papers are small', () => {
  const pictures = readdirSync(join(ROOT, 'docs')).filter((file) => file.endsWith('.png'));
  expect(pictures.length).toBeGreaterThan(2);
  const sizes = pictures.map((file) => [file, statSync(join(ROOT, 'docs', file)).size] as const);
  expect(sizes.filter(([, bytes]) => bytes > 250 * 1024)).toEqual([]);
});
