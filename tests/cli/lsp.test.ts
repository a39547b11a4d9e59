import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CodeActionRequest,
  CompletionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { SAMPLE_ISSUE } from '../../src/cli/sample.ts';
import { installedAs } from './installed.ts';
import { folderWith, ROOT } from './run.ts';

/** An editor with the server behind it: what it was told, and what it asks. */
interface Editor {
  readonly folder: string;
  readonly greeting: InitializeResult;
  readonly server: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly uri: (name: string) => string;
  readonly write: (name: string, text: string) => Promise<void>;
  readonly close: (name: string) => Promise<void>;
  /** The diagnostics of a file, when they come to be such. */
  readonly told: (
    name: string,
    wanted: (found: readonly Diagnostic[]) => boolean,
  ) => Promise<readonly Diagnostic[]>;
  readonly board: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly refreshes: () => number;
}

let program = '';
let editor: Editor;

beforeAll(async () => {
  program = installedAs('lsp');
  editor = await openEditor('zh-cn');
});

afterAll(async () => {
  await leave(editor);
});

async function openEditor(locale: string): Promise<Editor> {
  const folder = folderWith({ 'issues/a.yaml': SAMPLE_ISSUE, 'layouts/own.yaml': layoutText() });
  for (const part of ['photos', 'ads', 'data']) {
    cpSync(join(ROOT, 'issues', part), join(folder, 'issues', part), { recursive: true });
  }
  cpSync(join(ROOT, 'papers'), join(folder, 'papers'), { recursive: true });
  const server = spawn(process.execPath, [program, 'lsp', '--stdio'], {
    cwd: folder,
    env: { LANG: 'zh_CN.UTF-8' },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const board = new Map<string, readonly Diagnostic[]>();
  const waiting = new Set<() => void>();
  let refreshes = 0;
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    board.set(uri, diagnostics);
    for (const look of waiting) look();
  });
  connection.onRequest(InlayHintRefreshRequest.type, () => {
    refreshes += 1;
  });
  connection.listen();
  const uri = (name: string) => pathToFileURL(join(folder, name)).href;
  const greeting = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'paper' }],
    locale,
    capabilities: { workspace: { inlayHint: { refreshSupport: true } } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const versions = new Map<string, number>();
  return {
    folder,
    greeting,
    server,
    connection,
    uri,
    board,
    refreshes: () => refreshes,
    write: async (name, text) => {
      const version = (versions.get(name) ?? 0) + 1;
      versions.set(name, version);
      await (version === 1
        ? connection.sendNotification(DidOpenTextDocumentNotification.type, {
            textDocument: { uri: uri(name), languageId: 'yaml', version, text },
          })
        : connection.sendNotification(DidChangeTextDocumentNotification.type, {
            textDocument: { uri: uri(name), version },
            contentChanges: [{ text }],
          }));
    },
    close: async (name) => {
      versions.delete(name);
      await connection.sendNotification(DidCloseTextDocumentNotification.type, {
        textDocument: { uri: uri(name) },
      });
    },
    told: (name, wanted) =>
      new Promise((resolve) => {
        const look = () => {
          const found = board.get(uri(name));
          if (!found || !wanted(found)) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

async function leave({ connection, server }: Editor): Promise<void> {
  const gone = new Promise((resolve) => server.once('exit', resolve));
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  expect(await gone).toBe(0);
}

function layoutText(): string {
  return readFileSync(join(ROOT, 'layouts/tabloid-theme.yaml'), 'utf8');
}

/** The place of some words in a text, at their end. */
function placeAfter(text: string, words: string) {
  const offset = text.indexOf(words) + words.length;
  expect(text).toContain(words);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code);

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offsetOf = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, character);
  return edits
    .toSorted((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start))
    .reduce((whole, { range, newText }) => {
      return whole.slice(0, offsetOf(range.start)) + newText + whole.slice(offsetOf(range.end));
    }, text);
}

async function completions(name: string, text: string, after: string): Promise<readonly CompletionItem[]> {
  await editor.write(name, text);
  const found = await editor.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: editor.uri(name) },
    position: placeAfter(text, after),
  });
  return Array.isArray(found) ? found : (found?.items ?? []);
}

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

test('the server says what it can do', () => {
  expect(editor.greeting.capabilities).toMatchObject({
    hoverProvider: true,
    inlayHintProvider: true,
    completionProvider: {},
    codeActionProvider: { codeActionKinds: ['quickfix'] },
  });
  expect(editor.greeting.serverInfo?.name).toBe('pagegen');
});

describe('diagnostics', () => {
  test('stand at the words that are wrong, follow every change, and go', async () => {
    const text = SAMPLE_ISSUE.replace('headline:', 'headlin:');
    await editor.write('issues/a.yaml', text);
    const [found] = await editor.told('issues/a.yaml', (all) => codes(all).includes('unknown-key'));
    const start = { line: text.split('\n').findIndex((line) => line.startsWith('headlin:')), character: 0 };
    expect(found).toMatchObject({
      code: 'unknown-key',
      severity: 1,
      source: 'pagegen',
      range: { start, end: { ...start, character: 'headlin'.length } },
      message: expect.stringContaining('headline'),
    });
    await editor.write('issues/a.yaml', SAMPLE_ISSUE);
    await editor.told('issues/a.yaml', (all) => all.length === 0);
    await editor.close('issues/a.yaml');
  });

  test('are those of a check: what has no room, and what the copy check finds', async () => {
    const long = SAMPLE_ISSUE.replace(
      '凌晨四点半',
      `“凌晨四点半${'，天还没有亮，街上先有了车轮声'.repeat(600)}`,
    );
    await editor.write('issues/a.yaml', long);
    const found = await editor.told('issues/a.yaml', (all) => codes(all).includes('overset'));
    expect(codes(found)).toContain('unclosed-quote');
    await editor.close('issues/a.yaml');
  });

  test('go by layouts and papers as they stand in the editor, and stand in the layout too', async () => {
    const issue = SAMPLE_ISSUE.replace('layout: tabloid-theme', 'layout: own');
    await editor.write('issues/a.yaml', issue);
    await editor.told('issues/a.yaml', (all) => all.length === 0);
    await editor.write('layouts/own.yaml', layoutText().replace(/^ {2}blue: .*\n/m, ''));
    const found = await editor.told('issues/a.yaml', (all) => codes(all).includes('unknown-theme'));
    expect(found[0]?.message).toContain('blue');
    await editor.write('layouts/own.yaml', layoutText().replace('accent: red', 'accent: red\naccnt: red'));
    await editor.told('layouts/own.yaml', (all) => codes(all).join() === 'unknown-key');
    await editor.close('layouts/own.yaml');
    await editor.told('issues/a.yaml', (all) => all.length === 0);
    await editor.close('issues/a.yaml');
  });

  test('no file of others is judged', async () => {
    await editor.write('compose.yaml', 'services: {web: {image: x}}\n');
    await editor.write('issues/a.yaml', 'headlin: 甲\n');
    await editor.told('issues/a.yaml', (all) => all.length === 1);
    expect(editor.board.has(editor.uri('compose.yaml'))).toBe(false);
    await editor.close('compose.yaml');
    await editor.close('issues/a.yaml');
  });
});

const NEWS = `layout: tabloid-news
paper: chenghu-daily
articles:
  - id: ferry
    headline: 渡口
    body: 甲。
  - id: bridge
    headline: 桥
    body: 乙。
    attach: ferry
`;

describe('completion', () => {
  test.each([
    [
      'keys of the page, without those that are there or of the other kind of page',
      'headline: 甲\nde',
      'de',
      ['deck', '副题', 'lead', 'blocks', '分题块'],
      ['headline', '主题', 'articles', 'index'],
    ],
    [
      'keys of a block, in either language',
      'headline: 甲\nblocks:\n  - title: 乙\n    te',
      'te',
      ['text', '正文', 'theme', '主题色'],
      ['title', '分题', 'headline'],
    ],
    ['keys between braces', '主题: 甲\nblocks:\n  - {title: 乙, ', '乙, ', ['text', 'theme'], ['title']],
    [
      'keys of a story',
      NEWS + '    fr',
      '    fr',
      ['frame', '边框', 'place', 'images'],
      ['headline', 'attach', 'articles'],
    ],
    ['keys of a place', NEWS + '    place: {zo', '{zo', ['zone', 'cols'], ['headline']],
    ['zones', NEWS + '    place: {zone: ', '{zone: ', ['top-left', '左上'], []],
    [
      'layouts, those of the project too',
      'headline: 甲\nlayout: ',
      'layout: ',
      ['own', 'tabloid-theme', 'broadsheet-8x13'],
      [],
    ],
    ['papers', 'articles:\n  - headline: 甲\npaper: ', 'paper: ', ['chenghu-daily'], []],
    [
      'themes of the layout',
      'headline: 甲\nlayout: own\nblocks:\n  - theme: ',
      'theme: ',
      ['red', 'gold'],
      [],
    ],
    ['ids of stories', NEWS + '    place: {with: ', 'with: ', ['ferry', 'bridge'], []],
    [
      'pictures, as seen from the issue',
      NEWS + '    images:\n      - file: ',
      'file: ',
      ['photos/bridge.png'],
      ['data/ferry.csv'],
    ],
    ['checks that may be allowed', NEWS + '    allow: ', 'allow: ', ['tombstone'], []],
    ['roles of a story under a Chinese key', '稿件:\n  - 稿别: ', '稿别: ', ['头条', 'lead'], []],
  ])('%s', async (_, text, after, there, absent) => {
    const found = labels(await completions('issues/b.yaml', text, after));
    expect(there.filter((label) => !found.includes(label))).toEqual([]);
    expect(absent.filter((label) => found.includes(label))).toEqual([]);
    await editor.close('issues/b.yaml');
  });

  test('a key is written whole, a list with its first entry', async () => {
    const text = 'headline: 甲\nbl';
    const found = await completions('issues/b.yaml', text, 'bl');
    const blocks = found.find(({ label }) => label === 'blocks')!;
    expect(blocks.documentation).toBe('分题块：分题和正文');
    expect(applied(text, [blocks.textEdit as TextEdit])).toBe('headline: 甲\nblocks:\n  - ');
    await editor.close('issues/b.yaml');
  });

  test('nothing within the words of the copy', async () => {
    const text = 'headline: 甲\nblocks:\n  - text: |\n      乙';
    expect(await completions('issues/b.yaml', text, '乙')).toEqual([]);
    await editor.close('issues/b.yaml');
  });

  test('styles and font roles of a layout', async () => {
    const text = layoutText().replace('kicker: {cols: all, style: kicker}', 'kicker: {cols: all, style: }');
    expect(labels(await completions('layouts/own.yaml', text, 'kicker: {cols: all, style: '))).toContain(
      'headline.lead',
    );
    const faces = layoutText().replace('faces: {body: body, strong: hei}', 'faces: {body: }');
    expect(labels(await completions('layouts/own.yaml', faces, 'faces: {body: '))).toContain('kai');
    await editor.close('layouts/own.yaml');
  });
});

test.each([
  ['zh-cn', /主题色：红 蓝 绿 金 灰/, /Colour of the layout/],
  ['en', /Colour of the layout/, /主题色：/],
])(
  'hover tells the meaning of a key in the language of the editor (%s)',
  async (locale, wanted, unwanted) => {
    const own = await openEditor(locale);
    await own.write('issues/a.yaml', SAMPLE_ISSUE);
    const hover = await own.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: own.uri('issues/a.yaml') },
      position: placeAfter(SAMPLE_ISSUE, '    the'),
    });
    const { value } = hover!.contents as { value: string };
    expect(value).toContain('**theme** · **主题色**');
    expect(value).toMatch(wanted);
    expect(value).not.toMatch(unwanted);
    const words = await own.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: own.uri('issues/a.yaml') },
      position: placeAfter(SAMPLE_ISSUE, '凌晨四点半'),
    });
    expect(words ?? undefined).toBeUndefined();
    await leave(own);
  },
);

describe('inlay hints', () => {
  const hintsOf = async (name: string, text: string) => {
    await editor.write(name, text);
    const hints = await editor.connection.sendRequest(InlayHintRequest.type, {
      textDocument: { uri: editor.uri(name) },
      range: { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } },
    });
    await editor.close(name);
    const lines = text.split('\n');
    return (hints ?? []).map(({ position, label }) => [lines[position.line]!.trim(), label] as const);
  };

  test('each block with its characters and lines, and the room of the page', async () => {
    const hints = await hintsOf('issues/a.yaml', SAMPLE_ISSUE);
    expect(hints).toHaveLength(5);
    expect(hints[1]?.[0]).toBe('- title: 二十个早晨');
    expect(hints[1]?.[1]).toMatch(/^\d+ 字 \d+ 行，(?:排满|还可写 \d+ 字)$/);
    expect(editor.refreshes()).toBeGreaterThan(0);
  });

  test('copy that is too long: so many lines and characters, and hardly any when that many go', async () => {
    const line = '天还没有亮，街上先有了车轮声。';
    const long = SAMPLE_ISSUE.replace('凌晨四点半', `${line.repeat(600)}凌晨四点半`);
    const [[, label] = []] = await hintsOf('issues/a.yaml', long);
    const [, lines, characters] = /^溢出 (\d+) 行（(\d+) 字）$/.exec(String(label)) ?? [];
    expect(Number(lines)).toBeGreaterThan(0);
    const start = long.indexOf(line);
    const cut = long.slice(0, start) + long.slice(start + Number(characters));
    const [[, after] = []] = await hintsOf('issues/a.yaml', cut);
    // The number is exact for copy that is cut at its end; cut elsewhere, short last lines may ask for a little more.
    const left = Number(/（(\d+) 字）/.exec(String(after))?.[1] ?? 0);
    expect(left).toBeLessThan(Number(characters) / 10);
  });

  test('each story of a page of several', async () => {
    const text = readFileSync(join(ROOT, 'issues/night-tabloid.yaml'), 'utf8');
    const hints = await hintsOf('issues/night.yaml', text);
    expect(hints).toHaveLength(5);
    expect(hints.map(([line]) => line)).toContain('- headline: {main: 夜里的账}'.slice(2));
    for (const [, label] of hints) expect(label).toMatch(/^(?:排满|还可写 \d+ 字|溢出 \d+ 行（\d+ 字）)$/);
  });
});

describe('code actions', () => {
  const actionsAt = async (name: string, text: string, words: string): Promise<readonly CodeAction[]> => {
    await editor.write(name, text);
    const position = placeAfter(text, words);
    const found = await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: editor.uri(name) },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    return (found ?? []) as readonly CodeAction[];
  };

  test('a misspelt key becomes the one that was meant, and the problem is gone', async () => {
    const text = SAMPLE_ISSUE.replace('headline:', 'headlin:');
    const [action] = await actionsAt('issues/a.yaml', text, '\nheadl');
    expect(action).toMatchObject({ kind: 'quickfix', isPreferred: true, title: '是不是想写 headline？' });
    const mended = applied(text, action!.edit!.changes![editor.uri('issues/a.yaml')]!);
    expect(mended).toBe(SAMPLE_ISSUE);
    await editor.write('issues/a.yaml', mended);
    await editor.told('issues/a.yaml', (all) => all.length === 0);
    await editor.close('issues/a.yaml');
  });

  test('a line of the price list: the paragraph may be left out, and less is over', async () => {
    const text = overfull();
    const name = 'issues/night.yaml';
    await editor.write(name, text);
    const found = await editor.told(name, (all) => all.some(({ code }) => code === 'overset'));
    const over = found.find(({ code }) => code === 'overset')!;
    const actions = (await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: editor.uri(name) },
      range: over.range,
      context: { diagnostics: [over] },
    })) as readonly CodeAction[];
    const action = actions.find(({ edit }) => JSON.stringify(edit).includes('optional: true'));
    expect(action, JSON.stringify(over)).toBeDefined();
    const mended = applied(text, action!.edit!.changes![editor.uri(name)]!);
    expect(mended).toContain('optional: true');
    await editor.write(name, mended);
    await editor.told(name, (all) => JSON.stringify(all) !== JSON.stringify(found));
    await editor.close(name);
  }, 120_000);
});

/** A news page whose longest story got a page of paragraphs more. */
function overfull(): string {
  const text = readFileSync(join(ROOT, 'issues/night-tabloid.yaml'), 'utf8');
  const paragraph = `      - ${'桥头的人先看见灯，才听见水声。'.repeat(8)}\n`;
  return text
    .replaceAll(/^ {8}optional: true\n/gm, '')
    .replace('      - subhead: 摊不大 规矩不少\n', (line) => paragraph.repeat(7) + line);
}

test('a file on the disk that is not open is read from the disk', async () => {
  writeFileSync(join(editor.folder, 'layouts/disk.yaml'), layoutText());
  await editor.write('issues/a.yaml', SAMPLE_ISSUE.replace('layout: tabloid-theme', 'layout: disk'));
  await editor.told('issues/a.yaml', (all) => all.length === 0);
  await editor.close('issues/a.yaml');
});
