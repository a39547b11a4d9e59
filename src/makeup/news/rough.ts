import type { Em } from '../../base/units.ts';
import type { Text } from '../../model/issue.ts';

/** Width of a text before it is set, em: one for every character, less for Latin and figures. */
export function roughWidth({ characters }: Text): Em {
  return [...characters].reduce((sum, character) => sum + (character < '\u0250' ? LATIN : 1), 0);
}

const LATIN: Em = 0.62;
