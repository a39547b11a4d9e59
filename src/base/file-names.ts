/** What a file name may be made of. */
export interface NameFacts {
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  /** Page number as printed: `3`, `A12`. */
  readonly page?: string;
  /** Whether it is printed in more than black. */
  readonly colour: boolean;
  readonly version: string;
  /** Name of the issue file without its ending. */
  readonly issue: string;
}

/** One part of a pattern: words as they are, or a field with how it is written. */
interface NamePart {
  readonly field?: NameField;
  /** The words, or the form of the field. */
  readonly text: string;
}

type NameField = 'date' | 'section' | 'page' | 'colour' | 'version' | 'issue';

/** What each field may have behind its colon, and what it becomes. */
const FIELDS: Readonly<Record<NameField, FieldRule>> = {
  date: {
    forms: /^(?:YYYY|YY|MM|DD|[-_.])+$/,
    write: ({ date = '' }, form) => {
      const [year = '', month = '', day = ''] = date.split('-');
      if (year === '') return '';
      const parts: Readonly<Record<string, string>> = {
        YYYY: year,
        YY: year.slice(2),
        MM: month,
        DD: day,
      };
      return (form || 'YYYYMMDD').replace(/YYYY|YY|MM|DD/g, (part) => parts[part] ?? part);
    },
  },
  section: { write: ({ page = '' }) => /^[^\d]*/.exec(page)?.[0].trim() ?? '' },
  page: {
    forms: /^0+$/,
    write: ({ page = '' }, form) => {
      const figures = /\d+/.exec(page)?.[0] ?? page;
      return figures.padStart(form.length, '0');
    },
  },
  colour: { write: ({ colour }) => (colour ? 'C' : 'K') },
  version: { forms: /^0+$/, write: ({ version }, form) => version.padStart(form.length, '0') },
  issue: { write: ({ issue }) => issue },
};

interface FieldRule {
  /** Without it nothing may stand behind the name. */
  readonly forms?: RegExp;
  readonly write: (facts: NameFacts, form: string) => string;
}

/** A name with every field, for messages. */
export const NAME_FIELDS = '{issue}_{date:YYYYMMDD}_{section}{page:000}_{colour}{version}.pdf';

/** The parts of a pattern; `undefined` when a field is unknown or the name is none that every system takes. */
export function parseNamePattern(pattern: string): readonly NamePart[] | undefined {
  const parts = pattern.split(/(\{[^{}]*\})/).filter((part) => part !== '');
  const named = parts.map((part): NamePart | undefined => {
    if (!part.startsWith('{')) return /[{}/\\:*?"<>|\p{Cc}]/u.test(part) ? undefined : { text: part };
    const [name = '', form = ''] = part.slice(1, -1).split(':', 2);
    if (!isField(name)) return undefined;
    const { forms } = FIELDS[name];
    return form === '' || forms?.test(form) ? { field: name, text: form } : undefined;
  });
  const known = named.filter((part) => part !== undefined);
  const starts = !/^[.\s]/.test(pattern);
  return starts && known.length > 0 && known.length === named.length ? known : undefined;
}

function isField(name: string): name is NameField {
  return Object.hasOwn(FIELDS, name);
}

/** Whether names of this pattern tell pages apart. */
export function namesPages(pattern: string): boolean {
  return parseNamePattern(pattern)?.some(({ field }) => field === 'page') ?? false;
}

/** The file name of a pattern that was parsed, with the ending `.pdf`. Signs that a file system refuses become `-`. */
export function fileName(pattern: string, facts: NameFacts): string {
  const parts = parseNamePattern(pattern) ?? [];
  const name = parts
    .map(({ field, text }) =>
      field ? FIELDS[field].write(facts, text).replace(/[/\\:*?"<>|\p{Cc}]/gu, '-') : text,
    )
    .join('');
  return /\.pdf$/i.test(name) ? name : `${name}.pdf`;
}
