import { lastWithin } from './sfnt.ts';

/** A list of glyphs of a layout table: where a glyph stands in it, or -1 (OpenType 1.9, coverage table). */
export function coverageIndex(view: DataView, at: number, glyph: number): number {
  const count = view.getUint16(at + 2);
  if (view.getUint16(at) === 1) {
    const index = lastWithin(count, (i) => view.getUint16(at + 4 + 2 * i) <= glyph);
    return index >= 0 && view.getUint16(at + 4 + 2 * index) === glyph ? index : -1;
  }
  const record = at + 4 + 6 * lastWithin(count, (i) => view.getUint16(at + 4 + 6 * i) <= glyph);
  if (record < at + 4 || glyph > view.getUint16(record + 2)) return -1;
  return view.getUint16(record + 4) + glyph - view.getUint16(record);
}

/** The class of a glyph, 0 for those that are not named (OpenType 1.9, class definition table). */
export function classOf(view: DataView, at: number, glyph: number): number {
  if (view.getUint16(at) === 1) {
    const index = glyph - view.getUint16(at + 2);
    return index >= 0 && index < view.getUint16(at + 4) ? view.getUint16(at + 6 + 2 * index) : 0;
  }
  const count = view.getUint16(at + 2);
  const record = at + 4 + 6 * lastWithin(count, (i) => view.getUint16(at + 4 + 6 * i) <= glyph);
  return record >= at + 4 && glyph <= view.getUint16(record + 2) ? view.getUint16(record + 4) : 0;
}
