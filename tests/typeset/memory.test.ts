import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk } from '../../src/cli/desk.ts';
import type { Context } from '../../src/cli/io.ts';
import { setIssue } from '../../src/cli/issues.ts';
import { folderWith, ROOT } from '../cli/run.ts';

function contextIn(cwd: string): Context {
  const io = { cwd, env: {}, terminal: false, clock: () => 0, stdout: () => {}, stderr: () => {} };
  const stdin = async () => Buffer.from('');
  return { io: { ...io, stdin }, language: 'zh', colour: false, version: '0', home: ROOT };
}

/** Pages and problems with every place as the words of its file. */
async function setWith(desk: ReturnType<typeof openDesk>['desk'], path: string, context: Context) {
  if (!desk) throw new Error('no desk');
  const { pages, diagnostics } = await setIssue(path, desk, undefined, context);
  return { pages, diagnostics };
}

test.each(['wetland', 'briefs-tabloid', 'poetry', 'ryokan'])(
  'a desk that has set %s before sets the changed copy as a new desk does, places and all',
  async (name) => {
    const cwd = folderWith({});
    for (const folder of ['issues', 'papers'])
      cpSync(join(ROOT, folder), join(cwd, folder), { recursive: true });
    const context = contextIn(cwd);
    const path = `issues/${name}.yaml`;
    const { desk: old } = openDesk(context);
    const before = await setWith(old, path, context);
    const text = readFileSync(join(cwd, path), 'utf8');
    // Every place moves; one paragraph says more, and one mark is gone.
    writeFileSync(
      join(cwd, path),
      `# 改过\n${text}`.replace(/。(?=[^\n])/, '，一点不假。').replace(/\*\*/g, ''),
    );
    const again = await setWith(old, path, context);
    const anew = await setWith(openDesk(context).desk, path, context);
    expect(again).toEqual(anew);
    expect(again).not.toEqual(before);
  },
);
