import type { Hint } from '../base/diagnostic.ts';
import { scalar } from './define.ts';

/** A day of the calendar, `YYYY-MM-DD`; anything else is `bad-date`. */
export const dateField = scalar({
  parse: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text) ? text : undefined),
  expected: '2026-03-18',
  code: 'bad-date',
  hints: meantDay,
  schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2026-03-18'] },
});

function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year > 0 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  );
}

/** `2026年3月18日`, `2026/3/18` and the like, written as the file wants it. */
function meantDay(text: string): readonly Hint[] {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  if (!match) return [];
  const [, year = '', month = '', day = ''] = match;
  const name = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(name) && name !== text ? [{ code: 'did-you-mean', values: { name } }] : [];
}
