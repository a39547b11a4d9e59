import { describe, expect, test } from 'vitest';
import type { Change, Diagnostic } from '../../src/base/diagnostic.ts';
import { edited, editOf } from '../../src/base/edits.ts';
import type { SourceFile } from '../../src/base/source.ts';
import type { Text } from '../../src/model/issue.ts';
import type { BriefPart, ParagraphPart, Picture, Story } from '../../src/model/story.ts';
import { readIssue } from '../../src/read/issue.ts';

/** The stories of a file; faults of it fail the test. */
function storiesOf(file: SourceFile): readonly Story[] {
  const refuse = ({ code, values, severity }: Diagnostic): void => {
    if (severity === 'error') throw new Error(`${code} ${JSON.stringify(values)} in\n${file.text}`);
  };
  const issue = readIssue(file, refuse);
  return issue!.news[0]!.stories;
}

/** What a file means, without the places at which it says so. */
function meaningOf(file: SourceFile): unknown {
  return JSON.parse(
    JSON.stringify(storiesOf(file), (key, value: unknown) =>
      key === 'range' || key === 'offsets' || key === 'file' ? undefined : value,
    ),
  );
}

type Spare = ParagraphPart | BriefPart;

function spareNamed(file: SourceFile, words: string): Spare {
  const found = storiesOf(file)
    .flatMap(({ parts }) => parts)
    .find(
      (part): part is Spare =>
        (part.kind === 'paragraph' && part.text.characters.includes(words)) ||
        (part.kind === 'brief' && part.text.some(({ characters }) => characters.includes(words))),
    );
  if (!found) throw new Error(`no paragraph with ${words}`);
  return found;
}

/** The range that a remedy names: a brief with a title as a whole, else the characters of the text. */
function rangeOf(part: Spare): Change['range'] {
  const text: Text = part.kind === 'brief' ? part.text[0]! : part.text;
  if (part.kind === 'brief' && part.title) return part.range;
  return { file: text.range.file, start: text.offsets[0]!, end: text.offsets.at(-1)! + 1 };
}

const issueWith = (story: string): SourceFile => ({
  path: 'issue.yaml',
  text: `pagegen: 1
layout: tabloid-news
articles:
  - id: ferry
    role: lead
    headline: 船铃又响
${story
  .split('\n')
  .map((line) => (line === '' ? '' : `    ${line}`))
  .join('\n')}
  - id: other
    role: second
    headline: 别的稿件
    body:
      - 别的稿件的一段。
`,
});

/** The words of the paragraph that is to go; elsewhere they do not stand. */
const GONE = '可以不要的一段';

const OPTIONAL: readonly (readonly [string, string])[] = [
  ['a plain paragraph of a list', `body:\n  - 第一段。\n  - ${GONE}，二十字上下。\n  - 末段。`],
  ['the last of a list', `body:\n  - 第一段。\n  - ${GONE}，二十字上下。`],
  ['a list that is not indented', `body:\n- 第一段。\n- ${GONE}，二十字。\n- 末段。`],
  [
    'a paragraph over several lines',
    `body:\n  - 第一段。\n  - ${GONE}，\n    接着写，\n    写完。\n  - 末段。`,
  ],
  ['a paragraph in double quotes', `body:\n  - 第一段。\n  - "${GONE}: 有冒号 # 有井号"\n  - 末段。`],
  ['a paragraph in single quotes', `body:\n  - 第一段。\n  - '${GONE}: 有冒号'\n  - 末段。`],
  ['a quoted one over lines', `body:\n  - 第一段。\n  - "${GONE}，\n    接着写。"\n  - 末段。`],
  ['a paragraph with a comment behind', `body:\n  - 第一段。\n  - ${GONE}。 # 待核\n  - 末段。`],
  ['a paragraph with marks', `body:\n  - 第一段。\n  - ${GONE}，**黑体**和*着重*。\n  - 末段。`],
  ['a map of the text alone', `body:\n  - 第一段。\n  - text: ${GONE}。\n  - 末段。`],
  ['the same in Chinese', `body:\n  - 第一段。\n  - 正文: ${GONE}。\n  - 末段。`],
  ['a map with its text in quotes', `body:\n  - 第一段。\n  - text: "${GONE}。"\n  - 末段。`],
  ['a map whose text has lines', `body:\n  - 第一段。\n  - text: ${GONE}，\n      接着写。\n  - 末段。`],
  ['a flow map', `body:\n  - 第一段。\n  - {text: ${GONE}。}\n  - 末段。`],
  ['a flow map with its text in quotes', `body:\n  - 第一段。\n  - {text: "${GONE}}，还有。"}\n  - 末段。`],
  [
    'one that says that it stays',
    `body:\n  - 第一段。\n  - text: ${GONE}。\n    optional: false\n  - 末段。`,
  ],
  ['one that says so first', `body:\n  - 第一段。\n  - optional: no\n    text: ${GONE}。\n  - 末段。`],
  ['one that says so in Chinese', `body:\n  - 第一段。\n  - 正文: ${GONE}。\n    可删段: 否\n  - 末段。`],
  [
    'one that says so in a flow map',
    `body:\n  - 第一段。\n  - {text: ${GONE}。, optional: false}\n  - 末段。`,
  ],
  [
    'a brief with a title',
    `items:\n  - title: 早市\n    text: ${GONE}。\n  - {title: 晚市, text: 晚市的一条。}`,
  ],
  [
    'the same with its text first',
    `items:\n  - text: ${GONE}。\n    title: 早市\n  - {title: 晚市, text: 晚市的一条。}`,
  ],
  [
    'a brief over lines',
    `items:\n  - title: 早市\n    text: ${GONE}，\n      接着写。\n  - {title: 晚市, text: 一条。}`,
  ],
  [
    'a brief in a flow map',
    `items:\n  - {title: 晚市, text: 晚市的一条。}\n  - {title: 早市, text: ${GONE}。}`,
  ],
  ['a brief of text alone', `items:\n  - ${GONE}。\n  - {title: 晚市, text: 晚市的一条。}`],
  [
    'a brief in Chinese',
    `items:\n  - 标题: 早市\n    正文: ${GONE}。\n  - {title: 晚市, text: 晚市的一条。}`,
  ],
];

const CUT: readonly (readonly [string, string])[] = [
  ['the middle of a text in a block', `body: |\n  第一段。\n\n  ${GONE}。\n\n  末段。`],
  ['the last of a text in a block', `body: |\n  第一段。\n\n  ${GONE}。`],
  ['one over lines in a block', `body: |\n  第一段。\n\n  ${GONE}，\n  接着写。\n\n  末段。`],
  ['one of a folded block', `body: >\n  第一段。\n\n  ${GONE}，\n  接着写。\n\n  末段。`],
];

describe('a paragraph that is to go', () => {
  test.each(OPTIONAL)('%s is marked as one that may', (_, story) => {
    const file = issueWith(story);
    const part = spareNamed(file, GONE);
    const edit = editOf({ kind: 'leave-out', range: rangeOf(part) });
    expect(edit).toBeDefined();
    const after = edited(file, [edit!]);
    expect(spareNamed(after, GONE).optional).toBe(true);
    // But for the mark the file means what it meant.
    const meaning = meaningOf(file) as { id: string; parts: { text: unknown; optional?: boolean }[] }[];
    const same = JSON.stringify(meaning[0]!.parts.map((one) => ({ ...one, optional: false })));
    const now = meaningOf(after) as typeof meaning;
    expect(JSON.stringify(now[0]!.parts.map((one) => ({ ...one, optional: false })))).toBe(same);
    expect(now[0]!.parts.filter(({ optional }) => optional)).toHaveLength(1);
    expect(now[1]).toEqual(meaning[1]);
    expect({ ...now[0], parts: [] }).toEqual({ ...meaning[0], parts: [] });
  });

  test.each(CUT)('%s is cut', (_, story) => {
    const file = issueWith(story);
    const edit = editOf({ kind: 'leave-out', range: rangeOf(spareNamed(file, GONE)) });
    const after = edited(file, [edit!]);
    const meaning = meaningOf(file) as { parts: { text: { characters: string } }[] }[];
    const now = meaningOf(after) as typeof meaning;
    const words = (parts: (typeof meaning)[0]['parts']): readonly string[] =>
      parts.map(({ text }) => text.characters);
    expect(words(now[0]!.parts)).toEqual(words(meaning[0]!.parts).filter((text) => !text.includes(GONE)));
    expect(now[1]).toEqual(meaning[1]);
  });

  test.each([
    ['a block of one paragraph in a list', `body:\n  - 第一段。\n  - |\n    ${GONE}。\n  - 末段。`],
    ['a folded block in a list', `body:\n  - 第一段。\n  - >-\n    ${GONE}，\n    接着写。\n  - 末段。`],
    ['a map whose text is a block', `body:\n  - 第一段。\n  - text: |\n      ${GONE}。\n  - 末段。`],
  ])('%s is taken out, though its dash stays', (_, story) => {
    const file = issueWith(story);
    const edit = editOf({ kind: 'leave-out', range: rangeOf(spareNamed(file, GONE)) });
    expect(edit).toBeDefined();
    const [before] = storiesOf(file);
    const [after] = storiesOf(edited(file, [edit!]));
    const left = after!.parts.filter((part) => part.kind === 'paragraph' && !part.optional);
    expect(left).toHaveLength(before!.parts.length - 1);
    const words = left.map((part) => (part.kind === 'paragraph' ? part.text.characters : ''));
    expect(words.join('')).not.toContain(GONE);
    expect(words).toEqual(['第一段。', '末段。']);
  });

  test('two edits of one file do not disturb each other', () => {
    const file = issueWith(`body:\n  - 第一段。\n  - ${GONE}，甲。\n  - 中段。\n  - ${GONE}，乙。`);
    const edits = ['甲', '乙'].map((word) =>
      editOf({ kind: 'leave-out', range: rangeOf(spareNamed(file, `${GONE}，${word}`)) }),
    );
    for (const order of [edits, edits.toReversed()]) {
      const [story] = storiesOf(
        edited(
          file,
          order.map((edit) => edit!),
        ),
      );
      expect(story!.parts.map((part) => part.kind === 'paragraph' && part.optional)).toEqual([
        false,
        true,
        false,
        true,
      ]);
    }
  });
});

const PICTURES: readonly (readonly [string, string])[] = [
  ['a picture in a block map', 'images:\n  - file: photos/a.jpg\n    caption: 说明。\n    focus: [0.5, 0.5]'],
  [
    'one whose file is not first',
    'images:\n  - caption: 说明。\n    file: photos/a.jpg\n    focus: [0.5, 0.5]',
  ],
  ['one whose file is last', 'images:\n  - caption: 说明。\n    file: photos/a.jpg'],
  ['a file in quotes', 'images:\n  - file: "photos/a b.jpg"\n    caption: 说明。'],
  ['a picture in a flow map', 'images:\n  - {file: photos/a.jpg, caption: 说明。}'],
  ['a flow map whose file is last', 'images:\n  - {caption: 说明。, file: photos/a.jpg}'],
  ['a picture without a list', 'images: {file: photos/a.jpg, caption: 说明。}'],
  ['the same in a block map', 'images:\n  file: photos/a.jpg\n  caption: 说明。'],
  ['one that has limits', 'images:\n  - file: photos/a.jpg\n    crop: [-5%, 5%]\n    caption: 说明。'],
  ['a flow map that has limits', 'images:\n  - {file: photos/a.jpg, crop: [-5%, 5%], caption: 说明。}'],
  ['a file with a comment behind', 'images:\n  - file: photos/a.jpg # 原图\n    caption: 说明。'],
  ['the keys in Chinese', 'images:\n  - 文件: photos/a.jpg\n    图片说明: 说明。'],
  [
    'limits with dashes',
    'images:\n  - file: photos/a.jpg\n    crop:\n      - -5%\n      - 5%\n    caption: 说明。',
  ],
  ['limits with dashes at the end', 'images:\n  - file: photos/a.jpg\n    crop:\n    - "-5%"\n    - 5%'],
  ['limits in Chinese', 'images:\n  - file: photos/a.jpg\n    裁切: [-5%, 5%]'],
];

describe('a picture that is to be cropped', () => {
  const picturesOf = (file: SourceFile): readonly Picture[] =>
    storiesOf(file).flatMap(({ pictures }) => pictures);

  test.each(PICTURES)('%s', (_, written) => {
    const file = issueWith(`body:\n  - 第一段。\n${written}`);
    const [picture] = picturesOf(file);
    const edit = editOf({ kind: 'crop', range: picture!.range, least: -0.2, most: 0.05 });
    const after = edited(file, [edit!]);
    expect(picturesOf(after)[0]!.crop).toEqual([-0.2, 0.05]);
    const plain = (one: unknown): unknown => {
      const { pictures, ...story } = one as { pictures: { crop: unknown }[] };
      return { ...story, pictures: pictures.map((each) => ({ ...each, crop: undefined })) };
    };
    expect((meaningOf(after) as unknown[]).map(plain)).toEqual((meaningOf(file) as unknown[]).map(plain));
  });
});
