import type { Context } from './io.ts';

const VISUAL_STUDIO_CODE = 'vscode://file/{path}:{line}:{column}';

/** Schemes that would not open an editor but a page or a program of the browser. */
const NO_EDITOR = /^(?:https?|javascript|data|blob|file|about|view-source):/i;

/**
 * The URL that opens an editor: of the option, of `PAGEGEN_EDITOR`, or that of Visual Studio Code; `undefined` for what is
 * none.
 */
export function editorOf(given: string | undefined, { io }: Context): string | undefined {
  const url = given ?? (io.env['PAGEGEN_EDITOR'] || VISUAL_STUDIO_CODE);
  const isUrl = /^[a-z][a-z0-9+.-]*:/i.test(url) && !NO_EDITOR.test(url);
  return isUrl && url.includes('{path}') ? url : undefined;
}
