import { describe, expect, test } from 'vitest';
import { dumpPage } from '../../src/output/dump.ts';
import { buildIssue, sample } from '../support/project.ts';

describe('sample pages', () => {
  test.each(['wetland', 'night-market', 'harbour', 'poetry', 'lantern', 'ryokan'])('%s', async (name) => {
    const { page, diagnostics } = buildIssue(sample(name));
    expect(diagnostics).toEqual([]);
    if (!page) throw new Error('no page');
    expect(page.characters.set).toBe(page.characters.copy);
    await expect(dumpPage(page)).toMatchFileSnapshot(`../golden/${name}.txt`);
  });

  test('survives being copied as plain data', () => {
    const { page } = buildIssue(sample('night-market'));
    expect(structuredClone(page)).toEqual(page);
  });
});
