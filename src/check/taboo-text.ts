import { feetOf, LEG_LINES, longestRun, unevenFeet, wrongTurnsIn } from '../base/legs.ts';
import type { SourceRange } from '../base/source.ts';
import type { Text } from '../model/issue.ts';
import type { GlyphRun, PlacedLeg } from '../model/page.ts';
import type { StoryPart } from '../model/story.ts';
import { linesOf, type Finding, type PrintedLine, type Scene, type SceneStory } from './scene.ts';

/** Legs that the eye does not find from the one before. */
export function wrongTurnsOf(scene: Scene): readonly Finding[] {
  const { page, stories, gutter } = scene;
  const { leading } = page.grid;
  return stories.flatMap((story) => {
    const others = stories.filter(({ id }) => id !== story.id).flatMap(({ outline }) => outline);
    const legs = story.legs.filter(({ lines }) => lines > 0);
    const covers = (story.planned?.head?.form ?? 'cover') === 'cover';
    const read = { legs, covers, ...(story.head && { head: story.head.rect }) };
    const wrong = wrongTurnsIn(read, [...others, ...page.adverts], { leading, gutter });
    return wrong.map((leg): Finding => {
      return { stories: [story.id], rect: legs[leg]!.rect, values: { leg: leg + 1 } };
    });
  });
}

/**
 * Legs of very few lines, in stories of several legs, and legs of very many without a subhead: of each kind the worst of a
 * story.
 */
export function legLengths({ stories }: Scene): readonly Finding[] {
  return stories.flatMap(({ id, legs }): readonly Finding[] => {
    const byLines = legs.toSorted((one, other) => one.lines - other.lines);
    const byRun = legs.toSorted((one, other) => longestRun(other) - longestRun(one));
    const short = legs.length > 1 ? byLines.slice(0, 1).filter(({ lines }) => lines < LEG_LINES.least) : [];
    const long = byRun.slice(0, 1).filter((leg) => longestRun(leg) > LEG_LINES.most);
    const tell = (lines: number, { rect }: PlacedLeg) => ({ stories: [id], rect, values: { lines } });
    return [...short.map((leg) => tell(leg.lines, leg)), ...long.map((leg) => tell(longestRun(leg), leg))];
  });
}

/** Lines by which the feet of a story may differ. */
const LEVEL = 1;

/** Columns of one story that do not end level. */
export function unevenColumns({ stories }: Scene): readonly Finding[] {
  return stories.flatMap(({ id, legs }): readonly Finding[] => {
    const feet = feetOf(legs);
    const differ = unevenFeet(feet);
    if (differ <= LEVEL + SLACK) return [];
    const empty = ({ room, lines }: PlacedLeg) => room - lines;
    const shortest = feet.toSorted((one, other) => empty(other) - empty(one))[0]!;
    return [{ stories: [id], rect: shortest.rect, values: { differ } }];
  });
}

const SLACK = 0.01;

/** Lines of text that a subhead wants under it in its column. */
const UNDER_SUBHEAD = 2;

/** Subheads with less than two lines of text under them where the column ends and the story goes on. */
export function subheadsAtFoot({ news, stories }: Scene): readonly Finding[] {
  const occupied = Math.round(news?.design.styles.subhead.occupy.natural ?? 1);
  return stories.flatMap(({ id, legs }) =>
    legs.slice(0, -1).flatMap((leg): readonly Finding[] => {
      const last = Math.max(-1, ...leg.subheads);
      const under = leg.lines - last - occupied;
      if (last < 0 || under > UNDER_SUBHEAD - SLACK) return [];
      return [{ stories: [id], rect: leg.rect, values: { under: Math.max(0, under) } }];
    }),
  );
}

/** A first or last line of a paragraph that stands alone at the foot or the head of a leg. */
export function loneLines(scene: Scene): readonly Finding[] {
  return scene.stories.flatMap((story) => {
    const lines = linesOf(story, scene);
    return paragraphsOf(story).flatMap((range) => {
      const own = lines.filter((line) => isOf(line, range));
      const legs = own.map(({ leg }) => leg);
      const isFirstAlone = legs.length > 1 && legs[0] !== legs[1];
      const isLastAlone = legs.length > 2 && legs.at(-1) !== legs.at(-2);
      const alone = [...(isFirstAlone ? own.slice(0, 1) : []), ...(isLastAlone ? own.slice(-1) : [])];
      return alone.map((line) => lineFinding(story, line, scene));
    });
  });
}

/** Where each paragraph of a story was written. */
function paragraphsOf({ planned }: SceneStory): readonly SourceRange[] {
  if (!planned) return [];
  const texts: readonly Text[] = [...planned.lead, ...planned.parts.flatMap(textsOf)];
  return texts.map(({ range }) => range);
}

function textsOf(part: StoryPart): readonly Text[] {
  switch (part.kind) {
    case 'paragraph':
      return [part.text];
    case 'brief':
      return part.text;
    case 'list':
      return part.items;
    default:
      return [];
  }
}

/** What is set before a paragraph or behind it, as a dateline or an end mark, is of its passage. */
function isOf({ runs }: PrintedLine, { file, start }: SourceRange): boolean {
  const passage = runs.find((run) => run.passage)?.passage;
  return passage !== undefined && passage.file === file && passage.start === start;
}

function lineFinding(story: SceneStory, { leg, runs }: PrintedLine, { page }: Scene): Finding {
  const { leading } = page.grid;
  const { x, y, width } = story.legs[leg]!.rect;
  const line = Math.floor((runs[0]!.y - y) / leading);
  const rect = { x, y: y + line * leading, width, height: leading };
  const words = runs.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join('');
  const origin = runs.find((run) => run.origin)?.origin;
  return {
    stories: [story.id],
    rect,
    values: { words: [...words].slice(0, 12).join('') },
    ...(origin && { range: origin }),
  };
}

/** Space between Han, in em, beyond which a line looks loose, and how many such lines under each other make a river. */
const RIVER = { gap: 0.08, lines: 3 } as const;

/** Lines under each other that are all set loose. */
export function rivers(scene: Scene): readonly Finding[] {
  return scene.stories.flatMap((story) => {
    const lines = linesOf(story, scene);
    const found: Finding[] = [];
    let loose: PrintedLine[] = [];
    for (const line of lines) {
      const goesOn = loose.at(-1)?.leg === line.leg;
      const isLoose = gapOf(line) > RIVER.gap;
      loose = isLoose ? [...(goesOn ? loose : []), line] : [];
      if (loose.length === RIVER.lines) found.push(lineFinding(story, loose[0]!, scene));
    }
    return found;
  });
}

/** The middle one of the gaps between the Han of a line, in em. */
function gapOf({ runs }: PrintedLine): number {
  const gaps = runs.flatMap(hanGaps).toSorted((one, other) => one - other);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

function hanGaps({ glyphs, size }: GlyphRun): readonly number[] {
  return glyphs.slice(1).flatMap((glyph, i) => {
    const before = glyphs[i]!;
    const isPlain = HAN.test(before.text) && HAN.test(glyph.text);
    return isPlain ? [(glyph.dx - before.dx) / size - 1] : [];
  });
}

const HAN = /^\p{Script=Han}$/u;
