import type { Report } from '../base/diagnostic.ts';
import type { OpenOptions } from './fontkit.ts';
import type { FontTables } from './truetype.ts';

/** Bits of `fsType` (OpenType 1.9, OS/2 table). Restricted holds only when no milder bit stands beside it. */
const RESTRICTED = 0x2;
const RIGHTS = 0xe;
const NO_SUBSETTING = 0x100;
const BITMAP_ONLY = 0x200;

/** Reports a face whose maker does not allow what embedding needs, as `font-licence`. */
export function reportLicence(tables: FontTables, options: OpenOptions, report: Report): void {
  const embedding = embeddingOf(tables);
  const restricted = (embedding & RIGHTS) === RESTRICTED;
  const reason = restricted ? 'restricted' : embedding & BITMAP_ONLY ? 'bitmap-only' : 'no-subsetting';
  if (!restricted && !(embedding & (BITMAP_ONLY | NO_SUBSETTING))) return;
  const severity = reason === 'no-subsetting' ? 'warning' : 'error';
  report({
    severity,
    code: 'font-licence',
    values: { file: options.file, reason, embedding },
    ...(options.range && { range: options.range }),
  });
}

/** Embedding bits `fsType`; 0 when the file does not state them. */
export function embeddingOf(tables: FontTables): number {
  const table = tables('OS/2');
  return table && table.length > 9 ? ((table[8] ?? 0) << 8) | (table[9] ?? 0) : 0;
}
