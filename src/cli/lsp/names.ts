import { dirname, extname, join, relative } from 'node:path';
import type { SourceFile } from '../../base/source.ts';
import { filesBelow } from '../../files.ts';
import { TABOO_NAMES } from '../../model/page-checks.ts';
import { DEFAULT_LAYOUT } from '../../read/issue.ts';
import type { YamlMap, YamlNode } from '../../read/node.ts';
import { readLayout } from '../../read/layout.ts';
import { STYLE_KEYS } from '../../read/style-definition.ts';
import { parseYaml } from '../../read/yaml.ts';
import { readFontFiles, readLayouts, readFolder, withFile } from '../desk.ts';
import type { Context } from '../io.ts';
import type { FileKind } from '../project-folder.ts';

/** A file that is being written, and where. */
export interface Written {
  readonly kind: FileKind;
  /** Absolute. */
  readonly path: string;
  readonly file: SourceFile;
  readonly context: Context;
}

type Source = (written: Written) => readonly string[];

/** A rule: the kind of file, the path of the value in English keys, and where its names come from. */
const SOURCES: readonly (readonly [FileKind, RegExp, Source])[] = [
  ['issue', /^layout$/, ({ context }) => [...readLayouts(context).keys()]],
  ['issue', /^paper$/, ({ context }) => [...readFolder('papers', context).keys()]],
  ['issue', /(?:^|\.)theme$/, (written) => [...(layoutOf(written)?.themes.keys() ?? [])]],
  ['issue', /\.(?:attach|with|apart_from)$/, storyIds],
  ['issue', /\.place\.region$/, (written) => layoutOf(written)?.news.regions.map(({ name }) => name) ?? []],
  ['issue', /\.allow(?:\.\*)?(?:\.check)?$/, () => Object.keys(TABOO_NAMES)],
  ['issue', /^ads\.\*\.file$/, filesOf(/\.(?:pdf|png|jpe?g|tiff?|svg)$/i)],
  ['issue', /\.chart\.file$/, filesOf(/\.csv$/i)],
  ['issue', /\.file$/, filesOf(/\.(?:png|jpe?g|tiff?|svg|pdf)$/i)],
  ['paper', /^logo$/, filesOf(/\.(?:svg|pdf|png)$/i)],
  ['layout', /^regions\.\w+\.style$/, (written) => [...STYLE_KEYS, ...keysUnder(written, 'styles', '样式')]],
  ['layout', /^accent$/, (written) => keysUnder(written, 'themes', '主题色')],
  ['layout', /(?:^faces\.|(?:^|[._])face$|^text\.font$)/, fontRoles],
  ['layout', /(?:^|\.)profile$/, filesOf(/\.ic[cm]$/i)],
];

/** The names that may stand at a place and that no schema knows: layouts, themes, stories, files. */
export function namesFor(path: string, written: Written): readonly string[] {
  const found = SOURCES.find(([kind, pattern]) => kind === written.kind && pattern.test(path));
  return [...new Set(found?.[2](written) ?? [])];
}

/** Files below the folder of the project, as seen from the file that names them. */
function filesOf(pattern: RegExp): Source {
  return ({ path, context }) => {
    const folder = dirname(path);
    const files = filesBelow(context.io.cwd).filter((file) => pattern.test(file));
    return files.map((file) => relative(folder, join(context.io.cwd, file)).replaceAll('\\', '/'));
  };
}

function storyIds({ file }: Written): readonly string[] {
  return [...file.text.matchAll(/^\s*(?:-\s+)?(?:id|稿号)\s*:\s*["']?([^\s"'#]+)/gm)].map(
    ([, id = '']) => id,
  );
}

function fontRoles({ context }: Written): readonly string[] {
  return [...(readFontFiles(context, () => {})?.list.roles.keys() ?? [])];
}

/** The layout that an issue names in its text, broken or not. */
function layoutOf({ file, path, context }: Written) {
  const [, named] = /^(?:layout|版式)\s*:\s*["']?([^\s"'#]+)/m.exec(file.text) ?? [];
  const several = /^(?:articles|稿件)\s*:/m.test(file.text);
  const name = named ?? (several ? DEFAULT_LAYOUT.news : DEFAULT_LAYOUT.story);
  const layout = withFile(readLayouts(context), name, dirname(path), context).get(name);
  return layout && readLayout(layout, () => {});
}

function keysUnder({ file }: Written, ...names: readonly string[]): readonly string[] {
  const root = parseYaml(file, () => {})?.root;
  const map = root && entryOf(root, names);
  return map?.entries.map(({ key }) => key.value) ?? [];
}

function entryOf(node: YamlNode, names: readonly string[]): YamlMap | undefined {
  const value =
    node.kind === 'map' ? node.entries.find(({ key }) => names.includes(key.value))?.value : undefined;
  return value?.kind === 'map' ? value : undefined;
}

/** Whether a path of a file has an ending that YAML would not need to quote. */
export function isPlain(name: string): boolean {
  return /^[\p{L}\p{N}_./][\p{L}\p{N}_./ -]*$/u.test(name) && extname(name) !== name;
}
