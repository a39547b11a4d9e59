import type { DiagnosticCode, HintCode, Values } from '../base/diagnostic.ts';
import type { FitCode } from '../model/page.ts';
import type { PreflightRule } from '../model/preflight.ts';
import { ENGLISH } from './messages-en.ts';
import type { Catalogue, MessageLanguage } from './messages-type.ts';
import { CHINESE } from './messages-zh.ts';

interface MessageCodes {
  readonly diagnostic: DiagnosticCode;
  readonly hint: HintCode;
  readonly fit: FitCode;
  readonly preflight: PreflightRule;
  readonly remedy: PreflightRule;
}

const CATALOGUES: Readonly<Record<MessageLanguage, Catalogue>> = { zh: CHINESE, en: ENGLISH };

/**
 * One sentence for a problem, a remedy or a step of the copy-fitter, with its numbers. A template holds `{name}` for a
 * value and `{name#line|lines}` for a number with its noun.
 */
export function sentence<K extends keyof MessageCodes>(
  kind: K,
  code: MessageCodes[K],
  values: Values,
  language: MessageLanguage,
): string {
  const catalogue = CATALOGUES[language];
  const templates: Readonly<Record<string, string>> = catalogue[kind];
  const template = templates[code] ?? code;
  return template.replace(
    /\{([A-Za-z]+)(?:#([^|{}]*)\|([^{}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      const shown = wordFor(name, value, catalogue);
      return one === undefined ? shown : `${shown} ${value === 1 ? one : many}`;
    },
  );
}

/** Values that are words of the catalogue, not of the copy. */
const WORD_VALUES = new Set([
  'reason',
  'expected',
  'found',
  'head',
  'region',
  'key',
  'role',
  'fallback',
  'printed',
]);

/** What stands before such a value in the catalogue, where it would be mistaken for another. */
const PREFIXES: Readonly<Record<string, string>> = { key: 'key-', printed: 'printed-' };

function wordFor(name: string, value: string | number, { words }: Catalogue): string {
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  const known: Readonly<Record<string, string>> = words;
  return (WORD_VALUES.has(name) && known[`${PREFIXES[name] ?? ''}${value}`]) || value;
}
