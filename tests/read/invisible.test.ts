import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleLine } from '../../src/read/invisible.ts';
import { buildIssue } from '../support/project.ts';

const line = (characters: string) => ({ characters, offsets: [...Array(characters.length).keys()] });

test.each([
  ['a zero-width space', '网\u200B址', '网址', [0, 2]],
  ['direction signs', '甲\u200E乙', '甲乙', [0, 2]],
  ['a variant of a glyph', '葛\u{E0100}城', '葛城', [0, 3]],
  ['the emoji form of a sign', '★\uFE0F好', '★好', [0, 2]],
  ['a letter and its accent', 'Cafe\u0301开', 'Caf\u00E9开', [0, 1, 2, 3, 5]],
  ['what has nothing of the kind', '鱼，A1', '鱼，A1', [0, 1, 2, 3]],
])('%s', (_, written, printed, offsets) => {
  expect(visibleLine(line(written))).toEqual({ characters: printed, offsets });
});

test('every character that is left knows where it stands', () => {
  const copy = fc.array(
    fc.constantFrom('字', 'e', '\u0301', '\u0304', '\u200B', '\uFE0F', '葛\u{E0100}', '😀'),
  );
  fc.assert(
    fc.property(copy, (parts) => {
      const { characters, offsets } = visibleLine(line(parts.join('')));
      expect(offsets).toHaveLength(characters.length);
      expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
    }),
  );
});

test.each(['{汉|zi\u0300}。', '网址\u200B复制。', '葛\u{E0100}城。', '甲\u200D乙。', '★\uFE0F好。'])(
  '%s is set',
  (text) => {
    const { page, errors } = buildIssue({ headline: '题目', blocks: [{ title: '分题', text }] });
    expect(errors).toEqual([]);
    expect(page?.characters.set).toBe(page?.characters.copy);
  },
);

test('an accent without a letter of its own is told with its place', () => {
  const issue = { headline: '题目', blocks: [{ title: '分题', text: '字\u0323好。' }] };
  expect(buildIssue(issue).errors).toEqual(['missing-glyph']);
});
