import { styleText } from 'node:util';
import type { Preflight, PreflightFinding, PreflightGroup, PreflightPart } from '../model/preflight.ts';
import { padCells } from './cells.ts';
import type { MessageLanguage } from './messages-type.ts';
import { sentence } from './messages.ts';
import type { ReportStyle } from './report.ts';

/** What the groups of rules are called. */
export const PREFLIGHT_GROUPS: Readonly<Record<MessageLanguage, Readonly<Record<PreflightGroup, string>>>> = {
  zh: {
    file: '文件',
    standard: '标准与输出意图',
    page: '页面',
    interactive: '交互内容',
    font: '字体',
    colour: '颜色与叠印',
    ink: '墨量',
    type: '文字与线条',
    picture: '图片',
    transparency: '透明与图层',
    content: '版面内容',
  },
  en: {
    file: 'file',
    standard: 'standard, intent',
    page: 'pages',
    interactive: 'interactive parts',
    font: 'fonts',
    colour: 'colour, overprint',
    ink: 'ink',
    type: 'type and lines',
    picture: 'pictures',
    transparency: 'transparency, layers',
    content: 'content',
  },
};

const WORDS = {
  zh: { fit: '合格', unfit: '不合格', error: '错误', warning: '警告', remedy: '改法' },
  en: { fit: 'passed', unfit: 'failed', error: 'error', warning: 'warning', remedy: 'remedy' },
} as const;

export interface Verdict {
  readonly fit: boolean;
  readonly errors: number;
  readonly warnings: number;
}

/** Whether a PDF may go to press: no errors, and with `strict` no warnings. */
export function verdictOf({ findings }: Preflight, strict: boolean): Verdict {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return { fit: errors === 0 && !(strict && warnings > 0), errors, warnings };
}

/** The verdict in one line, such as `passed, 0 errors, 2 warnings`. */
export function verdictText({ fit, errors, warnings }: Verdict, language: MessageLanguage): string {
  const word = WORDS[language][fit ? 'fit' : 'unfit'];
  return language === 'zh'
    ? `${word}，${errors} 个错误，${warnings} 个警告`
    : `${word}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What the file is: its standard, version, pages and inks, one fact a line. */
export function preflightFacts(
  preflight: Preflight,
  language: MessageLanguage,
): readonly (readonly [string, string])[] {
  const { claimed, judged, version, pages, fonts, colours, spots, condition } = preflight;
  const zh = language === 'zh';
  const [first] = pages;
  const none = zh ? '无' : 'none';
  const inked = Math.max(0, ...pages.map(({ ink }) => Math.max(ink.flat, ink.pictures)));
  const type = leastOf(pages.map(({ smallestType }) => smallestType));
  const dots = leastOf(pages.map(({ resolution }) => resolution));
  const size = first ? `${first.width} × ${first.height} mm` : none;
  return [
    [
      zh ? '标准' : 'standard',
      `${zh ? '声明' : 'claimed'} ${claimed ?? none}${zh ? '；按 ' : '; judged by '}${judged}${zh ? ' 检查' : ''}`,
    ],
    ['PDF', version],
    [zh ? '印刷条件' : 'condition', condition ?? none],
    [zh ? '页面' : 'pages', `${pages.length}${zh ? ' 页，' : ', '}${size}`],
    [
      zh ? '字体' : 'fonts',
      `${fonts.length}${zh ? ' 种，嵌入 ' : ', embedded '}${fonts.filter(({ embedded }) => embedded).length}`,
    ],
    [zh ? '颜色' : 'colours', [...colours, ...spots].join(zh ? '、' : ', ') || none],
    [zh ? '最大墨量' : 'most ink', `${inked} %`],
    [zh ? '最小字号' : 'least type', type === undefined ? none : `${round(type)} pt`],
    [zh ? '最低分辨率' : 'least resolution', dots === undefined ? none : `${dots} ppi`],
  ];
}

function leastOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Where something was found, such as `page 1, 20 mm from the left, 35.2 mm from the top`. */
export function placeText({ page, place, times }: PreflightFinding, language: MessageLanguage): string {
  const zh = language === 'zh';
  const parts = [
    page === undefined ? '' : zh ? `第 ${page} 页` : `page ${page}`,
    place ? (zh ? `左 ${place.x} 上 ${place.y} 毫米` : `x ${place.x} y ${place.y} mm`) : '',
    times > 1 ? (zh ? `共 ${times} 处` : `${times} places`) : '',
  ];
  return parts.filter((part) => part).join(zh ? '，' : ', ');
}

/** The sentence of a finding, and of what to do about it. */
export function findingText(
  { rule, values }: PreflightFinding,
  language: MessageLanguage,
): { readonly found: string; readonly remedy: string } {
  return {
    found: sentence('preflight', rule, values, language),
    remedy: sentence('remedy', rule, values, language),
  };
}

/** The whole result for people: the verdict, a line for each group of rules, then the findings with their remedies. */
export function preflightText(
  path: string,
  preflight: Preflight,
  strict: boolean,
  style: ReportStyle,
): string {
  const { language } = style;
  const verdict = verdictOf(preflight, strict);
  const colon = language === 'zh' ? '：' : ': ';
  const lines = [
    `${path}${colon}${paint(verdictText(verdict, language), verdict.fit ? 'green' : 'red', style)}`,
    ...preflightFacts(preflight, language).map(([name, value]) => `  ${padCells(name, 18)}${value}`),
    ...preflight.parts.map((part) => partLine(part, style)),
    ...preflight.findings.flatMap((finding) => findingLines(finding, style)),
    ...unlistedLines(preflight, language),
  ];
  return lines.join('\n') + '\n';
}

/** What is left out because there is too much of it. */
function unlistedLines({ unlisted }: Preflight, language: MessageLanguage): readonly string[] {
  if (unlisted === 0) return [];
  return [
    language === 'zh'
      ? `另有 ${unlisted} 条同类的发现没有列出`
      : `${counted(unlisted, 'finding')} of the same kind not listed`,
  ];
}

function partLine({ group, rules, errors, warnings }: PreflightPart, style: ReportStyle): string {
  const zh = style.language === 'zh';
  const words = WORDS[style.language];
  const word = errors > 0 ? words.unfit : warnings > 0 ? words.warning : words.fit;
  const tone = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'green';
  const counts = zh ? `${rules} 项检查` : counted(rules, 'rule');
  const name = padCells(PREFLIGHT_GROUPS[style.language][group], 22);
  return `  ${paint(padCells(word, 8), tone, style)}${name}${counts}`;
}

function findingLines(finding: PreflightFinding, style: ReportStyle): readonly string[] {
  const { language } = style;
  const words = WORDS[language];
  const { found, remedy } = findingText(finding, language);
  const place = placeText(finding, language);
  const tone = finding.severity === 'error' ? 'red' : 'yellow';
  const label = paint(`${words[finding.severity]}[${finding.rule}]`, tone, style);
  const colon = language === 'zh' ? '：' : ': ';
  return [`${label} ${place ? place + colon : ''}${found}`, `  ${words.remedy}${colon}${remedy}`];
}

function paint(text: string, tone: 'red' | 'yellow' | 'green', { colour }: ReportStyle): string {
  return colour ? styleText(['bold', tone], text, { validateStream: false }) : text;
}
