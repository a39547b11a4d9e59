import type { Copy, Find, Finder } from './copy.ts';

/** Copy of an agency carries the agency's own dateline: 据××社××3月5日电. */
const AGENCY = /社.*电$/u;

/** A dateline of the paper's own: 本报讯, 【本报消息】, （本刊讯）. */
const OWN = '[【（(]?本[报刊网台社] ?(?:讯|消息|訊)[】）)]?';

/**
 * A dateline of the paper's own that has not the form of the house, in a key of its own or at the head of the text; what
 * follows in brackets (本报讯（记者 …）) is not part of the form.
 */
export const datelines: Finder = (copies) =>
  copies.flatMap((copy) => (copy.part === 'dateline' ? wholeDateline(copy) : openingDateline(copy)));

function wholeDateline(copy: Copy): readonly Find[] {
  const form = copy.house?.dateline;
  const written = copy.characters.trim();
  const isSound = form === undefined || AGENCY.test(written) || hasForm(written, form);
  return isSound ? [] : [{ copy, start: 0, end: copy.characters.length, instead: form }];
}

function hasForm(written: string, form: string): boolean {
  return written === form || (written.startsWith(form) && /^ ?[（(]/u.test(written.slice(form.length)));
}

function openingDateline(copy: Copy): readonly Find[] {
  const form = copy.house?.dateline;
  const [own = ''] = new RegExp(`^${OWN}`, 'u').exec(copy.characters) ?? [];
  const isSound = form === undefined || own === '' || copy.characters.startsWith(form);
  return isSound ? [] : [{ copy, start: 0, end: own.length, instead: form }];
}

/** Words that the house does not print, with those to write instead where it names any. */
export const bannedWords: Finder = (copies) =>
  copies.flatMap((copy) =>
    (copy.house?.banned ?? []).flatMap(({ word, instead }) => {
      if (word === '') return [];
      const places = [...copy.characters.matchAll(new RegExp(literal(word), 'gu'))];
      return places.map(({ index }): Find => {
        return { copy, start: index, end: index + word.length, ...(instead !== undefined && { instead }) };
      });
    }),
  );

const literal = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
