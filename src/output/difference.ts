import { positionAt } from '../base/source.ts';
import { rounded } from '../base/units.ts';
import type {
  ChangePlace,
  Difference,
  GridPlace,
  PageChange,
  PageDifference,
  Sentence,
  TurnedLines,
  WordChange,
} from '../model/difference.ts';
import type { MessageLanguage } from './messages-type.ts';

const PARTS: Readonly<Record<MessageLanguage, Readonly<Record<ChangePlace['part'], string>>>> = {
  zh: {
    kicker: '引题',
    headline: '主题',
    deck: '副题',
    dateline: '电头',
    lead: '导语',
    byline: '署名',
    title: '标题',
    text: '正文',
    opening: '正文',
    label: '附注',
    furniture: '报眉、责编',
  },
  en: {
    kicker: 'kicker',
    headline: 'headline',
    deck: 'deck',
    dateline: 'dateline',
    lead: 'lead',
    byline: 'byline',
    title: 'title',
    text: 'text',
    opening: 'text',
    label: 'label',
    furniture: 'folio and credits',
  },
};

/** Everything that changed, for people; nothing when nothing did. */
export function differenceText({ words, pages }: Difference, language: MessageLanguage): string {
  const zh = language === 'zh';
  const changed = pages.filter(isChanged);
  if (words.length === 0 && changed.length === 0) return zh ? '  没有改动\n' : '  no changes\n';
  const title = zh ? `  字句：${words.length} 处` : `  words: ${words.length}`;
  return [
    title,
    ...words.flatMap((change) => wordLines(change, language)),
    ...changed.flatMap((page) => pageLines(page, language)),
    '',
  ].join('\n');
}

function isChanged({ changes, turned, shifted }: PageDifference): boolean {
  return changes.length + turned.length + shifted > 0;
}

/** `稿件“夜市”正文第 2 段`. */
function placeText({ kind, label, part, number, of }: ChangePlace, language: MessageLanguage): string {
  const zh = language === 'zh';
  const units = zh
    ? { story: `稿件“${label}”`, block: `分题块“${label}”`, head: '', furniture: '' }
    : { story: `story “${label}” `, block: `block “${label}” `, head: '', furniture: '' };
  const counted =
    of < 2 ? '' : zh ? `第 ${number} ${part === 'text' || part === 'lead' ? '段' : '处'}` : ` ${number}`;
  return `${units[kind]}${PARTS[language][part]}${counted}`;
}

function wordLines(change: WordChange, language: MessageLanguage): readonly string[] {
  const place = placeText(change.place, language);
  switch (change.kind) {
    case 'changed':
      return [`    ${place}`, `      - ${change.before.text}`, `      + ${change.after.text}`];
    case 'added':
      return [`    ${place}`, `      + ${change.after.text}`];
    case 'removed':
      return [`    ${place}`, `      - ${change.before.text}`];
    case 'moved': {
      const to = placeText(change.to, language);
      return [
        language === 'zh' ? `    ${place} → ${to}` : `    ${place} -> ${to}`,
        `      = ${change.before.text}`,
      ];
    }
  }
}

function pageLines(
  { page, printed, changes, turned, shifted }: PageDifference,
  language: MessageLanguage,
): readonly string[] {
  const zh = language === 'zh';
  const count = (lines: (one: TurnedLines) => number) => turned.reduce((sum, one) => sum + lines(one), 0);
  const before = count((one) => one.before.length);
  const after = count((one) => one.after.length);
  return [
    zh ? `  版面：第 ${printed ?? page} 版` : `  page ${printed ?? page}`,
    ...changes.map((change) => `    ${changeText(change, language)}`),
    ...(turned.length > 0
      ? [
          zh
            ? `    转行不同：原 ${before} 行，现 ${after} 行`
            : `    lines that turn otherwise: ${before} before, ${after} now`,
        ]
      : []),
    ...turned.flatMap((one) => turnedLines(one, language)),
    ...(shifted > 0
      ? [
          zh
            ? `    另有 ${shifted} 行字不变，挪了位置`
            : `    ${shifted} more lines read as before and stand elsewhere`,
        ]
      : []),
  ];
}

function turnedLines({ place, before, after }: TurnedLines, language: MessageLanguage): readonly string[] {
  return [
    `      ${placeText(place, language)}`,
    ...before.map(({ text }) => `        - ${text}`),
    ...after.map(({ text }) => `        + ${text}`),
  ];
}

function changeText(change: PageChange, language: MessageLanguage): string {
  const zh = language === 'zh';
  switch (change.kind) {
    case 'design': {
      const { before, after } = change;
      const facts = ({ size, leading, columns, lines }: typeof before) =>
        zh
          ? `${rounded(size)}/${rounded(leading)} pt、${columns} 栏、${lines} 行`
          : `${rounded(size)}/${rounded(leading)} pt, ${columns} columns, ${lines} lines`;
      return zh ? `版样：${facts(before)} → ${facts(after)}` : `design: ${facts(before)} -> ${facts(after)}`;
    }
    case 'story-moved':
    case 'story-resized': {
      const { label, from, to, kind } = change;
      const verb = kind === 'story-moved' ? ['移位', 'moved'] : ['大小变了', 'resized'];
      return zh
        ? `稿件“${label}”${verb[0]}：${gridText(from, zh)} → ${gridText(to, zh)}`
        : `story “${label}” ${verb[1]}: ${gridText(from, zh)} -> ${gridText(to, zh)}`;
    }
    case 'head-resized': {
      const { label, part, before, after } = change;
      const sizes = [before, after].map(({ size }) => `${rounded(size)} pt`);
      return zh
        ? `${PARTS.zh[part]}“${label}”字号：${sizes.join(' → ')}`
        : `${PARTS.en[part]} “${label}”: ${sizes.join(' -> ')}`;
    }
    default: {
      const verbs = {
        'picture-moved': ['移位或改了大小', 'moved or resized'],
        'picture-added': ['新上版', 'is new'],
        'picture-removed': ['撤下', 'is gone'],
      } as const;
      return zh
        ? `图片 ${change.file} ${verbs[change.kind][0]}`
        : `picture ${change.file} ${verbs[change.kind][1]}`;
    }
  }
}

function gridText({ column, line, columns, lines }: GridPlace, zh: boolean): string {
  return zh
    ? `第 ${column} 栏第 ${line} 行起 ${columns} 栏 × ${lines} 行`
    : `column ${column}, line ${line}, ${columns} columns × ${lines} lines`;
}

/** The same as data for scripts; places on the page in points, places in files as elsewhere. */
export function differenceEntry({ words, pages }: Difference): object {
  return {
    words: words.map(({ kind, place, ...change }) => {
      const sides = Object.entries(change).map(([name, value]) => [
        name,
        isSentence(value) ? sentenceEntry(value) : value,
      ]);
      return { kind, place, ...(Object.fromEntries(sides) as object) };
    }),
    pages: pages.map(({ page, printed, changes, turned, shifted }) => {
      return {
        page: printed ?? String(page),
        changes,
        turned: turned.map(({ place, before, after }) => {
          return { place, before: before.map(({ text }) => text), after: after.map(({ text }) => text) };
        }),
        shifted,
      };
    }),
  };
}

function isSentence(value: unknown): value is Sentence {
  return typeof value === 'object' && value !== null && 'passage' in value;
}

function sentenceEntry({ text, passage, start }: Sentence): object {
  const { range, offsets } = passage.text;
  return { text, ...positionAt(range.file, offsets[start] ?? range.start) };
}
