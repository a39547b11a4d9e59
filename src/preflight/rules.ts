import type { Rule } from './rule.ts';
import { COLOUR_RULES, INK_RULES } from './rules-colour.ts';
import { CONTENT_RULES, TRANSPARENCY_RULES } from './rules-content.ts';
import { FILE_RULES, INTERACTIVE_RULES, STREAM_RULES } from './rules-file.ts';
import { FONT_RULES } from './rules-font.ts';
import { INTENT_RULES, METADATA_RULES } from './rules-metadata.ts';
import { LAYER_RULES, PAGE_RULES } from './rules-page.ts';
import { PICTURE_RULES } from './rules-picture.ts';
import { LINE_RULES, OVERPRINT_RULES, TYPE_RULES } from './rules-type.ts';

/** Every rule, in the order in which findings are told. */
export const RULES: readonly Rule[] = [
  ...FILE_RULES,
  ...STREAM_RULES,
  ...METADATA_RULES,
  ...INTENT_RULES,
  ...INTERACTIVE_RULES,
  ...PAGE_RULES,
  ...LAYER_RULES,
  ...FONT_RULES,
  ...COLOUR_RULES,
  ...INK_RULES,
  ...LINE_RULES,
  ...TYPE_RULES,
  ...OVERPRINT_RULES,
  ...PICTURE_RULES,
  ...TRANSPARENCY_RULES,
  ...CONTENT_RULES,
];
