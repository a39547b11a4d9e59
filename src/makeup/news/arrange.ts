import type { Composer } from '../../model/galley.ts';
import type { Cells, NewsPlan, Rung, RungName } from '../../model/news.ts';
import { arrangementOf, badness, badnessOf, isSound, type Arrangement } from './arrangement.ts';
import type { Shop } from './flow.ts';
import { groundOf, lockedCells, type Ground } from './ground.ts';
import { kitOf, type Kit } from './kit.ts';
import { rungOf } from './ladder.ts';
import { inRegions } from './regions.ts';
import { searchPlaces, type Limits } from './search.ts';
import { setStory, type SetStory } from './set-story.ts';

/**
 * The arrangements of a page, best first; at least one. Places come from the lock file, else from the regions of the layout
 * if the stories stand well in them, else from a search. Advertisements that find no place are left to the caller.
 */
export function arrangePage(
  plan: NewsPlan,
  composer: Composer,
  effort: Effort = FULL,
): readonly Arrangement[] {
  const { design, stories } = plan;
  const shop = { design, composer, accent: plan.accent };
  const kits = stories.map((story) => kitOf(story, shop));
  const ground = groundOf(plan, composer);
  const locked = lockedCells(plan, ground);
  if (locked) {
    const sets = kits.map((kit, index) => setAsBefore(kit, locked.stories[index] ?? []));
    const { line, lines } = ground.area;
    const foot = Math.max(
      ...[...locked.stories.flat(), ...locked.adverts].map((cells) => cells.line + cells.lines),
    );
    const emptyFoot = line + lines - foot;
    return [
      arrangementOf(plan, { sets, adverts: [...ground.atFoot, ...locked.adverts], emptyFoot, found: 'lock' }),
    ];
  }
  const placed = inRegions(plan, kits);
  if (placed && (!design.free || placed.sets.every(isSound))) {
    const adverts = [...ground.atFoot, ...placed.adverts];
    return [arrangementOf(plan, { sets: placed.sets, adverts, emptyFoot: 0, found: 'regions' })];
  }
  const found = searchPlaces(plan, kits, ground, effort);
  if (effort.resetting === 0) return found;
  const anew = withTextSetAnew(plan, found, { shop, ground, limits: { slicings: effort.resetting } });
  return anew.slice(0, effort.wanted).map((each) => withLeastChange(plan, each, kits));
}

/** Limits of a search, and slicings that it may make again for each way of setting stories anew. */
export interface Effort extends Limits {
  /** Arrangements at the most. */
  readonly wanted: number;
  readonly resetting: number;
}

/** The slowest pages, dense ones whose copy is a little too much, take a second or two with it. */
export const FULL: Effort = { wanted: 1, slicings: 150, resetting: 60 };
/** What is found with less is found with all of it too: the same slicings are made in the same order. */
export const QUICK: Effort = { wanted: 1, slicings: 70, resetting: 0, soundOnly: true };

/** Rungs of the ladder that set a story anew: narrower marks, then broken columns, then another width of its pictures. */
const RESETTING: readonly Resetting[] = [
  { rung: 'punctuation', change: () => ({ punctuation: 'kaiming' }) },
  { rung: 'punctuation', change: () => ({ punctuation: 'banjiao' }) },
  { rung: 'columns', change: () => ({ broken: true }) },
  { rung: 'picture-width', change: ({ most }) => ({ pictureSteps: most }) },
];

interface Resetting {
  readonly rung: RungName;
  /** What it changes, within the limits that the layout gives it. */
  readonly change: (rung: Rung) => Partial<Shop>;
}

/** The same places with every story set anew only as far as its own place asks for it. */
function withLeastChange(plan: NewsPlan, found: Arrangement, kits: readonly Kit[]): Arrangement {
  const sets = found.sets.map((set, index) => {
    const kit = kits[index];
    return !kit || (set.kit === kit && isSound(set)) ? set : setAsBefore(kit, set.cells);
  });
  const least = arrangementOf(plan, { ...found, sets });
  return badnessOf(least) <= badnessOf(found) ? least : found;
}

/** A story in a place that is known, as a lock keeps it: set as usual, or anew by the first rung with which it stands well. */
function setAsBefore(kit: Kit, cells: readonly Cells[]): SetStory {
  let best = setStory(kit, cells);
  for (const { rung: name, change } of RESETTING) {
    if (isSound(best)) break;
    const rung = rungOf(kit.shop.design, name);
    if (!rung) continue;
    const again = setStory(kitOf(kit.story, { ...best.kit.shop, ...change(rung) }), cells);
    if (badness(again) < badness(best)) best = again;
  }
  return best;
}

interface Again {
  readonly shop: Shop;
  readonly ground: Ground;
  readonly limits: Limits;
}

/** The page again with the text of the stories that do not stand well set in another way, as far as the ladder lets it. */
function withTextSetAnew(
  plan: NewsPlan,
  found: readonly Arrangement[],
  { shop, ground, limits }: Again,
): readonly Arrangement[] {
  let best = found;
  for (const { rung: name, change } of RESETTING) {
    if (badnessOf(best[0]) === 0) break;
    const rung = rungOf(plan.design, name);
    const wrong = worthResetting(name, best[0]?.sets ?? []);
    if (wrong.size === 0 || !rung) continue;
    const kits = plan.stories.map((story, index) => {
      const known = best[0]?.sets[index]?.kit;
      return wrong.has(story.id) || !known
        ? kitOf(story, { ...(known?.shop ?? shop), ...change(rung) })
        : known;
    });
    const again = searchPlaces(plan, kits, ground, limits);
    if (badnessOf(again[0]) < badnessOf(best[0])) best = again;
  }
  return best;
}

/** The stories, by their ids, that a rung sets anew. */
function worthResetting(rung: RungName, sets: readonly SetStory[]): ReadonlySet<string> {
  const unsound = sets.filter((set) => !isSound(set));
  // Another width of any picture may make room for the others, and broken columns fill a page that ends early; narrower
  // marks only help where something is over.
  const pictured = sets.filter(({ kit }) => kit.story.pictures.length > 0);
  const filling = rung === 'columns' && unsound.length === 0 ? sets : unsound;
  const changed = rung === 'picture-width' ? pictured : filling;
  return new Set(changed.map(({ kit }) => kit.story.id));
}
