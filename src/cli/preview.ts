import { randomBytes } from 'node:crypto';
import type { PreviewIssue } from '../model/preview.ts';
import { openServer, type PreviewServer } from '../preview/server.ts';
import { readAssets } from './assets.ts';
import { bugWords } from './bug.ts';
import { openInBrowser } from './open-browser.ts';
import { editorOf } from './editor.ts';
import { followIssues } from './follow.ts';
import { EXIT, refuse, say, type Context, type ExitCode } from './io.ts';
import { show } from './issues.ts';
import { prepareIssue } from './preview-issue.ts';

export interface PreviewOptions {
  readonly layout?: string;
  readonly port?: string;
  readonly editor?: string;
  readonly open?: boolean;
  readonly cache?: boolean;
}

/** `pagegen preview`: a page in the browser that follows every save, until it is stopped. */
export async function preview(
  issues: readonly string[],
  options: PreviewOptions,
  context: Context,
): Promise<ExitCode> {
  const port = options.port === undefined ? 0 : Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return wrongPort(options.port, context);
  const editor = editorOf(options.editor, context);
  if (editor === undefined) return wrongEditor(context);
  const assets = readAssets(context);
  if (!assets) return notCompiled(context);
  const { language, version } = context;
  const greeting = { version, language, editor, issues };
  const key = randomBytes(16).toString('hex');
  const server = await openServer({ port, key, assets, greeting }).catch((error: unknown) => reasonOf(error));
  if (typeof server === 'string') return takenPort(port, server, context);
  context.io.stdout(`${server.url}\n`);
  if (options.open) openInBrowser(server.url, context);
  const work = showingOn(server, issues, options, context);
  const exitCode = await followIssues(issues, options.layout, work, context);
  await server.close();
  return exitCode;
}

function showingOn(
  server: PreviewServer,
  issues: readonly string[],
  { layout, cache = true }: PreviewOptions,
  context: Context,
): Parameters<typeof followIssues>[2] {
  return {
    set: async (index, desk) => {
      const path = issues[index] ?? '';
      const { issue, set } = await prepareIssue(path, desk, { layout, cache }, context);
      server.show(issue, index);
      show([...set.diagnostics, ...desk.diagnostics], context);
      tell(issue, context);
      return set;
    },
    failed: (index, error) => {
      const message = bugWords(error, context.version);
      const problem = { severity: 'error', code: 'bug', message, hints: [] } as const;
      const path = issues[index] ?? '';
      server.show({ path, files: [], pages: [], problems: [problem], milliseconds: 0 }, index);
    },
  };
}

/** One line for a build that is done. */
function tell({ path, pages, problems, milliseconds }: PreviewIssue, context: Context): void {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const took = (milliseconds / 1000).toFixed(2);
  say(context, {
    zh: `${path}：${pages.length} 版，${errors} 个错误，${warnings} 个警告，${took} 秒`,
    en: `${path}: pages ${pages.length}, errors ${errors}, warnings ${warnings}, ${took} s`,
  });
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}

function wrongPort(port: string | undefined, context: Context): ExitCode {
  return refuse(context, {
    zh: `--port 是 0 到 65535 的整数，不是 ${port}`,
    en: `--port is a whole number from 0 to 65535, not ${port}`,
  });
}

function takenPort(port: number, reason: string, context: Context): ExitCode {
  return refuse(context, {
    zh: `端口 ${port} 用不了（${reason}）；不写 --port 就任取一个`,
    en: `port ${port} cannot be used (${reason}); without --port any free one is taken`,
  });
}

function wrongEditor(context: Context): ExitCode {
  return refuse(context, {
    zh: '--editor 是打开编辑器的网址，含 {path}，如 vscode://file/{path}:{line}:{column}；不能是网页',
    en: '--editor is a URL that opens an editor and holds {path}, such as vscode://file/{path}:{line}:{column}; no web page',
  });
}

function notCompiled(context: Context): ExitCode {
  say(context, {
    zh: '预览的网页还没有编译，请先运行 npm run build',
    en: 'the page of the preview is not compiled: run npm run build first',
  });
  return EXIT.usage;
}
