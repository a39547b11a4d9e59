import { formatColour, inkOf, isBlack, type Colour } from '../base/colour.ts';
import type { Diagnostic, Report } from '../base/diagnostic.ts';
import type { Rect } from '../base/geometry.ts';
import type { SourceRange } from '../base/source.ts';
import { TOLERANCE } from '../base/units.ts';
import { itemColours } from '../model/item-colours.ts';
import type { DisplayItem, GlyphRun, Page } from '../model/page.ts';
import type { Press } from '../model/press.ts';

/** What the inks of a page are held to, and where the colours of its layout are written. */
export interface InkRules extends Pick<Press, 'ink' | 'richBlack' | 'leastRule'> {
  readonly palette: ReadonlyMap<string, SourceRange>;
}

/**
 * Looks at the flat colours of a page as they lie on each other. Reports `ink-limit`, `much-ink`, `rich-black` and
 * `thin-rule`, each colour and each weight once.
 */
export function checkInks({ items }: Page, rules: InkRules, report: Report): void {
  const told = new Set<string>();
  const tell = (diagnostic: Diagnostic) => {
    const key = `${diagnostic.code} ${JSON.stringify(diagnostic.values)}`;
    if (!told.has(key)) report(diagnostic);
    told.add(key);
  };
  const grounds: Ground[] = [];
  for (const item of items) {
    for (const colour of itemColours(item)) {
      const under = item.kind === 'glyphs' && isBlack(colour) ? groundUnder(item, grounds) : undefined;
      checkSum(item, colour, under, { rules, tell });
      if (item.kind === 'glyphs') checkBlack(item, colour, { rules, tell });
    }
    checkWeight(item, { rules, tell });
    const ground = groundOf(item);
    if (ground) grounds.push(ground);
  }
}

interface Ground extends Rect {
  readonly colour: Colour;
}

interface Case {
  readonly rules: InkRules;
  readonly tell: Report;
}

/** Black letters leave the coloured inks under them as they are (overprint, ISO 32000-1, 8.6.7); all else replaces them. */
function checkSum(item: DisplayItem, colour: Colour, under: Colour | undefined, { rules, tell }: Case): void {
  const laid = under ? inkOf({ ...under, k: 0 }) : 0;
  const total = Math.round((inkOf(colour) + laid) * 10) / 10;
  const { warn, most } = rules.ink;
  if (total <= warn + TOLERANCE) return;
  const over = total > most + TOLERANCE;
  const inks = formatColour(colour) + (under && laid > 0 ? ` + ${formatColour(under)}` : '');
  tell({
    severity: over ? 'error' : 'warning',
    code: over ? 'ink-limit' : 'much-ink',
    values: { inks, total, limit: over ? most : warn },
    ...placeOf(item, under ?? colour, rules),
    hints: [{ code: 'less-ink' }],
  });
}

/** Share of black from which a colour of several inks is a rich black: its letters blur when the plates shift. */
const RICH = 90;

function checkBlack(run: GlyphRun, colour: Colour, { rules, tell }: Case): void {
  const { c, m, y, k, spot } = colour;
  if (rules.richBlack === 'allow' || spot || k < RICH || c + m + y === 0) return;
  tell({
    severity: 'error',
    code: 'rich-black',
    values: { inks: formatColour(colour) },
    ...placeOf(run, colour, rules),
    hints: [{ code: 'black-only' }],
  });
}

function checkWeight(item: DisplayItem, { rules: { leastRule }, tell }: Case): void {
  const weight = weightOf(item);
  if (weight === undefined || weight >= leastRule - TOLERANCE) return;
  const values = { weight: Math.round(weight * 100) / 100, least: leastRule };
  const hints = [{ code: 'thicker-rule', values: { least: leastRule } } as const];
  tell({ severity: 'warning', code: 'thin-rule', values, hints });
}

function weightOf(item: DisplayItem): number | undefined {
  if (item.kind === 'rect') return Math.min(item.width, item.height);
  if (item.kind === 'wave') return item.weight;
  return item.kind === 'path' ? item.stroke?.weight : undefined;
}

/** The colour's place in the layout, else that of the words. */
function placeOf(item: DisplayItem, colour: Colour, { palette }: InkRules): { readonly range?: SourceRange } {
  const range = palette.get(formatColour(colour)) ?? (item.kind === 'glyphs' ? item.origin : undefined);
  return range ? { range } : {};
}

/** The flat that a shape leaves; of a drawn shape the box around it. */
function groundOf(item: DisplayItem): Ground | undefined {
  if (item.kind === 'rect') return { ...boxOf(item), colour: item.fill };
  if (item.kind !== 'path' || !item.fill) return undefined;
  const points = item.segments.flatMap((segment) => (segment.kind === 'close' ? [] : [segment]));
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  return { x: left, y: top, width: right - left, height: bottom - top, colour: item.fill };
}

function boxOf({ x, y, width, height }: Rect): Rect {
  return { x, y, width, height };
}

/** The last flat before a run that its letters touch. */
function groundUnder(run: GlyphRun, grounds: readonly Ground[]): Colour | undefined {
  const box = letterBox(run);
  return grounds.findLast(
    (ground) =>
      ground.x < box.x + box.width &&
      box.x < ground.x + ground.width &&
      ground.y < box.y + box.height &&
      box.y < ground.y + ground.height,
  )?.colour;
}

/** The ink of the letters, roughly: 0.05 em are left at every edge, so that a rule beside them is no ground. */
function letterBox({ glyphs, x, y, size, stance }: GlyphRun): Rect {
  const along = glyphs.map(({ dx, dy }) => (stance === 'down' ? (dy ?? 0) : dx));
  const [from, to] = [Math.min(...along), Math.max(...along)];
  const edge = 0.05 * size;
  const thick = size - 2 * edge;
  if (stance === 'down')
    return { x: x - thick / 2, y: y + from - 0.88 * size, width: thick, height: to - from + thick };
  if (stance === 'turned')
    return { x: x - 0.12 * size, y: y + from, width: thick, height: to - from + size / 2 };
  return { x: x + from + edge, y: y - 0.8 * size, width: to - from + size / 2, height: thick };
}
