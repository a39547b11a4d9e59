import type { PreflightGroup } from '../model/preflight.ts';
import type { Rule } from './rule.ts';
import { COLOUR_RULES, INK_RULES } from './rules-colour.ts';
import { CONTENT_RULES, TRANSPARENCY_RULES } from './rules-content.ts';
import { FILE_RULES, INTERACTIVE_RULES, STREAM_RULES } from './rules-file.ts';
import { FONT_RULES } from './rules-font.ts';
import { INTENT_RULES, METADATA_RULES } from './rules-metadata.ts';
import { ANNOTATION_RULES, LAYER_RULES, PAGE_RULES } from './rules-page.ts';
import { PICTURE_RULES } from './rules-picture.ts';
import { LINE_RULES, OVERPRINT_RULES, TYPE_RULES } from './rules-type.ts';

/** The rules by what they look at, in the order in which findings are told. */
export const RULES: Readonly<Record<PreflightGroup, readonly Rule[]>> = {
  file: [...FILE_RULES, ...STREAM_RULES],
  standard: [...METADATA_RULES, ...INTENT_RULES],
  page: PAGE_RULES,
  interactive: [...INTERACTIVE_RULES, ...ANNOTATION_RULES],
  font: FONT_RULES,
  colour: [...COLOUR_RULES, ...OVERPRINT_RULES],
  ink: INK_RULES,
  type: [...LINE_RULES, ...TYPE_RULES],
  picture: PICTURE_RULES,
  transparency: [...TRANSPARENCY_RULES, ...LAYER_RULES],
  content: CONTENT_RULES,
};
