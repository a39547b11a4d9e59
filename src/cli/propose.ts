import type { Diagnostic } from '../base/diagnostic.ts';
import { proposePages, type Sources } from '../build.ts';
import { writeFiles } from '../files.ts';
import type { Page } from '../model/page.ts';
import type { PictureContents } from '../model/picture.ts';
import type { Proposal } from '../model/proposal.ts';
import { proposalEntry, proposalText } from '../output/proposal.ts';
import { lockText } from '../read/lock.ts';
import { cannotRead, openDesk, pathOfLock, readArgument, sourcesOfIssue, type Desk } from './desk.ts';
import { drawFile, type Drawn } from './draw.ts';
import { EXIT, jsonText, refuse, say, type Context, type ExitCode } from './io.ts';
import { deskFor, exitCodeOf, passes, show } from './issues.ts';
import { openPictures } from './pictures.ts';
import { openPress } from './press.ts';
import { planTargets, type Target } from './targets.ts';

export interface ProposeOptions {
  /** How many; 3 when it is not said. */
  readonly number?: string;
  /** The one to keep, from 1. */
  readonly choose?: string;
  readonly output?: string;
  readonly layout?: string;
  readonly json?: boolean;
}

/** Proposals when nothing is said, and at the most. */
const USUAL = 3;
const MOST = 9;

/**
 * `pagegen propose`: the best arrangements of a page as proofs with their score sheets; `--choose` keeps one in a lock file
 * beside the issue, with which `build` gives the same page.
 */
export async function propose(path: string, options: ProposeOptions, context: Context): Promise<ExitCode> {
  const count = numberOf(options.number ?? String(USUAL));
  const chosen = options.choose === undefined ? 0 : numberOf(options.choose);
  if (count === undefined || chosen === undefined) {
    return refuse(context, {
      zh: `-n 和 --choose 要写 1 到 ${MOST} 的整数`,
      en: `-n and --choose take a whole number from 1 to ${MOST}`,
    });
  }
  if (chosen > 0 && path === '-') {
    return refuse(context, {
      zh: '标准输入没有文件名，锁定文件无处可放',
      en: 'standard input has no name beside which a lock file could stand',
    });
  }
  const targets = planTargets([path], options.output, context);
  if (typeof targets === 'number') return targets;
  const made = await proposalsOf(path, { ...options, wanted: Math.max(count, chosen) }, context);
  if (typeof made === 'number') return made;
  const [target] = targets;
  if (chosen > 0) return keep(path, made, chosen, context);
  return target ? writeProofs(target, made, options.json ?? false, context) : EXIT.usage;
}

function numberOf(text: string): number | undefined {
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 && value <= MOST ? value : undefined;
}

interface Made {
  readonly desk: Desk;
  readonly layout: string;
  /** Best first. */
  readonly proposals: readonly Proposal[];
}

/** The arrangements of the page, or the exit code of what is wrong with it. */
async function proposalsOf(
  path: string,
  { layout, wanted }: { readonly layout?: string; readonly wanted: number },
  context: Context,
): Promise<Made | ExitCode> {
  const { desk: opened, diagnostics } = openDesk(context);
  const desk = opened && deskFor(opened, layout, context);
  if (typeof desk === 'number') return desk;
  const reading = await readArgument(path, context);
  const found: Diagnostic[] = [...diagnostics];
  if (reading.kind === 'failed') found.push(cannotRead(path, reading.reason));
  if (!desk || reading.kind === 'failed') {
    show(found, context);
    return exitCodeOf(found, false);
  }
  const issue = reading.content;
  const sources: Sources = {
    issue,
    ...(await sourcesOfIssue(desk, issue, context)),
    ...(layout !== undefined && { layoutName: layout }),
  };
  const proposals = proposePages(sources, desk.fonts, (one) => found.push(one), wanted);
  show(found, context);
  if (!passes(found, false)) return exitCodeOf(found, false);
  const [first] = proposals;
  if (first) return { desk, layout: first.layout, proposals };
  say(context, {
    zh: `${path} 不是多篇稿件的版面，没有可选的排法`,
    en: `${path} is no page of several stories: there is nothing to choose`,
  });
  return EXIT.faulty;
}

/** Writes the lock file of a proposal. */
function keep(path: string, { proposals, layout }: Made, chosen: number, context: Context): ExitCode {
  const proposal = proposals[chosen - 1];
  if (!proposal) {
    return refuse(context, {
      zh: `只有 ${proposals.length} 种排法，没有第 ${chosen} 种`,
      en: `there are only ${proposals.length} arrangements, no number ${chosen}`,
    });
  }
  const lock = pathOfLock(path, context);
  const failure = writeFiles([
    { path: lock.path, bytes: lockText(layout, { stories: proposal.places, adverts: proposal.adverts }) },
  ]);
  if (failure !== undefined) return unwritable(lock.shown, failure, context);
  say(context, {
    zh: `第 ${chosen} 种排法记在 ${lock.shown}；删去这个文件就重新排`,
    en: `arrangement ${chosen} is kept in ${lock.shown}; delete that file to arrange anew`,
  });
  return EXIT.done;
}

function unwritable(shown: string, failure: string, context: Context): ExitCode {
  say(context, { zh: `写不了 ${shown}（${failure}）`, en: `cannot write ${shown} (${failure})` });
  return EXIT.usage;
}

interface ReadyProof {
  readonly page: Page;
  readonly pictures: PictureContents;
}

/** The proposals with their pictures; what is wrong with them is told once, or keeps them from being written. */
async function readyProofs(
  proposals: readonly Proposal[],
  context: Context,
): Promise<readonly ReadyProof[] | ExitCode> {
  const found = new Map<string, Diagnostic>();
  const proofs: ReadyProof[] = [];
  for (const { page } of proposals) {
    const press = openPress([page], undefined, context);
    const pictures = await openPictures([page], press, { proof: true, cache: true }, context);
    for (const one of [...press.diagnostics, ...pictures.diagnostics]) found.set(sameTold(one), one);
    proofs.push({ page, pictures: pictures.contents });
  }
  const diagnostics = [...found.values()];
  show(diagnostics, context);
  return passes(diagnostics, false) ? proofs : exitCodeOf(diagnostics, false);
}

/** Equal for problems that read the same. */
function sameTold({ code, values, range }: Diagnostic): string {
  return JSON.stringify([code, values, range?.file.path, range?.start]);
}

/** Writes a proof of every proposal and tells what each is worth. */
async function writeProofs(
  target: Target,
  { desk, proposals }: Made,
  json: boolean,
  context: Context,
): Promise<ExitCode> {
  const proofs = await readyProofs(proposals, context);
  if (typeof proofs === 'number') return proofs;
  const drawn: (readonly Drawn[])[] = [];
  for (const [index, { page, pictures }] of proofs.entries()) {
    const named = (path: string): string => path.replace(/\.pdf$/i, `-${index + 1}.pdf`);
    const file = { pdf: named(target.pdf), shown: named(target.shown), pages: [page] };
    drawn.push(await drawFile(file, desk, { proof: true, press: undefined, pictures, sound: true, context }));
  }
  const failure = writeFiles(drawn.flat());
  if (failure !== undefined) return unwritable(target.shown, failure, context);
  const { language, version } = context;
  const entries = proposals.map((proposal, index) => ({
    number: index + 1,
    ...proposalEntry(proposal, language),
    outputs: (drawn[index] ?? []).map(({ entry }) => entry),
  }));
  if (json) context.io.stdout(jsonText({ version, ok: true, issue: target.issue, proposals: entries }));
  else for (const entry of entries) context.io.stdout(proposalText(entry, language) + '\n');
  return EXIT.done;
}
