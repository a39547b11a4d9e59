import { resolve } from 'node:path';
import type { SourceFile } from '../base/source.ts';
import type { PreviewFile, PreviewIssue } from '../model/preview.ts';
import { previewPage, previewProblem } from '../output/preview-page.ts';
import { readIssue } from '../read/issue.ts';
import { withCopyCheck } from './build.ts';
import type { Desk } from './desk.ts';
import type { Context } from './io.ts';
import { setIssue, type SetIssue } from './issues.ts';
import { openPictures } from './pictures.ts';
import { openPress } from './press.ts';

export interface PreparedIssue {
  readonly issue: PreviewIssue;
  readonly set: SetIssue;
}

interface Wanted {
  readonly layout: string | undefined;
  readonly cache: boolean;
}

/** Sets an issue, checks all that `check` checks, and puts together what the preview shows of it. */
export async function prepareIssue(
  path: string,
  desk: Desk,
  { layout, cache }: Wanted,
  context: Context,
): Promise<PreparedIssue> {
  const started = context.io.clock();
  const made = await setIssue(path, desk, layout, context);
  const press = openPress(made.pages, undefined, context);
  const pictures = await openPictures(made.pages, press, { proof: true, cache }, context);
  const found = made.pages.length > 0 ? [...press.diagnostics, ...pictures.diagnostics] : [];
  const set = withCopyCheck({ ...made, diagnostics: [...made.diagnostics, ...found] }, context);
  const files = new Map<SourceFile, number>();
  const numberOf = (file: SourceFile): number => {
    const number = files.get(file) ?? files.size;
    files.set(file, number);
    return number;
  };
  const issue = set.source && readIssue(set.source, () => {}, set.files);
  const sources = { issue, fonts: desk.fonts, pictures: pictures.contents, numberOf };
  const pages = set.pages.map((page, index) => previewPage(page, index, sources));
  const problems = [...desk.diagnostics, ...set.diagnostics].map((one) => previewProblem(one, numberOf));
  const told = [...files.keys()].map((file) => previewFile(file, context));
  const milliseconds = context.io.clock() - started;
  return { issue: { path, files: told, pages, problems, milliseconds }, set };
}

function previewFile({ path, text }: SourceFile, { io }: Context): PreviewFile {
  return { path, absolute: resolve(io.cwd, path), text };
}
