import { MILLIMETRE, rounded } from '../base/units.ts';
import type { Severity } from '../base/diagnostic.ts';
import type {
  Preflight,
  PreflightFinding,
  PreflightGroup,
  PreflightPage,
  PreflightPart,
  PreflightPlace,
  PressLimits,
  PressStandard,
  WantedSheet,
} from '../model/preflight.ts';
import { gatherFacts, type Facts } from './facts.ts';
import { PROCESS_INKS } from './inks.ts';
import { NEWSPRINT } from './limits.ts';
import type { Mark } from './marks.ts';
import { shared } from './matrix.ts';
import type { PageFacts } from './pages.ts';
import { openPdf } from './parser.ts';
import { isPrinted, spacesIn, type Case, type Rule } from './rule.ts';
import { flatInk } from './rules-colour.ts';
import { resolutionOf } from './rules-picture.ts';
import { RULES } from './rules.ts';

export interface PreflightOptions {
  /** Without it the standard that the file claims, or else PDF/X-4. */
  readonly standard?: PressStandard;
  readonly limits?: PressLimits;
  /** The size that the pages must have. */
  readonly sheet?: WantedSheet;
}

/** Most findings of one rule on one page. */
const MOST_FINDINGS = 20;

/**
 * Looks a PDF through for everything that may go wrong on a newspaper press, whoever wrote it. `undefined` when the bytes
 * are no PDF; a damaged one is looked through as far as it goes, and so is reported.
 */
export async function preflight(
  bytes: Uint8Array,
  options: PreflightOptions = {},
): Promise<Preflight | undefined> {
  const file = await openPdf(bytes);
  if (!file) return undefined;
  const facts = gatherFacts(file, { limits: NEWSPRINT, ...options });
  const results = Object.entries(RULES).map(([group, rules]) => ({
    group: group as PreflightGroup,
    tried: rules.filter((rule) => isTried(rule, facts)).map((rule) => listed(findingsOf(rule, facts))),
  }));
  const title = facts.xmp?.value('dc:title') ?? facts.info.get('Title');
  const condition = facts.intents[0]?.condition;
  return {
    ...(facts.claimed !== undefined && { claimed: facts.claimed }),
    judged: facts.judged,
    version: file.version,
    ...(title !== undefined && { title }),
    ...(condition !== undefined && { condition }),
    pages: facts.pages.map(describePage),
    fonts: facts.fonts.map(({ name, subtype, embedded, subset, embedding }) => ({
      name,
      kind: subtype,
      embedded,
      subset,
      ...(embedding !== undefined && { embedding }),
    })),
    ...coloursOf(facts),
    findings: results.flatMap(({ tried }) => tried.flatMap(({ findings }) => findings)),
    parts: results.map(({ group, tried }) =>
      partOf(
        group,
        tried.map(({ findings }) => findings),
      ),
    ),
    unlisted: results.flatMap(({ tried }) => tried).reduce((sum, { unlisted }) => sum + unlisted, 0),
  };
}

/** Of a file that no one can open there is one thing to say. */
function isTried(rule: Rule, { file, judged }: Facts): boolean {
  return severityOf(rule, judged) !== 'none' && (file.encrypted !== 'locked' || rule.id === 'file-encrypted');
}

function partOf(group: PreflightGroup, tried: readonly (readonly PreflightFinding[])[]): PreflightPart {
  const errors = tried.flat().filter(({ severity }) => severity === 'error').length;
  return { group, rules: tried.length, errors, warnings: tried.flat().length - errors };
}

function severityOf({ severity }: Rule, judged: PressStandard): Severity | 'none' {
  return typeof severity === 'string' ? severity : severity[judged];
}

/** The first findings of each page, and how many more there are. */
function listed(findings: readonly PreflightFinding[]): {
  readonly findings: readonly PreflightFinding[];
  readonly unlisted: number;
} {
  const perPage = new Map<number, number>();
  const kept = findings.filter(({ page = 0 }) => {
    const count = (perPage.get(page) ?? 0) + 1;
    perPage.set(page, count);
    return count <= MOST_FINDINGS;
  });
  return { findings: kept, unlisted: findings.length - kept.length };
}

/** Cases of a rule by page and subject: the worst of them, with the number of all. */
function findingsOf(rule: Rule, facts: Facts): readonly PreflightFinding[] {
  const severity = severityOf(rule, facts.judged);
  if (severity === 'none') return [];
  const groups = new Map<string, { worst: Case; times: number }>();
  for (const found of rule.test(facts)) {
    const { page = 0 } = found;
    const subject = found.subject ?? JSON.stringify(found.values ?? {});
    const key = `${page} ${subject}`;
    const group = groups.get(key);
    if (group) {
      group.times += 1;
      if ((found.measure ?? 0) > (group.worst.measure ?? 0)) group.worst = found;
      continue;
    }
    groups.set(key, { worst: found, times: 1 });
  }
  return [...groups.values()].map(({ worst, times }) => {
    const page = facts.pages.find(({ number }) => number === worst.page);
    const place = page && placeOf(worst, page);
    return {
      rule: rule.id,
      severity,
      ...(worst.page !== undefined && { page: worst.page }),
      ...(place && { place }),
      times,
      values: worst.values ?? {},
    };
  });
}

/** In millimetres from the top left of the trimmed page; `undefined` for what has no place. */
function placeOf({ box }: Case, { trim }: PageFacts): PreflightPlace | undefined {
  if (!box?.every(Number.isFinite) || box[0] > box[2] || box[1] > box[3]) return undefined;
  const millimetres = (points: number) => Math.round((points / MILLIMETRE) * 10) / 10 + 0;
  return {
    x: millimetres(box[0] - trim[0]),
    y: millimetres(trim[3] - box[3]),
    width: millimetres(box[2] - box[0]),
    height: millimetres(box[3] - box[1]),
  };
}

function describePage(page: PageFacts): PreflightPage {
  const printed = page.content.marks.filter((mark) => isPrinted(mark, page));
  const [left, bottom, right, top] = page.trim;
  const resolution = least(printed.map((mark) => (mark.image?.bits === 1 ? undefined : resolutionOf(mark))));
  const smallestType = least(printed.map(({ size }) => size));
  const thinnestLine = least(printed.map(({ thickness }) => thickness));
  return {
    width: rounded((right - left) / MILLIMETRE),
    height: rounded((top - bottom) / MILLIMETRE),
    pictures: printed.filter(({ kind }) => kind === 'image').length,
    ink: { flat: mostInk(printed.map(flatInk)), pictures: mostInk(printed.map(({ image }) => image?.ink)) },
    ...(resolution !== undefined && { resolution: Math.round(resolution) }),
    ...(smallestType !== undefined && { smallestType: rounded(smallestType) }),
    ...(thinnestLine !== undefined && { thinnestLine: rounded(thinnestLine) }),
  };
}

function least(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce(
    (one, other) => (other === undefined || (one ?? Infinity) <= other ? one : other),
    undefined,
  );
}

function mostInk(values: readonly (number | undefined)[]): number {
  return Math.round(values.reduce<number>((one, other) => Math.max(one, other ?? 0), 0));
}

/** Kinds of colour in use, and names of inks beside the four. */
function coloursOf({ pages }: Facts): Pick<Preflight, 'colours' | 'spots'> {
  const colours = new Set<string>();
  const spots = new Set<string>();
  for (const mark of pages.flatMap(visibleMarks)) {
    for (const space of mark.paint ? spacesIn(mark.paint.space) : []) {
      colours.add(
        space.kind === 'icc' ? `icc-${space.profile?.space.toLowerCase() ?? space.components}` : space.kind,
      );
      if (space.kind !== 'separation' && space.kind !== 'devicen') continue;
      for (const name of space.names) if (!PROCESS_INKS.has(name)) spots.add(name);
    }
  }
  return { colours: [...colours].toSorted(), spots: [...spots].toSorted() };
}

function visibleMarks(page: PageFacts): readonly Mark[] {
  return page.content.marks.filter(({ box }) => {
    const [left, bottom, right, top] = shared(box, page.boxes.MediaBox ?? box);
    return left <= right && bottom <= top;
  });
}
