import type { DiagnosticCode } from '../base/diagnostic.ts';

type NameAfter<Prefix extends string> = DiagnosticCode extends infer Code
  ? Code extends `${Prefix}-${infer Name}`
    ? Name
    : never
  : never;

/** A taboo of make-up; what it finds is reported as `taboo-` and its name. */
export type TabooName = NameAfter<'taboo'>;

/** A rule of the publication form; what it finds is reported as `form-` and its name. */
export type FormName = NameAfter<'form'>;

/**
 * Every taboo with its trade name: what `lint:` of a layout gives a level and `allow:` of a story accepts. Names from
 * several newsrooms; they differ from house to house.
 */
export const TABOO_NAMES: Readonly<Record<TabooName, string>> = {
  tombstone: '碰题',
  'same-heads': '同号题',
  'full-break': '断版',
  'text-off-head': '题文脱节',
  'wrong-turn': '转栏不当',
  'head-order': '题号颠倒',
  'leg-length': '栏段长短',
  'lone-line': '孤行',
  'subhead-at-foot': '小题落底',
  'uneven-feet': '栏脚不齐',
  'picture-in-leg': '图断文',
  collision: '稿件相连',
  river: '字间过松',
  'caption-between': '图说夹题',
  'reversed-type': '反白小字',
  'tinted-type': '网点小字',
};
