import { byPattern, hasHan, type Pattern } from './copy.ts';

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
};

function fullWidth(marks: string): string {
  return marks.trimEnd().replace(/./g, (mark) => FULL_WIDTH[mark] ?? mark);
}

/** `今年,全市` and `市委(扩大)会议`; not `3,160户`, `9:30`, `f(x)`, `Yahoo!公司`. */
export const halfWidthMarks = byPattern(
  {
    pattern: /(?<=[\p{Script=Han}”’》）」』…])[,;:?!]+(?: +(?=\p{Script=Han}))?/gu,
    instead: ([marks]) => fullWidth(marks),
  },
  {
    pattern: /(?<=[A-Za-z0-9%℃])[,;?] *(?=[\p{Script=Han}“《「])/gu,
    instead: ([mark]) => fullWidth(mark),
  },
  { pattern: /(?<=[A-Za-z]): *(?=[\p{Script=Han}“《「])/gu, instead: '：' },
  { pattern: /(?<=[\p{Script=Han}”’》）」』])\.(?=$|[ ”’》）」』])/gu, instead: '。' },
  // A stop, or the dot of a foreign name: the desk knows which.
  { pattern: /(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu, instead: '。 / ·' },
  {
    pattern: /(?<=([\p{Script=Han}，。；：？！])?)\(([^()]+)\)/gu,
    instead: ([, before, content = '']) =>
      before !== undefined || hasHan(content) ? `（${content}）` : undefined,
  },
);

/** `ＡＩ`, `２０２６年`, `63％`. */
export const fullWidthForms = byPattern({
  pattern:
    /[Ａ-Ｚａ-ｚ０-９％＋－．／]*[Ａ-Ｚａ-ｚ０-９％][Ａ-Ｚａ-ｚ０-９％＋－．／]*|(?<=[0-9])．(?=[0-9])/gu,
  instead: ([form]) => form.replace(/./gu, (sign) => String.fromCodePoint(sign.codePointAt(0)! - 0xfee0)),
});

/** `，，` and `！！！！`; not `！！`, `？！`, `……`. */
export const doubledMarks = byPattern(
  { pattern: /([，、；：])\1+/gu, instead: ([, mark]) => mark },
  { pattern: /(?<!。)。。(?!。)/gu, instead: '。' },
  { pattern: /([！？])\1{3,}/gu, instead: ([, mark = '']) => mark.repeat(3) },
);

/** From the lightest to the heaviest; of two marks side by side the heavier one stays. */
const WEIGHT = '、，：；。';

function heaviest(marks: string): string {
  const ends = marks.replace(/[^？！]/gu, '');
  return ends || [...marks].toSorted((left, right) => WEIGHT.indexOf(right) - WEIGHT.indexOf(left))[0]!;
}

/** A stop at the end of a quotation and another one behind it. */
const STOP_BEHIND_QUOTE: Pattern = {
  pattern: /([。，、；])([”’]+)([。，、；：])/gu,
  instead: ([, inner, quote, outer]) =>
    inner === '。' && outer === '。' ? `。${quote}` : `${quote}${outer}`,
};

/** `，。`, `。”，`, `“，`, `、》` and a text that begins with a mark; not `“，”` (the mark itself), `“不急，”他说`. */
export const markOrder = byPattern(
  {
    pattern: /[，、；：。！？]{2,}/gu,
    instead: ([marks]) =>
      new Set(marks).size === 1 || /^[！？]+$/u.test(marks) ? undefined : heaviest(marks),
  },
  STOP_BEHIND_QUOTE,
  {
    pattern: /([“‘《（「『])([，。、；])(?![”’》）」』])/gu,
    instead: ([, opening, mark]) => `${mark}${opening}`,
  },
  { pattern: /(?<![“‘「『])、([”’」』])(?![。，、；：])/gu, instead: ([, closing]) => closing },
  { pattern: /(?<![《（])[，、；]([》）])/gu, instead: ([, closing]) => closing },
  { pattern: /^[，。、；：](.{1,3})/gu, instead: ([, words]) => words },
);

/** `...`, `。。。`, `…` and `………`; not `……`, `…………` (verses left out) and what stands between Latin words. */
export const ellipses = byPattern(
  { pattern: /(?<=[\p{Script=Han}，。！？”’》）])(?:\.{2,}|．{2,})(?![/.])/gu, instead: '……' },
  {
    pattern: /(?<![.．\p{Script=Han}，。！？”’》）])(?:\.{3,}|．{3,})(?=[\p{Script=Han}”])/gu,
    instead: '……',
  },
  { pattern: /。{3,}|[·•・]{3,}/gu, instead: '……' },
  {
    pattern: /([A-Za-z]?)(…+)(?=(\p{Script=Han}?))/gu,
    instead: ([, latin = '', dots = '', han], { characters }) =>
      dots.length === 2 || dots.length === 4 || !hasHan(characters) || (latin && !han)
        ? undefined
        : `${latin}……`,
  },
);

const SPEAKER = '这那我你他她它';

/** `--`, `———`, a lone `—` beside a stop, and `一一`; not `北京—上海`, `--proof`, `一一列举`, `一一〇`. */
export const dashes = byPattern(
  {
    pattern: /(?<![A-Za-z0-9\-－─―–—])[-－─―–—]{2,}(?![A-Za-z0-9])/gu,
    instead: ([dash], { characters }) => (dash === '——' || !hasHan(characters) ? undefined : '——'),
  },
  { pattern: /(?<=[，。；：？！…])—(?!—)|(?<!—)—(?=[，。；：？！])|^—(?!—)|(?<!—)—$/gu, instead: '——' },
  { pattern: /^一一(?=[\p{Script=Han}“《])/gu, instead: '——', parts: ['kicker', 'deck'] },
  {
    pattern: /^一一(?=[记访兼谈])/gu,
    instead: '——',
    parts: ['headline', 'title', 'lead', 'text', 'opening'],
  },
  {
    pattern: new RegExp(`(?<=[\\p{Script=Han}”》])(?<![一二三四五六七八九〇零十])一一(?=[${SPEAKER}])`, 'gu'),
    instead: '——',
  },
  { pattern: new RegExp(`(?<=[${SPEAKER}])一一(?=[”’])`, 'gu'), instead: '——' },
);

/** `3~5天`, `好的~`; not `/~user`. */
export const waves = byPattern(
  {
    pattern: /(?<=[\p{Script=Han}0-9%‰℃A-Za-z”])[~∼˜〜]+(?=[\p{Script=Han}0-9“])/gu,
    instead: '～',
  },
  { pattern: /(?<=\p{Script=Han})[~∼˜〜]+(?=$|[，。！？”])/gu, instead: '～' },
);

/** `卢卡•费恩`; not `• 甲` at the head of a line. */
export const nameDots = byPattern({
  pattern: /(?<=\p{Script=Han})[•・∙‧⋅．](?=\p{Script=Han})/gu,
  instead: '·',
});
