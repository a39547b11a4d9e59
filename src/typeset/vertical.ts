import type { Em } from '../base/units.ts';
import type { Font, FontBook } from '../fonts/font.ts';
import type { CharacterClass } from './classes.ts';
import type { Sign, SignGlyph } from './sign.ts';
import { cellsOf } from './vertical-cells.ts';
import type { Cell } from './vertical-cells.ts';

/** How a class stands in a line that runs down (CLREQ, appendix A; #mixed_text_composition_in_vertical_writing_mode). */
interface VerticalRule {
  /** `form`: the face's own vertical glyph, turned where it has none; `upright`: its vertical glyph or the plain one. */
  readonly glyph: 'form' | 'upright' | 'turned';
  /** Length down the line whatever the horizontal width is; absent: the same. */
  readonly length?: Em;
  /** Where the em box stands in the length: at its start, its end or in its middle. */
  readonly at: 'start' | 'middle' | 'end';
}

const WHOLE: VerticalRule = { glyph: 'upright', length: 1, at: 'middle' };
const FORM: VerticalRule = { glyph: 'form', at: 'middle' };
const TURNED: VerticalRule = { glyph: 'turned', at: 'middle' };

/** Rows without a length keep the widths of the horizontal tables: the blank halves move to the top and the foot. */
const RULES: Partial<Record<CharacterClass, VerticalRule>> = {
  opening: { ...FORM, at: 'end' },
  closing: { ...FORM, at: 'start' },
  pause: { ...FORM, at: 'start' },
  stop: { ...FORM, at: 'start' },
  ellipsis: FORM,
  hyphen: FORM,
  'long-connector': FORM,
  wave: FORM,
  solidus: FORM,
  dash: TURNED,
  latin: TURNED,
  digit: TURNED,
  'latin-opening': TURNED,
  'latin-closing': TURNED,
  interpunct: { glyph: 'upright', at: 'middle' },
  combining: { glyph: 'upright', at: 'start' },
};

/** Marks that fill a whole em in a line that runs down and give nothing (CLREQ, appendix A). */
const FIXED = '：；！？';

/**
 * The signs of a line that runs down, made from those of a horizontal one: vertical forms of marks, quotation marks as
 * 『』「」 (the face's vertical forms; the text stays), short numbers and acronyms upright, longer ones on their side.
 * Lengths run down the line; a glyph's `offset` is that of its origin, its `across` the way from the line's axis.
 */
export function verticalSigns(signs: readonly Sign[], fonts: FontBook, tracking: Em): readonly Sign[] {
  const cells = cellsOf(signs);
  return signs.map((sign, at) => {
    const cell = cells[at];
    if (cell) return inCell(sign, cell, fonts);
    const set = standing(sign, fonts, tracking);
    // What is tied to a number stays with it, whatever has become of the number.
    const tied = cells[at - 1] !== undefined && sign.kind === 'suffix';
    return tied ? { ...set, glued: true } : set;
  });
}

function standing(sign: Sign, fonts: FontBook, tracking: Em): Sign {
  const { glyph, codePoint, kind } = sign;
  const fixed = FIXED.includes(String.fromCodePoint(codePoint));
  const rule: VerticalRule = fixed ? { ...FORM, length: 1 } : ruleOf(kind, codePoint);
  const length = glyph && rule.length !== undefined ? rule.length + tracking : sign.face;
  const blanks = fixed ? { before: 0, after: 0 } : {};
  const set = { ...sign, ...blanks, face: length };
  if (!glyph) return set;
  const font = fonts.get(glyph.font);
  const stroke = kind === 'dash' && font.advance(glyph.id) > 1.5 ? longDash(glyph, font) : undefined;
  if (stroke) return { ...set, glyph: stroke };
  const form = rule.glyph === 'turned' ? undefined : font.variant(codePoint, 'vert');
  if (rule.glyph === 'turned' || (rule.glyph === 'form' && !form)) {
    const offset = fixed ? (1 - font.advance(glyph.id)) / 2 : glyph.offset;
    return { ...set, glyph: turned({ ...glyph, offset }, font) };
  }
  const slack = length - tracking - 1;
  const top = rule.at === 'start' ? 0 : rule.at === 'end' ? slack : slack / 2;
  return { ...set, glyph: upright({ ...glyph, id: form?.id ?? glyph.id }, font, top) };
}

/** Signs such as % go with the number they belong to. */
function ruleOf(kind: CharacterClass, codePoint: number): VerticalRule {
  if ((kind === 'prefix' || kind === 'suffix') && codePoint < 0x100) return TURNED;
  return RULES[kind] ?? WHOLE;
}

/** Least length of a stroke that is a dash of two em. */
const LONG_STROKE: Em = 1.6;

/** The face's own vertical dash of two em in the middle of them; `undefined` when it is none, so that it is turned. */
function longDash(glyph: SignGlyph, font: Font): SignGlyph | undefined {
  const form = font.variant(0x2e3a, 'vert');
  const numbers =
    form &&
    font
      .outline(form.id)
      .match(/-?[\d.]+/g)
      ?.map(Number);
  if (!form || !numbers) return undefined;
  const extent = (part: 0 | 1) => {
    const ordinates = numbers.filter((_, index) => index % 2 === part);
    return { least: Math.min(...ordinates), most: Math.max(...ordinates) };
  };
  const [x, y] = [extent(0), extent(1)];
  if (y.most - y.least < LONG_STROKE) return undefined;
  const offset = 1 - (y.least + y.most) / 2;
  return { ...glyph, id: form.id, stance: 'down', scale: 1, offset, across: -(x.least + x.most) / 2 };
}

/** An upright glyph whose em box begins at `top`, in the middle of the line. */
function upright(glyph: SignGlyph, font: Font, top: Em): SignGlyph {
  const across = (-font.advance(glyph.id) * glyph.scale) / 2;
  return { ...glyph, stance: 'down', offset: top + font.ascent * glyph.scale, across };
}

/** A glyph on its side; the middle of its em box lies on the axis. */
function turned(glyph: SignGlyph, font: Font): SignGlyph {
  return { ...glyph, stance: 'turned', across: (font.descent - font.ascent) / 2 };
}

/** A letter or figure upright in a cell of one em, alone or side by side with others. */
function inCell(sign: Sign, cell: Cell, fonts: FontBook): Sign {
  const { glyph } = sign;
  const first = cell.place === 'first';
  const face = first ? 1 : 0;
  const set: Sign = {
    ...sign,
    kind: 'unit',
    face,
    before: 0,
    after: 0,
    glued: !first || cell.tied,
    dotted: first && sign.dotted,
  };
  if (!glyph) return set;
  const font = fonts.get(glyph.font);
  const { scale } = cell;
  const offset = face - 1 + (1 - scale) / 2 + font.ascent * scale;
  return { ...set, glyph: { ...glyph, stance: 'down', scale, offset, across: cell.across } };
}
