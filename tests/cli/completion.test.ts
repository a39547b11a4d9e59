import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { folderWith, run } from './run.ts';

let script = '';
let folder = '';

beforeAll(async () => {
  folder = folderWith({
    'issues/one two.yaml': 'headline: 甲\n',
    'issues/three.yaml': 'headline: 乙\n',
    'layouts/own.yaml': '',
  });
  script = (await run(folder, ['completion', 'bash'])).stdout;
});

/** What bash offers when TAB is struck at the end of a line. */
function offered(line: string): readonly string[] {
  const words = line.split(' ');
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const program = `${script}
COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _pagegen; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', program], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.split('\n').filter((word) => word !== '');
}

describe('bash', () => {
  test('commands, all of them', () => {
    expect(offered('pagegen ')).toEqual(COMMANDS.map(({ name }) => name));
    expect(offered('pagegen pre')).toEqual(['preview', 'preflight']);
  });

  test.each(COMMANDS)('options of $name', ({ name, options }) => {
    const flags = options.map((option) => /--[a-z-]+/.exec(option.flags)![0]);
    const found = offered(`pagegen ${name} --`);
    expect([...flags, '--help'].filter((flag) => !found.includes(flag))).toEqual([]);
    expect(found.length).toBe(new Set(found).size);
  });

  test.each([
    ['pagegen build issues/', ['issues/one two.yaml', 'issues/three.yaml']],
    ['pagegen build issues/three.yaml issues/one', ['issues/one two.yaml']],
    ['pagegen build --layout tabloid-t', ['tabloid-theme']],
    ['pagegen build --layout ow', ['own']],
    ['pagegen build --pdfx ', ['4', '1a']],
    ['pagegen lines --kinsoku css-n', ['css-normal']],
    ['pagegen lines --lang zh-', ['zh-Hans', 'zh-Hant']],
    ['pagegen count --lang ', ['zh', 'en']],
    ['pagegen schema ', ['issue', 'layout', 'paper']],
    ['pagegen completion z', ['zsh']],
    ['pagegen init ', ['issues', 'layouts']],
    ['pagegen build x.yaml -o iss', ['issues']],
    ['pagegen layouts ', []],
    ['pagegen lines --measure ', []],
  ])('%s', (line, wanted) => {
    expect([...offered(line)].toSorted()).toEqual([...wanted].toSorted());
  });

  test('the script is taken in without a word', () => {
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', `${script}\ncomplete -p pagegen`], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe('complete -o filenames -F _pagegen pagegen\n');
  });
});

test.each(['zsh', 'fish'])('%s: every command with what it does and every option', async (shell) => {
  const { code, stdout } = await run('/', ['completion', shell, '--lang', 'en']);
  expect(code).toBe(0);
  for (const { name, options } of COMMANDS) {
    expect(stdout).toContain(name);
    for (const { flags } of options) {
      const long = /--([a-z-]+)/.exec(flags)![1];
      expect(stdout).toContain(shell === 'fish' ? `-l ${long}` : `--${long}`);
    }
  }
  expect(stdout).not.toMatch(/\p{Script=Han}/u);
  // The shell itself reads it where it is installed.
  const file = join(folderWith({ script: stdout }), 'script');
  const { error, status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
  if (!error) expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('another shell is refused with the names of those that there are', async () => {
  const { code, stderr } = await run('/', ['completion', 'tcsh']);
  expect(code).toBe(2);
  expect(stderr).toContain('只有 bash、zsh 和 fish');
});
