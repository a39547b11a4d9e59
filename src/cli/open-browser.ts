import { spawn } from 'node:child_process';
import { say, type Context } from './io.ts';

/** Programs that open a URL, by system. */
const OPENERS: readonly (readonly [string, readonly string[]])[] = [
  ['xdg-open', []],
  ['open', []],
  ['cmd', ['/c', 'start', '']],
];

/** Opens a URL of ours in the reader's browser; tries the programs of each system in turn and says when none is there. */
export function openInBrowser(url: string, context: Context): void {
  tryOpener(0, url, context);
}

function tryOpener(index: number, url: string, context: Context): void {
  const opener = OPENERS[index];
  if (!opener) {
    say(context, {
      zh: '打不开浏览器；请自己打开上面的网址',
      en: 'cannot open a browser; open the URL above',
    });
    return;
  }
  const [program, words] = opener;
  const child = spawn(program, [...words, url], { stdio: 'ignore', detached: true });
  child.once('error', () => tryOpener(index + 1, url, context));
  child.unref();
}
