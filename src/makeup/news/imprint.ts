import { BLACK } from '../../base/colour.ts';
import type { Em, Pt } from '../../base/units.ts';
import type { Composer } from '../../model/galley.ts';
import type { Text } from '../../model/issue.ts';
import type { NewsPlan } from '../../model/news.ts';
import type { DisplayItem } from '../../model/page.ts';
import { gridBaseline, ruleItem } from './part.ts';
import { labelled, rowItems, setRow, setStrip, type Strip } from './row.ts';
import type { WrittenWord } from './words.ts';

/** What the imprint of a front page says, in its order (报纸出版形式差错数计算方法: 地址, 联系方式, 印刷, 发行, 定价). */
const FIELDS = [
  'address',
  'postcode',
  'telephone',
  'printer',
  'printerAddress',
  'distribution',
  'price',
] as const satisfies readonly WrittenWord[];

/** Type of the imprint: the least for solid Chinese type, points. */
const SIZE: Pt = 7.5;
/** Least white between two entries. */
const GAP: Em = 1.2;
/** Weight of the rule over it, and its distance from the top of the first line, points. */
const RULE: Pt = 0.5;
const UNDER_TOP: Pt = 0.25;

/** Body lines of the imprint strip at the foot of a front page; 0 where the issue names no paper. */
export function imprintLines(plan: NewsPlan, composer: Composer): number {
  return setImprint(plan, composer).rows.length;
}

/**
 * The imprint from `y`, the top of its first body line: all that the paper's file says of address, printing, sale and
 * price, under a rule, spread over the type area. Every baseline stands on the body grid.
 */
export function imprintItems(plan: NewsPlan, y: Pt, composer: Composer): readonly DisplayItem[] {
  const { grid } = plan.design;
  const { rows } = setImprint(plan, composer);
  if (rows.length === 0) return [];
  const words = rows.flatMap((groups, line) => {
    const baseline = gridBaseline({ y }, line, plan.design);
    return groups.flatMap(({ row, x }) => rowItems(row, { x: grid.left + x, y: baseline, role: 'masthead' }));
  });
  return [ruleItem({ x: grid.left, y: y + UNDER_TOP, width: grid.width }, RULE, BLACK), ...words];
}

function setImprint({ title, design }: NewsPlan, composer: Composer): Strip {
  const { styles, text, grid } = design;
  const style = { face: styles.caption.face, size: SIZE, language: text.language };
  const groups = FIELDS.map((field) => setRow(labelled(field, title?.[field], style), composer));
  return setStrip(groups, grid.width, GAP * SIZE);
}

/** The copy of the imprint in the order in which it stands. */
export function imprintTexts({ title }: NewsPlan): readonly Text[] {
  return FIELDS.flatMap((field) => title?.[field] ?? []);
}
