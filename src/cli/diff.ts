import { resolve } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { compareIssues, type ComparedIssue } from '../compare/compare.ts';
import { writeFiles } from '../files.ts';
import type { Difference } from '../model/difference.ts';
import { differenceEntry, differenceText } from '../output/difference.ts';
import { readIssue } from '../read/issue.ts';
import { openDesk, type Desk } from './desk.ts';
import { withSide, type Side } from './diff-sides.ts';
import { EXIT, jsonText, refuse, say, type Context, type ExitCode } from './io.ts';
import { deskFor, exitCodeOf, setIssue, show } from './issues.ts';

export interface DiffOptions {
  readonly json?: boolean;
  readonly layout?: string;
  /** Where the side-by-side picture goes. */
  readonly png?: string;
}

/** `pagegen diff`: what changed in the words and on the pages from one issue, folder or revision to another. */
export async function diff(
  [before, after]: readonly [string, string],
  options: DiffOptions,
  context: Context,
): Promise<ExitCode> {
  return withSide(before, context, (old) =>
    withSide(after, context, (fresh) => compareSides([old, fresh], options, context)),
  );
}

/** An issue of one side, set. */
export interface SetSide extends ComparedIssue {
  readonly desk: Desk;
  readonly context: Context;
}

/** An issue that both sides have. */
export interface ComparedPair {
  readonly name: string;
  readonly sides: readonly [SetSide, SetSide];
  readonly difference: Difference;
}

async function compareSides(
  sides: readonly [Side, Side],
  options: DiffOptions,
  context: Context,
): Promise<ExitCode> {
  const [old, fresh] = sides;
  if (old.folder !== fresh.folder) {
    return refuse(context, {
      zh: `${old.shown} 和 ${fresh.shown} 要同是文件，或同是文件夹`,
      en: `${old.shown} and ${fresh.shown} are to be two files or two folders`,
    });
  }
  const desks = sides.map((side) => deskOf(side, options));
  const failed = desks.find((desk) => typeof desk === 'number');
  if (failed !== undefined) return failed;
  const [oldDesk, freshDesk] = desks as unknown as readonly [Desk, Desk];
  const names = old.folder ? [...old.issues.keys()].filter((name) => fresh.issues.has(name)) : [''];
  const pairs: ComparedPair[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of names) {
    const one = await setSide(old, name, oldDesk, options);
    const other = await setSide(fresh, name, freshDesk, options);
    diagnostics.push(...one.diagnostics, ...other.diagnostics);
    if (!one.set || !other.set) continue;
    pairs.push({ name, sides: [one.set, other.set], difference: compareIssues(one.set, other.set) });
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  show(errors, context);
  const written = options.png === undefined ? EXIT.done : await writePicture(options.png, pairs, context);
  tell(sides, pairs, options, context);
  return written === EXIT.done ? exitCodeOf(errors, false) : written;
}

function deskOf({ context }: Side, { layout }: DiffOptions): Desk | ExitCode {
  const { desk, diagnostics } = openDesk(context);
  show(diagnostics, context);
  return desk ? deskFor(desk, layout, context) : exitCodeOf(diagnostics, false);
}

/** Sets an issue of a side; there is nothing to compare when it cannot be read. */
async function setSide(
  { issues, context }: Side,
  name: string,
  desk: Desk,
  { layout }: DiffOptions,
): Promise<{ readonly set?: SetSide; readonly diagnostics: readonly Diagnostic[] }> {
  const path = issues.get(name) ?? [...issues.values()][0] ?? '';
  const { source, files, pages, diagnostics } = await setIssue(path, desk, layout, context);
  const issue = source && readIssue(source, () => {}, files);
  return issue ? { set: { issue, pages, desk, context }, diagnostics } : { diagnostics };
}

async function writePicture(
  png: string,
  pairs: readonly ComparedPair[],
  context: Context,
): Promise<ExitCode> {
  const { pictureOf } = await import('./diff-picture.ts');
  const bytes = await pictureOf(pairs, context);
  if (!bytes) {
    say(context, {
      zh: '没有可以并排的版面，不写 PNG',
      en: 'there are no pages to show side by side; no PNG written',
    });
    return EXIT.faulty;
  }
  const failure = writeFiles([{ path: resolve(context.io.cwd, png), bytes }]);
  if (failure !== undefined) {
    say(context, { zh: `写不了 ${png}（${failure}）`, en: `cannot write ${png} (${failure})` });
    return EXIT.usage;
  }
  say(context, {
    zh: `已写好 ${png}：左旧右新。红：删改的字；绿：增改的字；黄：转行不同的行；蓝框：移位的稿件和图片；紫框：改了字号的题`,
    en: `wrote ${png}: old left, new right. Red: words that went; green: words that came; yellow: lines that turn otherwise; blue frame: stories and pictures that moved; violet frame: heads of another size`,
  });
  return EXIT.done;
}

function tell(
  [old, fresh]: readonly [Side, Side],
  pairs: readonly ComparedPair[],
  { json }: DiffOptions,
  { io, language, version }: Context,
): void {
  const missing = (one: Side, other: Side) =>
    one.folder ? [...one.issues.keys()].filter((name) => !other.issues.has(name)) : [];
  const [removed, added] = [missing(old, fresh), missing(fresh, old)];
  if (json) {
    const issues = pairs.map(({ name, difference }) => ({
      ...(name && { issue: name }),
      ...differenceEntry(difference),
    }));
    io.stdout(jsonText({ version, old: old.shown, new: fresh.shown, removed, added, issues }));
    return;
  }
  const zh = language === 'zh';
  const titled = pairs.map(({ name, difference }) => {
    return `${name || `${old.shown} → ${fresh.shown}`}\n${differenceText(difference, language)}`;
  });
  const alone = [
    ...removed.map((name) => (zh ? `${name}：只在 ${old.shown}` : `${name}: only in ${old.shown}`)),
    ...added.map((name) => (zh ? `${name}：只在 ${fresh.shown}` : `${name}: only in ${fresh.shown}`)),
  ];
  io.stdout([...titled, ...alone.map((line) => `${line}\n`)].join(''));
}
