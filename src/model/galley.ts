import type { SourceRange } from '../base/source.ts';
import type { Em } from '../base/units.ts';
import type { Direction, Stance } from './direction.ts';
import type { FontKey, FontRole } from './face.ts';
import type { Text } from './issue.ts';
import type { Setting } from './setting.ts';

/**
 * One set line, in em of the type size it is set at; the line does not know where it stands. A glyph's `dx` is the
 * distance of its origin from the line's left edge, so a mark whose blank half is trimmed may have a negative one.
 *
 * A line that runs down is measured from its top on the axis through the middle of its characters: `measure` and `width`
 * run down, its runs have a `stance`, and all places are to the right and down from there.
 */
export interface TypeLine {
  /** Runs in reading order, all on the line's baseline but for annotations. */
  readonly runs: readonly LineRun[];
  readonly dots: readonly EmphasisDot[];
  /** Lines of names and titles. */
  readonly names: readonly NameLine[];
  readonly measure: Em;
  /** Ink width from the left edge of the measure to the right end of the last face, trimmed blanks left out. */
  readonly width: Em;
  /** Space added to each joint: > 0 stretched, 0 when the blanks of marks took up the difference. */
  readonly gap: Em;
  /** Half-open span of the paragraph's `characters` that the line covers; the spans of the lines cover the paragraph. */
  readonly start: number;
  readonly end: number;
  /** Width beyond the measure when no legal break was found; else 0. */
  readonly over: Em;
}

/** Glyphs of one face at one size. `scale` is 1, or less for an annotation; `dy` (em, down) is 0 but for annotations. */
export interface LineRun {
  readonly font: FontKey;
  readonly scale: number;
  readonly dy: Em;
  readonly glyphs: readonly LineGlyph[];
  /** Only in a line that runs down; a reading in letters under each other is `down` in every line. */
  readonly stance?: Stance;
  /**
   * Distance to the right: of a turned run's baseline from the axis of the line, of the axis of a reading under each other
   * from the start of a line across.
   */
  readonly across?: Em;
  /** Where it was written; absent for words that the engine writes. */
  readonly origin?: SourceRange;
  /** The whole paragraph, heading or name of the copy that it is part of; absent for words that the engine writes. */
  readonly passage?: SourceRange;
  /** Whether the line ends with it at a word space, which is not printed. */
  readonly endsAtSpace?: true;
}

export interface LineGlyph {
  readonly id: number;
  /** From the start of the line; of an upright glyph in a line that runs down, from its axis. */
  readonly dx: Em;
  /** Of an upright glyph in a line that runs down, from the top of the line. */
  readonly dy?: Em;
  /**
   * The characters it stands for; a printed word space stands in front of the text of the glyph after it. Empty for a
   * hyphen that divides a word: it is no character of the copy.
   */
  readonly text: string;
}

/** An emphasis dot under a character, in a line that runs down to the right of it: centre, in em. */
export interface EmphasisDot {
  readonly dx: Em;
  readonly dy: Em;
  readonly radius: Em;
}

/**
 * A line under a name or a title, in a line that runs down to the left of it: begins at `dx`, `dy` in its middle and runs
 * across or down, in em.
 */
export interface NameLine {
  readonly dx: Em;
  readonly dy: Em;
  readonly length: Em;
  readonly direction: Direction;
  readonly weight: Em;
  /** How far a wavy line goes to both sides; 0 for a straight one. */
  readonly amplitude: Em;
}

/** A paragraph set in one number of lines. */
export interface SetVariant {
  readonly lines: readonly TypeLine[];
  /** Demerits of the lines after the table in typeset/costs.ts; comparable between variants of one paragraph. */
  readonly cost: number;
  /** Largest space at a joint of any line, em. */
  readonly loosest: Em;
}

/** Line lengths in em of a paragraph's lines 0, 1, 2, … */
export type Measures = (line: number) => Em;

/** Lines of one length; the last piece of a shape has no end. */
export interface MeasureRun {
  readonly measure: Em;
  readonly lines: number;
}

/** A heading turned into a number of lines, each in its natural width. */
export interface HeadingVariant {
  readonly lines: readonly TypeLine[];
  /** Ink width of the widest line, blanks at its edges left out. */
  readonly width: Em;
  /** How badly it turns: 0 for one line or for turns at the marked places. */
  readonly cost: number;
}

/** How the text of a flow is set. */
export interface ParagraphStyle {
  readonly plain: FontRole;
  readonly strong: FontRole;
  readonly setting: Setting;
  /** Horizontal when absent. */
  readonly direction?: Direction;
}

/**
 * The composing room as make-up sees it: pure calls whose answers are kept, so that the fitter may ask for the same
 * text at many measures. Everything is in em, whatever size it will be printed at.
 */
export interface Composer {
  /** The paragraph in one line fewer, its best and one line more, as far as they can be set well; at least one. */
  paragraph(text: Text, style: ParagraphStyle, shape: readonly MeasureRun[]): readonly SetVariant[];
  /** A number of lines below which no setting of the paragraph at this measure goes; found without setting it. */
  leastLines(text: Text, style: ParagraphStyle, measure: Em): number;
  /** The heading in exactly `lines` lines; `undefined` when it has no such turn. */
  heading(text: Text, role: FontRole, lines: number, direction?: Direction): HeadingVariant | undefined;
  /** One line in its natural width, without trimming its words. */
  line(text: Text | string, role: FontRole): TypeLine;
}
