import type { Hint, Report } from '../../base/diagnostic.ts';
import type { SourceRange } from '../../base/source.ts';
import type { Composer } from '../../model/galley.ts';
import type { Cells, NewsPlan } from '../../model/news.ts';
import { reportLines, reportLongHead, wordsOf } from '../reports.ts';
import { advertsOnPage, advertsWithoutPlace, isAnchored } from './adverts.ts';
import type { Arrangement } from './arrangement.ts';
import { runsDown } from './forms.ts';
import { priceList } from './prices.ts';
import type { SetStory } from './set-story.ts';
import { missedWishes } from './wishes.ts';

/** Reports what is wrong with the stories of a page as they came to stand. */
export function reportNews(
  plan: NewsPlan,
  { sets, adverts, emptyFoot, found }: Arrangement,
  composer: Composer,
  report: Report,
): void {
  if (plan.lock.stories.size > 0 && found !== 'lock') reportStaleLock(plan, report);
  reportFoot(plan, emptyFoot, report);
  reportAdverts(plan, adverts, sets, report);
  const overs = sets.filter(({ over }) => over.lines > 0);
  const asked = overs.map((set) => ({ story: set.kit.story, cells: set.cells, ...set.over }));
  const ways = overs.length > 0 ? priceList(plan, asked, composer) : [];
  for (const set of sets) {
    // One way out is for the whole page: it stands with the first story that is over.
    if (set.over.lines > 0) reportOver(set, set === overs[0] ? ways : [], report);
    else reportEmpty(set, plan.design.underset, report);
    reportHead(set, report);
    for (const { wish, range, asked } of missedWishes(set, sets)) {
      const values = { story: set.kit.story.id, wish: WISH_KEYS[wish], asked };
      report({ severity: 'warning', code: 'wish-missed', values, range });
    }
    reportLines(
      set.pour.placed.flatMap(({ variant }) => variant?.lines ?? []),
      report,
    );
  }
}

/** The lock file names every story, but its places are none on this page: they lie over each other or beyond its room. */
function reportStaleLock({ stories: [first] }: NewsPlan, report: Report): void {
  report({
    severity: 'warning',
    code: 'stale-lock',
    values: {},
    ...(first && { range: first.head?.range ?? first.range }),
  });
}

/** Advertisements that found no place, and those that stand elsewhere than they were booked. */
function reportAdverts(
  plan: NewsPlan,
  places: readonly Cells[],
  sets: readonly SetStory[],
  report: Report,
): void {
  for (const { range, file, columns, lines } of advertsWithoutPlace(plan, places)) {
    report({
      severity: 'error',
      code: 'advert-unplaced',
      values: { file: file.value, columns, lines },
      range,
    });
  }
  const all = [...places, ...sets.flatMap(({ cells }) => cells)];
  const foot = Math.max(...all.map(({ line, lines }) => line + lines));
  for (const placed of advertsOnPage(plan, places)) {
    if (isAnchored(placed, plan.design, foot)) continue;
    const { file, anchor, range } = placed.advert;
    report({
      severity: 'warning',
      code: 'wish-missed',
      values: { story: file.value, wish: 'anchor', asked: anchor },
      range,
    });
  }
}

/** The page ends above its foot: its copy is too short for every way of filling it. */
function reportFoot({ design, stories }: NewsPlan, lines: number, report: Report): void {
  const { underset, grid } = design;
  const last = stories.at(-1);
  if (lines <= underset.warn || !last) return;
  const characters = lines * grid.columns * grid.measure;
  report({
    severity: lines > underset.error ? 'error' : 'warning',
    code: 'short',
    values: { region: 'page', lines: lines * grid.columns, characters },
    range: last.head?.range ?? last.range,
    hints: [{ code: 'add-copy', values: { characters } }],
  });
}

/** Wishes as the issue file names them. */
const WISH_KEYS = {
  zone: 'zone',
  columns: 'cols',
  lines: 'lines',
  region: 'region',
  with: 'with',
  apartFrom: 'apart_from',
  fixed: 'fixed',
} as const;

function reportOver({ kit, over, pour, legs }: SetStory, ways: readonly Hint[], report: Report): void {
  const first = pour.placed.find(({ pieces }) => pieces.some(({ leg }) => leg >= legs.length));
  const range = (first && rangeOf(first.item)) ?? kit.story.range;
  const words = first ? wordsOver(first, legs.length) : '';
  report({
    severity: 'error',
    code: 'overset',
    values: { region: kit.story.id, lines: over.lines, characters: over.characters, words },
    range,
    hints: [...ways, { code: 'cut-copy', values: { characters: over.characters } }],
  });
}

type Placed = SetStory['pour']['placed'][number];

function rangeOf(item: Placed['item']): SourceRange | undefined {
  return item.kind === 'text' ? item.text.range : item.part?.range;
}

function wordsOver({ item, variant, pieces }: Placed, legs: number): string {
  if (!variant) return item.kind === 'block' ? (item.texts(1)[0]?.characters ?? '').slice(0, 12) : '';
  const beyond = pieces.filter(({ leg }) => leg >= legs).reduce((sum, { count }) => sum + count, 0);
  const line = variant.lines[variant.lines.length - beyond];
  return line ? wordsOf(line) : '';
}

function reportEmpty(set: SetStory, { warn, error }: NewsPlan['design']['underset'], report: Report): void {
  const { kit, short, way } = set;
  if (short <= warn) return;
  const columns = way.columns.columns.length;
  const measure = way.columns.columns[0]?.measure ?? 1;
  const characters = short * columns * measure;
  report({
    severity: short > error ? 'error' : 'warning',
    code: 'short',
    values: { region: kit.story.id, lines: short * columns, characters },
    range: kit.story.head?.range ?? kit.story.range,
    hints: [{ code: 'add-copy', values: { characters } }],
  });
}

function reportHead({ kit, way }: SetStory, report: Report): void {
  const { head } = kit.story;
  if (head?.direction === 'vertical' && !runsDown(way.form.head.place)) {
    const values = { words: head.main.characters };
    report({ severity: 'warning', code: 'headline-laid', values, range: head.main.range });
  }
  if (!head) return;
  reportLongHead(
    { head: 'headline', range: head.main.range, size: way.head.size, over: way.head.over },
    report,
  );
}
