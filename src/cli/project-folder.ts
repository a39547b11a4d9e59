import { dirname, join } from 'node:path';
import { exists } from '../files.ts';

const PARTS = ['issues', 'layouts', 'papers', join('fonts', 'fonts.yaml')];

/** The folder of the project that a file belongs to: the nearest one that holds what a project holds, or else `root`. */
export function projectOf(path: string, root: string): string {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (PARTS.some((part) => exists(join(folder, part)))) return folder;
    if (folder === root || dirname(folder) === folder) return root;
  }
}

export type FileKind = 'issue' | 'layout' | 'paper';

/** Folders of a project whose YAML files are of one kind. */
const FOLDERS: ReadonlyMap<string, FileKind> = new Map([
  ['issues', 'issue'],
  ['layouts', 'layout'],
  ['papers', 'paper'],
]);

/** Keys at the left margin by which a file is known that stands in no folder of ours, the surest first. */
const SIGNS: readonly (readonly [FileKind, RegExp])[] = [
  ['layout', /^pagegen-layout\s*:/m],
  ['paper', /^pagegen-paper\s*:/m],
  ['issue', /^(?:headline|articles|主题|标题|稿件|pagegen)\s*:/m],
];

/** What a YAML file is; `undefined` for what is none of ours, a lock file among them. */
export function kindOf(path: string, text: string): FileKind | undefined {
  if (/\.lock\.ya?ml$/i.test(path) || !/\.ya?ml$/i.test(path)) return undefined;
  const folder = path.split(/[\\/]/).at(-2) ?? '';
  return FOLDERS.get(folder) ?? SIGNS.find(([, sign]) => sign.test(text))?.[0];
}
