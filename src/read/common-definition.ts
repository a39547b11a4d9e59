import type { SourceRange } from '../base/source.ts';
import type { Text } from '../model/issue.ts';
import { label, names } from './copy.ts';
import { byKind, mapped, notBuilt } from './define.ts';
import type { Definition } from './define.ts';
import { optional, record } from './record.ts';
import type { RecordOf } from './record.ts';

/** What is said of a key that nothing answers to yet. */
export const LATER = '尚未实现 / Not built yet';

/** Lines from left to right, lines that run down, or whichever the page wants. */
export const DIRECTIONS = { horizontal: ['横排', '横'], vertical: ['竖排', '竖'] } as const;

/** Names by role, from which the engine writes a byline. */
export const roleFields = {
  reporter: optional(names, '记者 / Reporters', '记者'),
  correspondent: optional(names, '通讯员 / Correspondents', '通讯员'),
  author: optional(names, '作者 / Authors', '作者'),
  photo: optional(names, '摄影 / Photographers', '摄影'),
  source: optional(names, '来源 / Source of the copy', '来源'),
};

export type RolesRecord = RecordOf<typeof roleFields>;

export type BylineRecord =
  { readonly kind: 'written'; readonly text: Text } | { readonly kind: 'roles'; readonly roles: RolesRecord };

const creditFields = {
  editor: optional(label, '责任编辑 / Editor', '责任编辑', '编辑'),
  designer: optional(label, '版面设计 / Page designer', '版面设计', '美编', '设计'),
  proofreader: optional(label, '校对 / Proofreader', '校对'),
};

export interface CreditsRecord {
  readonly range?: SourceRange;
  readonly editor?: Text;
  readonly designer?: Text;
  readonly proofreader?: Text;
}

export const credits: Definition<CreditsRecord> = byKind({
  map: mapped(record(creditFields), (written): CreditsRecord => written),
  scalar: mapped(label, (editor): CreditsRecord => ({ editor })),
});

/** A key that is known, but nothing answers to it yet. */
export const later = (...aliases: readonly string[]) => optional(notBuilt, LATER, ...aliases);
