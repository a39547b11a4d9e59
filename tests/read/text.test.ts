import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Issue, Text } from '../../src/model/issue.ts';
import { readIssue } from '../../src/read/issue.ts';
import { marked, reading } from './support.ts';

const bodyOf = (issue: Issue | undefined) => issue?.pages[0]?.blocks[0]?.text ?? [];
const literal = (copy: string) =>
  `headline: 题\nblocks:\n  - text: |\n      ${copy.replace(/\n/g, '\n      ')}\n`;
const readBody = (copy: string) => reading(readIssue, literal(copy));
const readHeading = (yaml: string) => reading(readIssue, `headline: ${yaml}`);

const BODY: readonly (readonly [string, string, readonly string[]])[] = [
  ['a line end between Han vanishes', '大桥\n通车', ['大桥通车']],
  ['a blank line starts a paragraph', '大桥\n\n通车', ['大桥', '通车']],
  ['several blank lines are one', '大桥\n\n \n\n通车', ['大桥', '通车']],
  ['a line end beside a mark vanishes', '大桥，\n通车（昨日）\n了', ['大桥，通车（昨日）了']],
  ['a line end beside a quotation mark vanishes', '他说\n“通车”\n了', ['他说“通车”了']],
  ['a line end between Han and Latin vanishes', '全长\nABC\n米', ['全长ABC米']],
  ['a line end between digits and Han vanishes', '全长 25\n米', ['全长25米']],
  ['a line end between Latin words is a space', 'Bridge\nopened', ['Bridge opened']],
  ['a line end between Latin quotations is a space', 'he said\n“yes” and\nleft', ['he said “yes” and left']],
  ['a typed gap between Han and Latin vanishes', '用 GDP 计，2026 年', ['用GDP计，2026年']],
  ['a space between Han stays', '创新突破 六干争先', ['创新突破 六干争先']],
  ['spaces between Latin words stay, as one', 'San  Francisco', ['San Francisco']],
  ['indents typed at a paragraph vanish', '　　大桥\n通车', ['大桥通车']],
  ['a typed indent starts a paragraph', '　　大桥\n　　通车', ['大桥', '通车']],
  ['an ideographic space inside a line stays', '甲　乙', ['甲　乙']],
  ['strong', '减免**百分之五十**。', ['减免[strong 百分之五十]。']],
  ['emphasis over a line end', '这是*重\n点*。', ['这是[emphasis 重点]。']],
  ['both at once', '***甲***乙', ['[strong [emphasis 甲]]乙']],
  ['emphasis inside strong', '**甲*乙*丙**', ['[strong 甲[emphasis 乙]丙]']],
  ['a reading', '{镕|róng}基', ['[ruby róng: 镕]基']],
  ['a proper name', '{张三|_}读{史记|~}', ['[name-line 张三]读[title-line 史记]']],
  ['a name inside emphasis', '*{张三|_}*', ['[emphasis [name-line 张三]]']],
  ['a reading that is a taken sign', '{甲|\\_}', ['[ruby _: 甲]']],
  ['a reading inside strong', '**{汉字|hàn zì}**', ['[strong [ruby hàn zì: 汉字]]']],
  ['multiplication is no emphasis', '3*4 与 3 * 4', ['3*4与3 * 4']],
  ['stars that hide digits are themselves', '尾号138****5678', ['尾号138****5678']],
  ['a backslash takes the next as it is', String.raw`\*甲\*\{乙\}\\`, [String.raw`*甲*{乙}\ `.trim()]],
  ['a bar is itself in a text', '甲|乙', ['甲|乙']],
  ['an escaped rare character stays whole', String.raw`\𠮷野`, ['𠮷野']],
];

test.each(BODY)('body: %s', (_, copy, expected) => {
  const { value, problems } = readBody(copy);
  expect(bodyOf(value).map(marked)).toEqual(expected);
  expect(problems).toEqual([]);
});

test.each([
  ['plain', '大桥\n  通车 GDP\n  of China'],
  ['double quotes', '"大桥\n  通车 GDP\n  of China"'],
  ['single quotes', "'大桥\n  通车 GDP\n  of China'"],
  ['folded', '>\n  大桥\n  通车 GDP\n  of China'],
  ['literal', '|\n  大桥\n  通车 GDP\n  of China'],
])('a lead in %s style reads alike', (_, yaml) => {
  const { value, problems } = reading(readIssue, `headline: 题\nlead: ${yaml}\n`);
  expect(value?.pages[0]?.lead.map(marked)).toEqual(['大桥通车GDP of China']);
  expect(problems).toEqual([]);
});

test('a list of texts gives paragraphs', () => {
  const { value } = reading(readIssue, 'headline: 题\nlead:\n  - 甲\n  - |\n    乙\n\n    丙\n');
  expect(value?.pages[0]?.lead.map(marked)).toEqual(['甲', '乙', '丙']);
});

const HEADINGS: readonly (readonly [string, string, string])[] = [
  ['a space is a preferred turn', '聚焦主业 锚定突破', '聚焦主业 锚定突破'],
  ['spaces become one', '聚焦主业　 锚定突破', '聚焦主业 锚定突破'],
  ['a space beside Latin stays', '走进 AI 时代', '走进 AI 时代'],
  ['a bar is a forced turn', '聚焦主业 | 锚定突破', '聚焦主业¦锚定突破'],
  ['a bar at the end says nothing', '聚焦主业 |', '聚焦主业'],
  ['a line end vanishes', '聚焦\n  主业', '聚焦主业'],
  ['an escaped bar is printed', String.raw`甲\|乙`, '甲|乙'],
  ['strong in a heading', '甲**乙**', '甲[strong 乙]'],
];

test.each(HEADINGS)('heading: %s', (_, yaml, expected) => {
  const { value, problems } = readHeading(yaml);
  expect(marked(value!.pages[0]!.headline)).toBe(expected);
  expect(problems).toEqual([]);
});

test.each([
  ['strong that does not end', '甲**乙', ['4:8 bad-markup → escape-mark *']],
  ['emphasis that does not end', '甲*乙', ['4:8 bad-markup → escape-mark *']],
  ['spans that cross', '甲**乙*丙**', ['4:11 bad-markup → escape-mark *']],
  ['a brace without a reading', '甲{乙}', ['4:8 bad-markup → escape-mark {']],
  ['a reading that does not end', '甲{乙|丙', ['4:8 bad-markup → escape-mark {']],
  ['an empty reading', '甲{乙|}', ['4:8 bad-markup → escape-mark {']],
  ['a tab', '甲\t乙', ['4:8 tab → use-spaces']],
  ['an open quotation mark', '他说“好', ['4:9 unclosed-quote → close-quote ”']],
  ['a closing mark alone', '他说》好', ['4:9 unclosed-quote → close-quote 《']],
  ['a mark inside a pair', '“《甲”', ['4:8 unclosed-quote → close-quote 》']],
  [
    'a quotation that the next paragraph does not repeat',
    '“甲\n\n乙”',
    ['4:7 unclosed-quote → close-quote ”'],
  ],
  ['a bracket over two paragraphs', '（甲\n\n乙）', ['4:7 unclosed-quote → close-quote ）']],
])('body: %s is reported once, with its place', (_, copy, expected) => {
  expect(readBody(copy).problems).toEqual(expected);
});

test.each([
  ['pairs inside one another', '“甲‘乙《丙》’丁”'],
  ['a quotation of three paragraphs', '“甲。\n\n“乙。\n\n“丙。”'],
  ['a quotation in a quotation over paragraphs', '“甲‘乙。\n\n“‘丙’。”'],
  ['apostrophes', 'Don’t take readers’ time'],
  ['an escaped mark', String.raw`左引号是\“`],
])('body: %s is no fault', (_, copy) => {
  expect(readBody(copy).problems).toEqual([]);
});

test('a mark without a partner is a warning: the page can be set', () => {
  const severities = (copy: string) => readBody(copy).diagnostics.map(({ severity }) => severity);
  expect(severities('‘甲')).toEqual(['warning']);
  expect(severities('“甲')).toEqual(['warning']);
});

test('every character knows where it stands in the file', () => {
  const copy = fc.array(fc.constantFrom('字', '，', 'a', '1', ' ', '\n', '\n\n', '😀', '**粗**', '*重*'), {
    minLength: 1,
  });
  fc.assert(
    fc.property(copy, (parts) => {
      const text = literal('字' + parts.join(''));
      const { value } = reading(readIssue, text);
      expect(bodyOf(value)).not.toEqual([]);
      for (const { characters, offsets, marks } of bodyOf(value) as readonly Text[]) {
        expect(offsets).toHaveLength(characters.length);
        [...offsets].forEach((offset, at) => {
          if (characters[at] !== ' ') expect(text[offset]).toBe(characters[at]);
        });
        expect([...offsets].toSorted((one, other) => one - other)).toEqual(offsets);
        for (const { start, end } of marks) expect(start < end && end <= characters.length).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test('no character of the copy is lost', () => {
  const copy = fc.array(fc.constantFrom('字', '。', 'ab', '12', ' ', '\n', '\n\n'), { minLength: 1 });
  const solid = (text: string) => text.replace(/\s/g, '');
  fc.assert(
    fc.property(copy, (parts) => {
      const whole = '字' + parts.join('');
      const set = bodyOf(readBody(whole).value).map(({ characters }) => characters);
      expect(solid(set.join(''))).toBe(solid(whole));
    }),
    { numRuns: 200 },
  );
});
