import { readFileSync } from 'node:fs';
import type { Em } from '../../src/base/units.ts';
import { DEFAULT_SETTING, type Setting } from '../../src/model/setting.ts';

/** A case of tests/cases/lines.txt. */
export interface LineCase {
  readonly rule: string;
  readonly measure: Em;
  readonly setting: Setting;
  readonly copy: string;
  readonly lines: readonly string[];
}

/** A row of tests/cases/widths.txt. */
export interface WidthCase {
  readonly style: Setting['punctuation'];
  readonly copy: string;
  readonly advances: readonly Em[];
}

export function readCases(name: string): string {
  return readFileSync(new URL(`../cases/${name}`, import.meta.url), 'utf8');
}

export function lineCases(): readonly LineCase[] {
  return lineCasesIn(readCases('lines.txt'));
}

export function lineCasesIn(table: string): readonly LineCase[] {
  return table
    .split(/\n\n+/)
    .map((block) => block.split('\n').filter((line) => !line.startsWith('#') && line !== ''))
    .filter((block) => block.length > 0)
    .map(([rule = '', conditions = '', copy = '', , ...lines]) => {
      const [measure = '', ...options] = conditions.split(' · ');
      return { rule, measure: Number(measure), setting: settingOf(options), copy, lines };
    });
}

export function widthCases(): readonly WidthCase[] {
  return readCases('widths.txt')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [style = '', copy = '', advances = ''] = line.split(/\s*\|\s/);
      return {
        style: style as WidthCase['style'],
        copy: copy.trimEnd(),
        advances: advances.split(' ').map(Number),
      };
    });
}

/** Conditions as `pagegen lines` names them; lines of cases are set flush left. */
function settingOf(options: readonly string[]): Setting {
  const given = options.map((option): readonly [string, string | number] => {
    const [name = '', value] = option.split(' ');
    if (value === undefined) return [name.endsWith('fit') ? 'breaking' : 'overflow', name];
    const key = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    return [key, Number.isNaN(Number(value)) ? value : Number(value)];
  });
  return { ...DEFAULT_SETTING, align: 'start', shortLast: 0, ...Object.fromEntries(given) };
}
