import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom. What is not listed on the right is out of reach. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: ['base'],
  model: ['base', 'model'],
  fonts: ['base', 'model', 'fonts'],
  read: ['base', 'model', 'read'],
  check: ['base', 'model', 'check'],
  plan: ['base', 'model', 'plan'],
  typeset: ['base', 'model', 'fonts/font.ts', 'typeset'],
  makeup: ['base', 'model', 'makeup'],
  pictures: ['base', 'model', 'pictures'],
  compare: ['base', 'model', 'compare'],
  output: ['base', 'model', 'fonts/font.ts', 'output'],
  'build.ts': ['base', 'model', 'fonts/font.ts', 'read', 'check', 'plan', 'typeset', 'makeup'],
  preflight: ['base', 'model', 'preflight'],
  preview: ['base', 'model', 'preview'],
  'preview/browser': ['model/preview.ts', 'preview/browser'],
  'files.ts': ['base'],
  cli: [
    'base',
    'model',
    'fonts',
    'read',
    'check',
    'compare',
    'typeset',
    'pictures',
    'output',
    'preflight',
    'preview',
    'build.ts',
    'files.ts',
    'cli',
  ],
  'cli.ts': ['base', 'output', 'files.ts', 'cli'],
};

/** Every package and module of Node behind the file or folder named. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  '@cantoo/pdf-lib': ['pictures/pdf-form.ts', 'pictures/pdf-page.ts', 'preflight/parser.ts'],
  '@embedpdf/pdfium': ['output/pdfium.ts'],
  '@resvg/resvg-js': ['pictures/svg.ts'],
  chokidar: ['cli/watcher.ts'],
  commander: ['cli.ts'],
  diff: ['compare'],
  fontkit: ['fonts/fontkit.ts'],
  hyphen: ['typeset/hyphen.ts'],
  'jieba-wasm': ['typeset/words.ts'],
  'lunar-typescript': ['plan/calendar.ts'],
  pdfkit: ['output/pdf-document.ts'],
  sharp: ['pictures/sharp.ts'],
  'vscode-languageserver': ['cli/lsp'],
  'vscode-languageserver-textdocument': ['cli/lsp'],
  yaml: ['read/yaml.ts'],
  'node:child_process': ['cli/open-browser.ts', 'cli/revision.ts'],
  'node:fs': ['files.ts'],
  'node:http': ['preview/server.ts'],
  'node:os': ['files.ts'],
  'node:url': ['cli/lsp'],
  'node:path': ['files.ts', 'cli'],
  'node:module': ['fonts/fontkit.ts', 'typeset/words.ts', 'typeset/hyphen.ts', 'plan/calendar.ts'],
  'node:crypto': ['output', 'pictures', 'preflight/icc.ts', 'cli'],
  'node:timers/promises': ['cli/watcher.ts'],
  'node:util': ['output'],
  'node:zlib': ['output', 'pictures', 'preflight/filters.ts'],
};

/** Packages that not every build needs: loaded on first use, for each costs a cold start more than the rest of its room. */
const LATE: ReadonlySet<string> = new Set([
  '@embedpdf/pdfium',
  '@resvg/resvg-js',
  'fontkit',
  'hyphen',
  'jieba-wasm',
  'lunar-typescript',
  'sharp',
]);

/** What makes a result depend on more than the arguments, or hides a type; with the reason that a failure shows. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b|\bnew Date\(\)/, 'the clock is read at the front door only'],
  [/\bperformance\./, 'the clock is read at the front door only'],
  [/\bMath\.random\b|\brandomUUID\b/, 'equal sources give equal bytes'],
  [/\bprocess\./, 'the environment is read at the front door only'],
  [/\bconsole\./, 'problems go to Report, results are returned'],
  [/\bfetch\(|\bsetTimeout\(/, 'no network, no waiting'],
  [/\.toLocale\w*\(/, 'results do not depend on the language of the machine'],
  [/\bthrow new (?!Error\()/, 'bad input is reported; a thrown Error is a bug of ours'],
];

/** Ways of writing that the house does not use, in every file. */
const UNUSED: readonly (readonly [RegExp, string])[] = [
  [/^(?:export )?(?:abstract )?class /m, 'functions over records'],
  [/^(?:export )?(?:const )?enum /m, 'unions of literals'],
  [/^export default\b/m, 'named exports'],
  [/^export \* from|^export \{[^}]*\} from/m, 'no barrels'],
  [/: any\b|<any>|\bas any\b/, 'no any'],
  [/\b(?:TODO|FIXME|XXX)\b/, 'open points are issues, not comments'],
  [/@ts-(?:ignore|nocheck)/, 'types are not silenced'],
  [/from '\.[^']*(?<!\.ts)'/, 'imports name the file, with .ts'],
];

/** Longer functions, each an algorithm told in one place. */
const LONG_FUNCTIONS: Readonly<Record<string, number>> = {};

const MAX_FILE = 300;
const MAX_FUNCTION = 40;
const MAX_PARAMETERS = 4;

const SOURCE = resolve(import.meta.dirname, '../src');
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .toSorted();
const sources = new Map(files.map((file) => [file, readFileSync(join(SOURCE, file), 'utf8')]));

/** What a file imports, static or dynamic: files relative to src, packages by name. */
function importsOf(
  file: string,
  pattern = /(?:\bfrom |\bimport |\bimport\(|\brequire\()'([^']+)'/g,
): readonly string[] {
  const names = [...(sources.get(file) ?? '').matchAll(pattern)].map(([, name]) => name!);
  return names.map((name) =>
    name.startsWith('.') ? relative(SOURCE, join(SOURCE, file, '..', name)) : name,
  );
}

const isWithin = (file: string, places: readonly string[]) =>
  places.some((place) => file === place || file.startsWith(`${place}/`));
const isFile = (name: string) => name.endsWith('.ts');
/** Runs in a browser, where the page, its clock and its waiting are the world that it is for. */
const BROWSER = 'preview/browser';
const roomOf = (file: string) => (isWithin(file, [BROWSER]) ? BROWSER : file.split('/', 1)[0]!);
const isFrontDoor = (file: string) => file === 'files.ts' || isWithin(file, [BROWSER]);

/** Source without comments and texts, so that only code is searched. */
function codeOf(file: string): string {
  return sources
    .get(file)!
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|\s)\/\/.*$/gm, '$1')
    .replace(/`(?:[^`\\]|\\.)*`/g, '``');
}

describe.each(files)('%s', (file) => {
  test('imports only what its room may', () => {
    const allowed = MAY_IMPORT[roomOf(file)];
    expect(allowed, `no room ${roomOf(file)}`).toBeDefined();
    const strays = importsOf(file)
      .filter(isFile)
      .filter((target) => !isWithin(target, allowed!));
    expect(strays).toEqual([]);
  });

  test('goes to a package through its door', () => {
    const strays = importsOf(file).filter(
      (name) => !isFile(name) && !isWithin(file, DOORS[packageOf(name)] ?? []),
    );
    expect(strays).toEqual([]);
  });

  test('loads what is not always needed on first use', () => {
    const early = importsOf(file, /^import (?!type\b)(?:[^;]*? from )?'([^']+)'/gm);
    expect(early.filter((name) => LATE.has(packageOf(name)))).toEqual([]);
  });

  test('writes as the house does', () => {
    const rules = isFrontDoor(file) ? UNUSED : [...UNUSED, ...FORBIDDEN];
    const code = codeOf(file);
    expect(rules.filter(([pattern]) => pattern.test(code)).map(([, reason]) => reason)).toEqual([]);
  });

  test(`has at most ${MAX_FILE} lines and functions of at most ${MAX_FUNCTION}`, () => {
    const text = sources.get(file)!;
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(MAX_FILE);
    const long = functionsOf(text).filter(
      ({ name, lines }) => lines > (LONG_FUNCTIONS[`${file} ${name}`] ?? MAX_FUNCTION),
    );
    expect(long).toEqual([]);
  });

  test(`has functions of at most ${MAX_PARAMETERS} parameters`, () => {
    const crowded = functionsOf(sources.get(file)!).filter(({ parameters }) => parameters > MAX_PARAMETERS);
    expect(crowded).toEqual([]);
  });

  test('has a name in kebab-case that is no index', () => {
    expect(file).toMatch(/^(?:[a-z]+\/)*[a-z0-9-]+\.ts$/);
    expect(file).not.toMatch(/index\.ts$/);
  });
});

interface FunctionSize {
  readonly name: string;
  readonly lines: number;
  readonly parameters: number;
}

/** Functions at the left margin with their length from name to closing brace. */
function functionsOf(text: string): readonly FunctionSize[] {
  const found = text.matchAll(/^(?:export )?(?:async )?function\*? (\w+)[\s\S]*?^\}/gm);
  return [...found].map(([body, name]) => ({
    name: name!,
    lines: body.split('\n').length,
    parameters: parametersOf(body),
  }));
}

/** Parameters of a function: the commas between its first brackets that stand in no others. */
function parametersOf(body: string): number {
  const list = body.slice(body.search(/\((?!\s*\))/) + 1).replaceAll('=>', '');
  let depth = 0;
  let count = 1;
  for (const [index, sign] of [...list].entries()) {
    if ('([{<'.includes(sign)) depth += 1;
    if (')]}>'.includes(sign)) depth -= 1;
    if (depth < 0) break;
    if (sign === ',' && depth === 0 && !/^,\s*\)/.test(list.slice(index, index + 100))) count += 1;
  }
  return count;
}

test('no file imports itself by a detour; types alone may look at each other', () => {
  const needs = new Map(
    files.map((file) => [file, importsOf(file, /\b(?<!import type [^;]*)from '([^']+)'/g).filter(isFile)]),
  );
  const cycles = files.flatMap((file) => {
    const seen = new Set<string>();
    const open = [...needs.get(file)!];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === file) return [file];
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(needs.get(next) ?? []));
    }
    return [];
  });
  expect(cycles).toEqual([]);
});

test('every package of package.json has a door, and every door a reason in CONTRIBUTING.md', () => {
  const root = resolve(SOURCE, '..');
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const doors = Object.keys(DOORS).filter((name) => !name.startsWith('node:'));
  expect(doors.toSorted()).toEqual(Object.keys(dependencies).toSorted());
  const paper = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const named = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !name.startsWith('@types/'),
  );
  expect(named.filter((name) => !paper.includes(`\`${name}\``))).toEqual([]);
});

/** The package that a file of it belongs to; a module of Node is itself. */
function packageOf(name: string): string {
  const parts = name.split('/');
  return name.startsWith('node:') ? name : parts.slice(0, name.startsWith('@') ? 2 : 1).join('/');
}
