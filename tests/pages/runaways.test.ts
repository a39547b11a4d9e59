import { expect, test } from 'vitest';
import { buildIssue } from '../support/project.ts';

const BLOCKS = [{ title: '分题', text: '正文一段。' }];

test.each([
  ['a byline', { byline: '记者'.repeat(60) }],
  ['a section', { section: '专题'.repeat(40) }],
])('%s that would leave the sheet is an error', (_, words) => {
  const { errors } = buildIssue(
    { headline: '题目', lead: '导语。', ...words, blocks: BLOCKS },
    'tabloid-theme',
  );
  expect(errors).toEqual(['head-too-long']);
});

test('words of a usual length are none', () => {
  const issue = { headline: '题目', section: '专题', byline: '■记者 林见川', blocks: BLOCKS };
  expect(buildIssue(issue, 'tabloid-theme').errors).toEqual([]);
});
