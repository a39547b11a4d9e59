import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { stringify, parse } from 'yaml';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { SourceFile } from '../../src/base/source.ts';
import { buildPages } from '../../src/build.ts';
import { openFontBook } from '../../src/fonts/book.ts';
import type { FontBook } from '../../src/fonts/font.ts';
import type { Page } from '../../src/model/page.ts';
import { readFontList } from '../../src/read/fonts.ts';

const ROOT = new URL('../../', import.meta.url);

function sourceOf(path: string): SourceFile {
  return { path, text: readFileSync(new URL(path, ROOT), 'utf8') };
}

/** The layouts that the program ships, by name. */
export const LAYOUTS: ReadonlyMap<string, SourceFile> = new Map(
  readdirSync(new URL('layouts/', ROOT)).map((file) => [
    basename(file, '.yaml'),
    sourceOf(`layouts/${file}`),
  ]),
);

/** The faces that the program ships, as fonts/fonts.yaml books them. */
export function projectFonts(): FontBook {
  const list = readFontList(sourceOf('fonts/fonts.yaml'), refuse);
  if (!list) throw new Error('fonts/fonts.yaml cannot be read');
  const files = [...list.faces.values()].map(({ file }): [string, Uint8Array] => [
    file.value,
    readFileSync(new URL(`fonts/${file.value}`, ROOT)),
  ]);
  return openFontBook(list, new Map(files), refuse);
}

function refuse(diagnostic: Diagnostic): void {
  throw new Error(`${diagnostic.code} ${JSON.stringify(diagnostic.values)}`);
}

/** An issue as a plain value, for tests that make it longer or shorter. */
export interface PlainIssue {
  readonly layout?: string;
  readonly headline: string;
  readonly lead?: string | readonly string[];
  readonly blocks: readonly { readonly title?: string; readonly text: string; readonly theme?: string }[];
}

/** A sample issue without its inline marks, so that its characters can be counted and cut one by one. */
export function plainSample(name: string): PlainIssue {
  const text = sourceOf(`issues/${name}.yaml`).text;
  const issue = parse(text.replace(/\*+/g, '').replace(/\{([^|}]*)\|[^}]*\}/g, '$1')) as PlainIssue;
  // Folding has put a space where a line of the file ended; the file means none beside a Han character.
  const unfolded = (paragraph: string): string =>
    paragraph.replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/gu, '');
  return { ...issue, lead: [issue.lead ?? []].flat().map(unfolded) };
}

export interface Built {
  readonly page: Page | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly errors: readonly string[];
}

const fonts = projectFonts();

/** Builds an issue with the shipped fonts, in its own layout, a shipped one, or one that the test brings. */
export function buildIssue(issue: PlainIssue | SourceFile, layout?: string | SourceFile): Built {
  const source = 'path' in issue ? issue : { path: 'test.yaml', text: stringify(issue, { lineWidth: 0 }) };
  const diagnostics: Diagnostic[] = [];
  const own = typeof layout === 'object' ? layout : undefined;
  const layouts = own ? new Map([...LAYOUTS, [own.path, own]]) : LAYOUTS;
  const layoutName = own?.path ?? layout;
  const sources = { issue: source, layouts, ...(typeof layoutName === 'string' && { layoutName }) };
  const [page] = buildPages(sources, fonts, (diagnostic) => diagnostics.push(diagnostic));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return { page, diagnostics, errors };
}

export function sample(name: string): SourceFile {
  return sourceOf(`issues/${name}.yaml`);
}

/** The issue without its last `count` characters of text, spaces not counted; titles without text go too. */
export function shortenedBy(issue: PlainIssue, count: number): PlainIssue {
  let left = count;
  const blocks = [...issue.blocks];
  while (left > 0 && blocks.length > 0) {
    const last = blocks.pop();
    const characters = [...(last?.text ?? '')];
    while (left > 0 && characters.length > 0) if (characters.pop()?.trim()) left -= 1;
    if (last && characters.join('').trim() !== '') blocks.push({ ...last, text: characters.join('') });
    else left -= (last?.title ?? '').replace(/\s/g, '').length;
  }
  return { ...issue, blocks };
}

/** The issue with `count` Han characters more at its end. */
export function lengthenedBy(issue: PlainIssue, count: number): PlainIssue {
  const last = issue.blocks.at(-1);
  if (!last) return issue;
  const longer = { ...last, text: last.text.trimEnd() + '字'.repeat(count) };
  return { ...issue, blocks: [...issue.blocks.slice(0, -1), longer] };
}

/** Characters of an issue's text, spaces not counted. */
export function lengthOf({ blocks, headline, lead = '' }: PlainIssue): number {
  const texts = [headline, ...[lead].flat(), ...blocks.map(({ title = '', text }) => title + text)];
  return [...texts.join('').replace(/\s/g, '')].length;
}
