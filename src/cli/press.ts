import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { readBytes, type Reading } from '../files.ts';
import type { Page } from '../model/page.ts';
import { DEFAULT_PRESS, type Press, type PressStandard } from '../model/press.ts';
import { readProfile, type Profile } from '../output/icc.ts';
import type { OutputIntent } from '../output/pdf-intent.ts';
import type { PressOptions } from '../output/pdf.ts';
import { refuse, type Context, type ExitCode } from './io.ts';

/** How the pages of an issue go to press. */
export interface OpenPress {
  readonly press: Press;
  /** Absent when the profile cannot be used. */
  readonly options?: PressOptions;
  /** Where the profile stands. */
  readonly profilePath: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Printing condition of pages whose layout names none: the profile that comes along. */
const NEWSPRINT = 'newsprint';

/** What the shipped profiles stand for. */
const CONDITIONS: Readonly<Record<string, Omit<OutputIntent, 'profile'>>> = {
  [NEWSPRINT]: {
    identifier: 'CGATS TR 002',
    condition: 'Coldset offset on newsprint (ANSI CGATS/SNAP TR 002-2007), total ink 220 %',
    registry: 'http://www.color.org',
  },
};

/**
 * Settles how pages go to press and reads the profile of their printing condition. `standard` goes before what layout and
 * issue say. Reports `bad-profile` where it is named.
 */
export function openPress(
  pages: readonly Page[],
  standard: PressStandard | undefined,
  context: Context,
): OpenPress {
  const said = pages[0]?.press ?? DEFAULT_PRESS;
  const press = { ...said, ...(standard && { standard }) };
  const name = press.profile?.value ?? NEWSPRINT;
  const { path: profilePath, reading } = readProfileFile(press, context);
  const profile = reading.kind === 'read' ? readProfile(reading.content) : reading.reason;
  const fault = typeof profile === 'string' ? profile : unfit(profile, press.standard);
  if (fault !== undefined) return { press, profilePath, diagnostics: [badProfile(press, name, fault)] };
  const known = CONDITIONS[name];
  const intent: OutputIntent = {
    profile: profile as Profile,
    identifier: press.condition ?? known?.identifier ?? (profile as Profile).description,
    condition: known?.condition ?? (profile as Profile).description,
    ...(known?.registry && press.condition === undefined && { registry: known.registry }),
  };
  const options = { standard: press.standard, intent, marks: press.marks, delivery: press.version };
  return { press, options, profilePath, diagnostics: [] };
}

/** ICC profiles of version 4 came with PDF 1.5 (ISO 15930-4 is on PDF 1.4). */
function unfit({ version }: Profile, standard: PressStandard): string | undefined {
  return version === 4 && standard === 'pdf-x1a' ? 'profile-x1a' : undefined;
}

/** A bare name stands in profiles/ of the current folder or of the package; a path counts from the file that names it. */
function readProfileFile({ profile }: Press, { home, io }: Context): ProfileFile {
  const name = profile?.value ?? NEWSPRINT;
  const at = (path: string): ProfileFile => ({ path, reading: readBytes(path) });
  if (profile && (basename(name) !== name || /\.ic[cm]$/i.test(name))) {
    const folder = dirname(resolve(io.cwd, profile.range.file.path));
    return at(resolve(folder, name));
  }
  const own = at(join(io.cwd, 'profiles', `${name}.icc`));
  return own.reading.kind === 'read' ? own : at(join(home, 'profiles', `${name}.icc`));
}

interface ProfileFile {
  readonly path: string;
  readonly reading: Reading<Uint8Array>;
}

function badProfile({ profile }: Press, file: string, reason: string): Diagnostic {
  return {
    severity: 'error',
    code: 'bad-profile',
    values: { file, reason },
    hints: [{ code: 'name-profile' }],
    ...(profile && { range: profile.range }),
  };
}

const STANDARDS: ReadonlyMap<string, PressStandard> = new Map([
  ['4', 'pdf-x4'],
  ['1a', 'pdf-x1a'],
]);

/** The standard of `--pdfx`, where it is written; another word is a wrong use of the command. */
export function standardOf(word: string | undefined, context: Context): PressStandard | ExitCode | undefined {
  if (word === undefined) return undefined;
  const names = [...STANDARDS.keys()];
  return (
    STANDARDS.get(word.toLowerCase()) ??
    refuse(context, {
      zh: `--pdfx 只能是 ${names.join(' 或 ')}，不是 ${word}`,
      en: `--pdfx is ${names.join(' or ')}, not ${word}`,
    })
  );
}
