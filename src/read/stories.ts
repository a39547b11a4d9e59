import { formatColour } from '../base/colour.ts';
import type { Report } from '../base/diagnostic.ts';
import type { Ranged, SourceFile, SourceRange } from '../base/source.ts';
import type { Allowance, FrameCopy, HeadCopy, Story, StoryPart, StoryRole, Wish } from '../model/story.ts';
import { withData } from './chart-data.ts';
import { chosen } from './chosen.ts';
import { bylineOf } from './credits.ts';
import { duplicateKey, startOf } from './define.ts';
import type { FrameRecord, HeadRecord, PlaceRecord, StoryRecord } from './story-definition.ts';

type Tables = ReadonlyMap<string, SourceFile>;

/** The stories of a page; one that holds nothing to print is reported and left out. */
export function storiesOf(written: readonly StoryRecord[], tables: Tables, report: Report): readonly Story[] {
  const roles = rolesOf(written);
  const ids = idsOf(written, report);
  reportRepeated(
    'rank',
    written.flatMap(({ rank }) => (rank ? [rank] : [])),
    report,
  );
  return written.flatMap((story, index): readonly Story[] => {
    const { id = '', role = 'third' } = { id: ids[index], role: roles[index] };
    const read = storyOf(story, { id, role, tables }, report);
    return isPrinted(read, story, report) ? [read] : [];
  });
}

/** The names of the stories; one without a name is called by its place. */
function idsOf(written: readonly StoryRecord[], report: Report): readonly string[] {
  reportRepeated(
    'id',
    written.flatMap(({ id }) => (id ? [id] : [])),
    report,
  );
  const given = new Set(written.map(({ id }) => id?.value));
  return written.map(({ id }, index) => {
    if (id) return id.value;
    let name = `story-${index + 1}`;
    while (given.has(name)) name += '-';
    return name;
  });
}

function reportRepeated(key: string, names: readonly Ranged<string | number>[], report: Report): void {
  const seen = new Set<string | number>();
  for (const { value, range } of names) {
    if (seen.has(value))
      report({ severity: 'error', code: 'duplicate-name', values: { key, name: value }, range });
    seen.add(value);
  }
}

/**
 * What the stories are on the page. Where nothing is said it follows from what they hold: items make briefs, a frame a
 * box, pictures without text a picture story; the others are lead, second and third in the order of the file, as far as
 * these are free.
 */
function rolesOf(written: readonly StoryRecord[]): readonly StoryRole[] {
  const taken = new Set(written.map(({ role }) => role?.value));
  return written.map((story): StoryRole => {
    const own = story.role?.value;
    if (own === 'brief' && story.items) return 'briefs';
    if (own) return own;
    if (story.items) return 'briefs';
    if (story.frame) return 'box';
    const worded = story.body ?? story.blocks ?? story.lead ?? story.table ?? story.chart;
    if (story.images && !worded) return 'photo';
    const free = (['lead', 'second'] as const).find((role) => !taken.has(role)) ?? 'third';
    taken.add(free);
    return free;
  });
}

interface StoryContext {
  readonly id: string;
  readonly role: StoryRole;
  readonly tables: Tables;
}

function storyOf(written: StoryRecord, { id, role, tables }: StoryContext, report: Report): Story {
  const { range, rank, dateline, byline, end_mark: endMark, attach } = written;
  const head = headOf(written, report);
  return {
    range,
    id,
    role,
    ...(rank ? { rank: rank.value } : {}),
    ...(head ? { head } : {}),
    editorNote: written.editor_note ?? [],
    ...(dateline ? { dateline } : {}),
    ...(byline ? { byline: bylineOf(byline) } : {}),
    ...(byline?.place ? { bylinePlace: byline.place.value } : {}),
    lead: written.lead ?? [],
    parts: partsOf(written, tables, report),
    ...(endMark ? { endMark } : {}),
    pictures: written.images ?? [],
    ...(written.frame ? { frame: frameOf(written.frame) } : {}),
    ...(attach ? { attach } : {}),
    wish: wishOf(written.place),
    allowed: allowancesOf(written, report),
  };
}

/** Stories of these roles are news: a reader finds them by their heads. Boxes, briefs, notices and pictures may do without. */
const HEADED: ReadonlySet<StoryRole> = new Set(['lead', 'second', 'third', 'comment']);

/**
 * Reports a story of which nothing is written (error), no more than its head (warning: it may be still to come), or no
 * head where one belongs (warning).
 */
function isPrinted(
  { role, head, lead, parts, pictures }: Story,
  { range, keys }: StoryRecord,
  report: Report,
): boolean {
  const empty = lead.length === 0 && parts.length === 0 && pictures.length === 0;
  const told = [keys.body, keys.blocks, keys.items, keys.table, keys.chart, keys.images].find(
    (key) => key !== undefined,
  );
  if (empty && !told) {
    const place = startOf(range);
    const severity = head ? 'warning' : 'error';
    report({ severity, code: 'missing-key', values: { key: 'body' }, range: place });
  } else if (!head && HEADED.has(role) && !keys.kicker && !keys.deck && !keys.headline_direction) {
    const place = keys.headline ?? startOf(range);
    report({ severity: 'warning', code: 'missing-key', values: { key: 'headline' }, range: place });
  }
  return !empty || head !== undefined;
}

/** The head of a story, whose lines may stand in one map or each under its own key. */
function headOf(written: StoryRecord, report: Report): HeadCopy | undefined {
  const { headline, keys } = written;
  const kicker = chosen('kicker', written, headline?.kicker, report);
  const deck = chosen('deck', written, headline?.deck, report);
  if (!headline) {
    const alone = keys.headline ? undefined : (keys.kicker ?? keys.deck ?? keys.headline_direction);
    if (alone) report({ severity: 'error', code: 'missing-key', values: { key: 'headline' }, range: alone });
    return undefined;
  }
  return {
    range: headline.main.range,
    ...(kicker ? { kicker } : {}),
    main: headline.main,
    ...(deck ? { deck } : {}),
    summary: headline.summary ?? [],
    direction: directionOf(headline, written, report),
    ...(headline.form ? { form: headline.form.value } : {}),
  };
}

function directionOf(
  { direction: inside }: HeadRecord,
  { headline_direction: own, keys }: StoryRecord,
  report: Report,
): HeadCopy['direction'] {
  const key = keys.headline_direction;
  if (own && inside && key) report(duplicateKey({ value: 'headline_direction', range: key }));
  return (own ?? inside)?.value ?? 'horizontal';
}

/** What stands in the columns, in the order in which the keys were written. */
function partsOf(written: StoryRecord, tables: Tables, report: Report): readonly StoryPart[] {
  const { keys, body, blocks, items, table, chart } = written;
  const groups: readonly (readonly [SourceRange | undefined, readonly StoryPart[]])[] = [
    [keys.body, body ?? []],
    [keys.blocks, blocks ?? []],
    [keys.items, items ?? []],
    [keys.table, table ? [table] : []],
    [keys.chart, chart ? [chart] : []],
  ];
  return groups
    .toSorted(([one], [other]) => (one?.start ?? 0) - (other?.start ?? 0))
    .flatMap(([, parts]) => parts)
    .map((part) => (part.kind === 'chart' ? withData(part, tables, report) : part));
}

function frameOf({ range, rule, tint, corner }: FrameRecord): FrameCopy {
  return {
    range,
    rule: rule?.value ?? (tint ? 'none' : 'thin'),
    ...(tint ? { tint: { value: formatColour(tint.value), range: tint.range } } : {}),
    corner: corner?.value ?? 'square',
  };
}

function wishOf(place: PlaceRecord | undefined): Wish {
  if (!place) return { fixed: false };
  const { zone, cols, lines, region, with: beside, apart_from: apartFrom, fixed } = place;
  return {
    ...(zone ? { zone } : {}),
    ...(cols ? { columns: cols } : {}),
    ...(lines ? { lines } : {}),
    ...(region ? { region } : {}),
    ...(beside ? { with: beside } : {}),
    ...(apartFrom ? { apartFrom } : {}),
    fixed: fixed?.value ?? false,
  };
}

/** The checks that the editor accepts, each with its reason; one without a reason is reported and does not count. */
function allowancesOf({ allow, why, keys }: StoryRecord, report: Report): readonly Allowance[] {
  if (!allow && why && !keys.allow)
    report({ severity: 'error', code: 'missing-key', values: { key: 'allow' }, range: why.range });
  return (allow ?? []).flatMap((item): readonly Allowance[] => {
    const { check } = item;
    const reason = item.kind === 'reasoned' ? item.why : why;
    if (reason) return [{ range: check.range, check, why: reason }];
    report({ severity: 'error', code: 'missing-key', values: { key: 'why' }, range: check.range });
    return [];
  });
}
