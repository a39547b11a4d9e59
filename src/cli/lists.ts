import type { Diagnostic } from '../base/diagnostic.ts';
import { MILLIMETRE, rounded } from '../base/units.ts';
import { describeFonts, type FaceDescription } from '../fonts/describe.ts';
import type { Layout } from '../model/layout.ts';
import { cellsOf, padCells } from '../output/cells.ts';
import { readLayout } from '../read/layout.ts';
import { issueSchema, layoutSchema, paperSchema } from '../read/schema.ts';
import { readFontFiles, readLayouts } from './desk.ts';
import { EXIT, jsonText, refuse, type Context, type ExitCode } from './io.ts';
import { exitCodeOf, show } from './issues.ts';

export interface ListOptions {
  readonly json?: boolean;
}

/** `pagegen layouts`: the layouts that an issue may name here, with paper and body type. */
export function listLayouts(options: ListOptions, context: Context): ExitCode {
  const diagnostics: Diagnostic[] = [];
  const entries = [...readLayouts(context)].flatMap(([key, file]) => {
    const layout = readLayout(file, (diagnostic) => diagnostics.push(diagnostic));
    return layout ? [entryOf(key, layout)] : [];
  });
  show(diagnostics, context);
  const rows = entries.map(({ key, name, path, paper, designs }) => {
    const { size = 0, leading = 0, columns = 0, measure = 0 } = designs[0] ?? {};
    const measured = context.language === 'zh' ? `${measure}字` : `${measure} characters`;
    const grid = `${columns} × ${measured}`;
    return [
      key,
      name,
      `${paper.width} × ${paper.height} mm`,
      grid,
      `${rounded(size)}/${rounded(leading)} pt`,
      path,
    ];
  });
  context.io.stdout(options.json ? jsonText({ layouts: entries }) : table(rows));
  return exitCodeOf(diagnostics, false);
}

function entryOf(key: string, { file, name, paper: { trim }, themes, designs }: Layout) {
  const mm = (length: number) => Math.round((length / MILLIMETRE) * 10) / 10;
  return {
    key,
    name,
    path: file.path,
    paper: { width: mm(trim.width), height: mm(trim.height) },
    themes: [...themes.keys()],
    designs: designs.map(({ size, leading, grid: { columns, measure, lines } }) => {
      return { size, leading, columns, measure, lines };
    }),
  };
}

/** `pagegen fonts`: which face plays which role in which language, its file, its licence and its characters. */
export function listFonts(options: ListOptions, context: Context): ExitCode {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
  const found = readFontFiles(context, report);
  const faces = found ? describeFonts(found.list, found.files, report) : [];
  show(diagnostics, context);
  const row = ({ language, role, trade, face, file, licence, glyphs, covers }: FaceDescription) => {
    const extent = context.language === 'zh' ? `${glyphs} 字形` : `${glyphs} glyphs`;
    return [
      role,
      trade,
      face,
      file,
      brief(licence),
      extent,
      language,
      `${covers.table} ${covers.has}/${covers.of}`,
    ];
  };
  context.io.stdout(options.json ? jsonText({ fonts: faces }) : table(faces.map(row)));
  return exitCodeOf(diagnostics, false);
}

const SCHEMAS: ReadonlyMap<string, () => object> = new Map([
  ['issue', issueSchema],
  ['layout', layoutSchema],
  ['paper', paperSchema],
]);

/** `pagegen schema`: the JSON Schema of a kind of file, for editors. */
export function printSchema(kind: string, context: Context): ExitCode {
  const schema = SCHEMAS.get(kind);
  if (!schema) {
    return refuse(context, {
      zh: `没有 ${kind} 的模式；只有 issue、layout 和 paper`,
      en: `no schema ${kind}; there are issue, layout and paper`,
    });
  }
  context.io.stdout(jsonText(schema()));
  return EXIT.done;
}

/** The first sentence of a licence: some fonts carry the whole text. */
function brief(licence: string): string {
  const [first = ''] = licence.split(/[\r\n]|(?<=\.) /);
  return first.length > 60 ? first.slice(0, 59) + '…' : first;
}

/** Columns as wide as their widest cell, two spaces apart. */
function table(rows: readonly (readonly string[])[]): string {
  const widthOf = (column: number) => Math.max(...rows.map((row) => cellsOf(row[column] ?? '')));
  const line = (row: readonly string[]) => row.map((cell, i) => padCells(cell, widthOf(i) + 2)).join('');
  return rows.map((row) => line(row).trimEnd() + '\n').join('');
}
