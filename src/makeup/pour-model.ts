import type { MeasureRun, SetVariant } from '../model/galley.ts';
import type { Elastic, Keep } from '../model/layout.ts';
import type { BoxSet } from './box.ts';

/** What is poured, in reading order. Titles take whole lines; a paragraph asks how it sets in the shape that is left. */
export type FlowItem = TitleItem | ParagraphItem | BoxItem;

export interface TitleItem {
  readonly kind: 'title';
  readonly block: number;
  readonly lines: number;
  /** Lines of white above it; none at a column head. */
  readonly gap: Elastic;
}

export interface ParagraphItem {
  readonly kind: 'paragraph';
  readonly block: number;
  readonly index: number;
  /** Its settings in the lines that follow; the shape is made only for flows of different measures. */
  readonly set: (shape: () => readonly MeasureRun[]) => readonly SetVariant[];
}

/** Text in a frame, which takes whole lines of one column. */
export interface BoxItem {
  readonly kind: 'box';
  readonly block: number;
  /** Its settings over a column of this measure. */
  readonly sets: (measure: number) => readonly BoxSet[];
}

/** What the items are poured into: columns of one depth, and what may not happen at their heads and feet. */
export interface Vessel {
  /** Measure in characters of each column, in reading order. */
  readonly measures: readonly number[];
  /** Lines of every column; those from `shallowFrom` on have one less. */
  readonly depth: number;
  readonly shallowFrom?: number;
  readonly keep: Keep;
  /** Lines by which a column may end above the foot, at a cost: 1 where feet must be level, Infinity where they need not. */
  readonly ragged: number;
  /** States kept after each item, those that have used the least room; all of them where this is absent. */
  readonly beam?: number;
  /** Only a pour that costs less is asked for; the rest is given up on the way, for costs never fall. */
  readonly limit?: number;
}

export type Placement = TitlePlacement | ParagraphPlacement | BoxPlacement;

export interface TitlePlacement {
  readonly kind: 'title';
  readonly block: number;
  readonly column: number;
  readonly line: number;
  readonly lines: number;
  /** Lines of white above it. */
  readonly gap: number;
}

export interface ParagraphPlacement {
  readonly kind: 'paragraph';
  readonly block: number;
  readonly index: number;
  readonly variant: SetVariant;
  /** 0 for the paragraph's best setting, −1 and +1 for one line fewer and one more. */
  readonly change: number;
  readonly pieces: readonly Piece[];
}

export interface BoxPlacement {
  readonly kind: 'box';
  readonly block: number;
  readonly set: BoxSet;
  /** The whole box. */
  readonly pieces: readonly Piece[];
}

/** Consecutive lines of a paragraph in one column, the first of them on line `line` of the column. */
export interface Piece {
  readonly column: number;
  readonly line: number;
  readonly count: number;
}

/** Where everything stands, in reading order. */
export interface Pour {
  readonly cost: number;
  readonly placements: readonly Placement[];
  /** Lines used of each column. */
  readonly feet: readonly number[];
}
