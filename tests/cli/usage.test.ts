import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languageOf } from '../../src/cli/io.ts';
import { folderWith, run } from './run.ts';

const GOOD = 'headline: 标题\n';

/** Wrong uses: arguments, and what the one line on stderr says in Chinese and in English. */
const WRONG: readonly (readonly [string, string, string])[] = [
  ['bild x.yaml', '没有命令 bild；是不是 build？', 'there is no command bild; did you mean build?'],
  ['build x.yaml --profo', '没有选项 --profo；是不是 --proof？', 'there is no option --profo'],
  ['build', '缺少参数 issue', 'argument issue is missing'],
  ['build x.yaml -o', '后面缺少值', 'needs a value'],
  ['fonts extra', '参数太多', 'too many arguments'],
  ['build x.yaml --lang fr', '--lang 只能是 zh 或 en，不是 fr', '--lang is zh or en, not fr'],
  ['build x.yaml y.yaml -o a.pdf', '不能写进同一个文件 a.pdf', 'cannot go into one file a.pdf'],
  ['build x.yaml sub/x.yaml', '都要写 out/x.pdf', 'would both write out/x.pdf'],
  ['build x.yaml --layout nosuch', '没有名为 nosuch 的版式。现有：', 'there is no layout nosuch. Known: '],
  ['schema page', '没有 page 的模式', 'no schema page'],
  ['schema constructor', '没有 constructor 的模式', 'no schema constructor'],
  ['completion constructor', '没有 constructor 的补全', 'no completion for constructor'],
  ['lines x.yaml --measure 13mm', '--measure 不能是 13mm', '--measure cannot be 13mm'],
  ['lines x.yaml --mark-shrink 0.6em', '--mark-shrink 不能是 0.6em', '--mark-shrink cannot be 0.6em'],
  ['lines x.yaml --kinsoku hard', '可选 none、basic、gb', 'choose from none, basic, gb'],
  ['lines x.yaml --lang fr', '--lang 不能是 fr', '--lang cannot be fr'],
  ['lines x.yaml --font nosuch', '--font 不能是 nosuch', '--font cannot be nosuch'],
];

test.each(WRONG)('pagegen %s is refused with 2, one line, and nothing written', async (line, zh, en) => {
  const cwd = folderWith({ 'x.yaml': GOOD, 'y.yaml': GOOD, 'sub/x.yaml': GOOD });
  for (const [language, expected] of Object.entries({ zh, en })) {
    const { code, stdout, stderr } = await run(cwd, line.split(' '), { env: { LANG: language } });
    expect(stderr).toContain(expected);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  }
  expect(readdirSync(cwd).toSorted()).toEqual(['sub', 'x.yaml', 'y.yaml']);
});

/** Options that each command promises. */
const PROMISED: Readonly<Record<string, string>> = {
  build: '--output --layout --proof --json --strict --force --lang',
  check: '--layout --json --strict --lang',
  count: '--layout --json --lang',
  lines:
    '--measure --indent --kinsoku --punctuation --mark-shrink --start-trim --end-trim --hang --cjk-latin-gap ' +
    '--tracking --breaking --overflow --align --short-last --lang --font --json',
  layouts: '--json --lang',
  fonts: '--json --lang',
  schema: '--lang',
  init: '--news --lang',
  diff: '--png --layout --json --lang',
  lsp: '--stdio --lang',
  completion: '--lang',
};

test.each(Object.entries(PROMISED))(
  'the help of %s names its options and an example',
  async (command, options) => {
    const zh = await run('/', [command, '--help']);
    const en = await run('/', [command, '--help', '--lang', 'en']);
    for (const option of options.split(' ')) expect(zh.stdout).toContain(option);
    expect(zh.stdout).toContain(`例： pagegen ${command}`);
    expect(en.stdout).toContain(`Example: pagegen ${command}`);
    expect(en.stdout).not.toMatch(/\p{Script=Han}/u);
    expect([zh.code, en.code]).toEqual([0, 0]);
  },
);

test('no command: the help on stderr and exit code 2; --version: the version alone', async () => {
  const bare = await run('/', []);
  expect(bare.code).toBe(2);
  expect(bare.stderr).toContain('build');
  expect(await run('/', ['--version'])).toEqual({ code: 0, stdout: '9.9.9\n', stderr: '' });
});

test.each([
  [{}, 'zh'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'C.UTF-8' }, 'zh'],
  [{ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
  [{ LC_ALL: '', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
  [{ LC_ALL: 'zh_CN.UTF-8', PAGEGEN_LANG: 'en' }, 'en'],
])('the environment %o asks for messages in %s', (env, language) => {
  expect(languageOf(env)).toBe(language);
});

test('a fault of ours ends with 3 and one line that says how to report it', async () => {
  const clock = () => {
    throw new RangeError('no clock');
  };
  const { code, stderr } = await run(folderWith({ 'x.yaml': GOOD }), ['build', 'x.yaml'], { clock });
  expect(code).toBe(3);
  expect(stderr).toMatch(/^pagegen 9\.9\.9 .*RangeError: no clock.*CONTRIBUTING\.md.*\n$/);
});
