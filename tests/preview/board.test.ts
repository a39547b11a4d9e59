import { describe, expect, test } from 'vitest';
import { post, sendable, withLastGood } from '../../src/preview/board.ts';
import { ERROR, issueOf, pageOf } from './sample.ts';

describe('parts', () => {
  test('only new parts travel, and the order tells where all of them stand', () => {
    const first = post(issueOf([pageOf('1', ['<a/>', '<b/>', '<c/>'])]), undefined);
    const sent = sendable(first, 0, new Set());
    expect(sent.message.parts).toEqual({ 1: '<a/>', 2: '<b/>', 3: '<c/>' });
    const second = post(issueOf([pageOf('1', ['<a/>', '<x/>', '<c/>', '<b/>'])]), first);
    const again = sendable(second, 0, sent.known);
    expect(again.message.parts).toEqual({ 4: '<x/>' });
    expect(again.message.pages[0]!.order).toEqual([1, 4, 3, 2]);
    expect(again.message.pages[0]!.places).toEqual([0, 0, 2, 0, 2, 4, 0, 4, 6, 0, 6, 8]);
  });

  test('equal parts are told apart, and none is sent twice to a browser that has it', () => {
    const first = post(issueOf([pageOf('1', ['<a/>', '<a/>'])]), undefined);
    expect(first.orders).toEqual([[1, 2]]);
    const sent = sendable(first, 0, new Set());
    expect(sendable(post(issueOf([pageOf('1', ['<a/>'])]), first), 0, sent.known).message.parts).toEqual({});
  });

  test('what has left the page is forgotten', () => {
    let posted = post(issueOf([pageOf('1', ['<0/>'])]), undefined);
    for (let i = 1; i < 50; i += 1) posted = post(issueOf([pageOf('1', [`<${i}/>`])]), posted);
    expect(posted.numbers.size).toBe(1);
  });
});

describe('the last good page', () => {
  const good = issueOf([pageOf('1', ['<a/>']), pageOf('2', ['<b/>'])]);

  test('stays, with its own file behind the new one', () => {
    const kept = withLastGood(issueOf([], [ERROR]), good);
    expect(kept.pages.map(({ label, stale }) => [label, stale])).toEqual([
      ['1', true],
      ['2', true],
    ]);
    expect(kept.files.map(({ text }) => text)).toEqual(['0 1', '2 0']);
    expect(kept.pages[0]!.parts[0]!.place).toEqual([1, 0, 2]);
    expect(kept.pages[0]!.rows[0]!.place).toEqual([1, 0, 1]);
    expect(kept.problems).toEqual([ERROR]);
  });

  test('stays through many broken saves without more and more files', () => {
    let kept = good;
    for (let i = 0; i < 20; i += 1) kept = withLastGood(issueOf([], [ERROR]), kept);
    expect(kept.pages).toHaveLength(2);
    expect(kept.files.map(({ text }) => text)).toEqual(['0 1', '2 0']);
  });

  test('a page that is still made is the new one', () => {
    const now = issueOf([pageOf('2', ['<new/>'])], [ERROR]);
    const kept = withLastGood(now, good);
    expect(kept.pages.map(({ stale, parts }) => [stale, parts[0]!.markup])).toEqual([
      [true, '<a/>'],
      [false, '<new/>'],
    ]);
  });

  test('goes when the copy is sound and has fewer pages', () => {
    expect(withLastGood(issueOf([pageOf('1', [])]), good).pages).toHaveLength(1);
  });

  test('gives way to pages that carry errors', () => {
    const now = issueOf([pageOf('1', ['<o/>']), pageOf('2', [])], [ERROR]);
    expect(withLastGood(now, good)).toBe(now);
  });
});
