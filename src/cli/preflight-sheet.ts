import { BLACK } from '../base/colour.ts';
import { MILLIMETRE, type Pt } from '../base/units.ts';
import type { FontBook } from '../fonts/font.ts';
import type { FontRole } from '../model/face.ts';
import type { Composer, TypeLine } from '../model/galley.ts';
import type { DisplayItem, Page } from '../model/page.ts';
import type { Preflight, PreflightFinding } from '../model/preflight.ts';
import { DEFAULT_SETTING } from '../model/setting.ts';
import type { MessageLanguage } from '../output/messages-type.ts';
import {
  findingText,
  placeText,
  PREFLIGHT_GROUPS,
  preflightFacts,
  verdictOf,
  verdictText,
} from '../output/preflight-text.ts';
import { textOf } from '../typeset/line.ts';

/** What the sheet of one file tells beside the result itself. */
export interface SheetFacts {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly strict: boolean;
  readonly language: MessageLanguage;
  readonly version: string;
}

/** A4, with a margin for the holes of a binder. */
const SHEET = { width: 210 * MILLIMETRE, height: 297 * MILLIMETRE };
const LEFT = 20 * MILLIMETRE;
const TOP = 18 * MILLIMETRE;
const WIDTH = SHEET.width - 2 * LEFT;
const FOOT = SHEET.height - 16 * MILLIMETRE;

const TITLES = { zh: '印前检查报告', en: 'Preflight report' } as const;
const HEADS = {
  zh: {
    part: '检查',
    rules: '项数',
    errors: '错误',
    warnings: '警告',
    found: '发现',
    nothing: '没有发现问题。',
  },
  en: {
    part: 'part',
    rules: 'rules',
    errors: 'errors',
    warnings: 'warnings',
    found: 'Findings',
    nothing: 'Nothing was found.',
  },
} as const;

/** A sheet as it grows downwards. */
interface Sheet {
  readonly fonts: FontBook;
  readonly composer: Composer;
  readonly items: DisplayItem[];
  y: Pt;
}

/** One page for the job bag: what the file is, which checks it passed, and the findings as far as they go on it. */
export function preflightSheet(
  preflight: Preflight,
  facts: SheetFacts,
  tools: { readonly fonts: FontBook; readonly composer: Composer },
): Page {
  const sheet: Sheet = { ...tools, items: [], y: TOP };
  const { language } = facts;
  const verdict = verdictText(verdictOf(preflight, facts.strict), language);
  write(sheet, TITLES[language], { role: 'hei', size: 18, x: LEFT });
  write(sheet, verdict, { role: 'hei', size: 12, x: LEFT + WIDTH, end: true });
  sheet.y += 26;
  rule(sheet, 1);
  writeFacts(sheet, preflight, facts);
  rule(sheet, 0.5);
  writeParts(sheet, preflight, language);
  rule(sheet, 0.5);
  writeFindings(sheet, preflight, language);
  sheet.y = FOOT + 6;
  write(sheet, `pagegen ${facts.version}  SHA-256 ${facts.sha256}`, { role: 'body', size: 6.5, x: LEFT });
  return pageOf(sheet, `${TITLES[language]} ${facts.path}`, language);
}

function pageOf({ items }: Sheet, title: string, language: MessageLanguage): Page {
  return {
    paper: { trim: SHEET, bleed: 0 },
    title,
    language: language === 'zh' ? 'zh-Hans' : 'en',
    items,
    outline: [],
    grid: {
      area: { x: LEFT, y: TOP, width: WIDTH, height: FOOT - TOP },
      columns: [],
      leading: 12,
      lines: 0,
      size: 9,
    },
    regions: [],
    characters: { copy: 0, set: 0 },
    stories: [],
    adverts: [],
    separators: [],
    fit: [],
  };
}

interface Setting {
  readonly role: FontRole;
  readonly size: Pt;
  /** Left end, or with `end` the right end. */
  readonly x: Pt;
  readonly end?: boolean;
}

/** Writes one line whose top is at the sheet's place, which stays. */
function write(sheet: Sheet, text: string, { role, size, x, end = false }: Setting): void {
  const line = sheet.composer.line(printable(text, role, sheet.fonts), role);
  place(sheet, line, { size, x: end ? x - line.width * size : x });
}

function place(sheet: Sheet, line: TypeLine, { size, x }: Pick<Setting, 'size' | 'x'>): void {
  for (const run of line.runs) {
    sheet.items.push({
      kind: 'glyphs',
      role: 'body',
      font: run.font,
      size: size * run.scale,
      colour: BLACK,
      x,
      y: sheet.y + (0.88 + run.dy) * size,
      glyphs: run.glyphs.map(({ id, dx, text }) => ({ id, dx: dx * size, text })),
    });
  }
}

/** A path may hold any character; one that no face has is shown as a question mark. */
function printable(text: string, role: FontRole, fonts: FontBook): string {
  return [...text].map((sign) => (fonts.choose(role, sign.codePointAt(0)!) ? sign : '?')).join('');
}

function rule(sheet: Sheet, weight: Pt): void {
  const { y } = sheet;
  sheet.items.push({
    kind: 'rect',
    role: 'decoration',
    fill: BLACK,
    x: LEFT,
    y,
    width: WIDTH,
    height: weight,
  });
  sheet.y += 8;
}

const FACT_SIZE = 9;
const FACT_LEADING = 13;

function writeFacts(sheet: Sheet, preflight: Preflight, { path, bytes, language }: SheetFacts): void {
  const size = `${(bytes / 1e6).toFixed(2)} MB`;
  const title = preflight.title ? [[language === 'zh' ? '标题' : 'title', preflight.title] as const] : [];
  const file = [language === 'zh' ? '文件' : 'file', `${path}  ${size}`] as const;
  for (const [name, value] of [file, ...title, ...preflightFacts(preflight, language)]) {
    write(sheet, name, { role: 'hei', size: FACT_SIZE, x: LEFT });
    const [first] = paragraph(sheet, value, { measure: WIDTH - 80, size: FACT_SIZE });
    if (first) place(sheet, first, { size: FACT_SIZE, x: LEFT + 80 });
    sheet.y += FACT_LEADING;
  }
  sheet.y += 4;
}

function writeParts(sheet: Sheet, { parts }: Preflight, language: MessageLanguage): void {
  const heads = HEADS[language];
  const rows = [
    { cells: [heads.part, heads.rules, heads.errors, heads.warnings], role: 'hei' },
    ...parts.map(({ group, rules, errors, warnings }) => ({
      cells: [PREFLIGHT_GROUPS[language][group], ...[rules, errors, warnings].map(String)],
      role: errors > 0 ? 'hei' : 'body',
    })),
  ];
  for (const { cells, role } of rows) {
    for (const [column, cell] of cells.entries()) {
      const x = column === 0 ? LEFT : LEFT + 160 + 70 * column;
      write(sheet, cell, { role, size: FACT_SIZE, x, end: column > 0 });
    }
    sheet.y += FACT_LEADING;
  }
  sheet.y += 4;
}

const FOUND_SIZE = 8.5;
const FOUND_LEADING = 12;
const REMEDY_INDENT = 12;

function writeFindings(sheet: Sheet, { findings, unlisted }: Preflight, language: MessageLanguage): void {
  write(sheet, HEADS[language].found, { role: 'hei', size: 10, x: LEFT });
  sheet.y += 16;
  if (findings.length === 0)
    write(sheet, HEADS[language].nothing, { role: 'body', size: FOUND_SIZE, x: LEFT });
  const ordered = findings.toSorted((one, other) => one.severity.localeCompare(other.severity));
  for (const [i, finding] of ordered.entries()) {
    const lines = linesOf(sheet, finding, language);
    const last = i === ordered.length - 1;
    if (sheet.y + (lines.length + (last ? 0 : 1)) * FOUND_LEADING > FOOT) {
      const left = ordered.length - i + unlisted;
      const more =
        language === 'zh' ? `另有 ${left} 条，JSON 里更全。` : `${left} more; the JSON tells more.`;
      write(sheet, more, { role: 'hei', size: FOUND_SIZE, x: LEFT });
      return;
    }
    for (const { line, x } of lines) {
      place(sheet, line, { size: FOUND_SIZE, x });
      sheet.y += FOUND_LEADING;
    }
    sheet.y += 2;
  }
}

function linesOf(
  sheet: Sheet,
  finding: PreflightFinding,
  language: MessageLanguage,
): readonly { readonly line: TypeLine; readonly x: Pt }[] {
  const { found, remedy } = findingText(finding, language);
  const where = placeText(finding, language);
  const zh = language === 'zh';
  const severity = finding.severity === 'error' ? (zh ? '错误' : 'error') : zh ? '警告' : 'warning';
  const said = `${severity} ${finding.rule}${zh ? '：' : ': '}${found}${where && (zh ? `（${where}）` : ` (${where})`)}`;
  const first = paragraph(sheet, said, {
    measure: WIDTH,
    size: FOUND_SIZE,
    ...(finding.severity === 'error' && { role: 'hei-text' }),
  });
  const second = paragraph(sheet, remedy, { measure: WIDTH - REMEDY_INDENT, size: FOUND_SIZE });
  return [
    ...first.map((line) => ({ line, x: LEFT })),
    ...second.map((line) => ({ line, x: LEFT + REMEDY_INDENT })),
  ];
}

/** Words broken into lines of a measure, flush left. */
function paragraph(
  { composer, fonts }: Sheet,
  words: string,
  { measure, size, role = 'body' }: { readonly measure: Pt; readonly size: Pt; readonly role?: FontRole },
): readonly TypeLine[] {
  const setting = { ...DEFAULT_SETTING, align: 'start' as const };
  const text = textOf(printable(words.replace(/\s+/g, ' ').trim(), role, fonts));
  if (text.characters === '') return [];
  const variants = composer.paragraph(text, { plain: role, strong: role, setting }, [
    { measure: measure / size, lines: 99 },
  ]);
  return variants.reduce((one, other) => (other.cost < one.cost ? other : one)).lines;
}
