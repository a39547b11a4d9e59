import { describe, expect, test } from 'vitest';
import type { Preflight, PreflightFinding } from '../../src/model/preflight.ts';
import { preflight } from '../../src/preflight/preflight.ts';
import { RULES } from '../../src/preflight/rules.ts';
import { DEFECTS, spoiled } from './defects.ts';
import { bytesOf, goodFile, goodOldFile } from './sample.ts';

async function look(bytes: Uint8Array, options: Parameters<typeof preflight>[1] = {}): Promise<Preflight> {
  const result = await preflight(bytes, options);
  if (!result) throw new Error('cannot be read');
  return result;
}

const rulesOf = (findings: readonly PreflightFinding[]) => [...new Set(findings.map(({ rule }) => rule))];

test('a good PDF/X-4 passes without a word', async () => {
  const result = await look(bytesOf(goodFile()));
  expect(result.findings).toEqual([]);
  expect(result).toMatchObject({
    claimed: 'PDF/X-4',
    judged: 'PDF/X-4',
    version: '1.6',
    title: '临江新报 2026-11-24 第3版',
    condition: 'CGATS TR 002',
    colours: ['cmyk', 'separation'],
    spots: [],
    fonts: [{ name: 'Song', kind: 'Type0', embedded: true, subset: true }],
    pages: [
      { width: 98.778, height: 70.556, pictures: 2, resolution: 200, smallestType: 9, thinnestLine: 0.5 },
    ],
  });
});

test('a good PDF/X-1a passes without a word', async () => {
  const result = await look(bytesOf(goodOldFile()));
  expect(result.findings).toEqual([]);
  expect(result).toMatchObject({ claimed: 'PDF/X-1a:2003', judged: 'PDF/X-1a', version: '1.4' });
});

describe('each defect is found and nothing else is called an error', () => {
  test.each(DEFECTS.map((defect) => [defect.rule, defect.what, defect] as const))(
    '%s: %s',
    async (rule, _, defect) => {
      const { standard, sheet } = defect;
      const { findings } = await look(spoiled(defect), {
        ...(standard && { standard }),
        ...(sheet && { sheet }),
      });
      expect(rulesOf(findings)).toContain(rule);
      const errors = findings.filter(({ severity }) => severity === 'error');
      const severity = findings.find((finding) => finding.rule === rule)!.severity;
      expect(rulesOf(errors)).toEqual(severity === 'error' ? [rule] : []);
    },
  );
});

test('every rule but the one for endless content has a defect that breaks it', () => {
  const ids = Object.values(RULES).flatMap((rules) => rules.map(({ id }) => id));
  const broken = new Set(DEFECTS.map(({ rule }) => rule));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !broken.has(id))).toEqual(['content-much']);
});
