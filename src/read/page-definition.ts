import type { SourceRange } from '../base/source.ts';
import type { Text } from '../model/issue.ts';
import type { EarCopy } from '../model/story.ts';
import { later } from './common-definition.ts';
import { heading, label, names, paragraphs } from './copy.ts';
import { dateField } from './date.ts';
import { byKind, list, mapped, oneOf, shown } from './define.ts';
import type { Definition } from './define.ts';
import { optional, record, required } from './record.ts';
import type { RecordOf } from './record.ts';

const pageMap = record({
  number: required(shown(label, 3, 'A12'), '版序：3、A12 / Page number: 3, A12', '版序'),
  section: optional(heading, '版名 / Section name', '版名'),
  label: later(),
  folio: later('报眉'),
});

export interface PageRecord {
  readonly number: Text;
  readonly section?: Text;
}

export const page: Definition<PageRecord> = byKind<'scalar' | 'map', PageRecord>({
  scalar: mapped(label, (number): PageRecord => ({ number })),
  map: pageMap,
});

const editionFields = {
  name: optional(heading, '地方版的名称 / Name of the local edition', '名称'),
  date: optional(dateField, '出版日期 / Day of issue', '日期', '出版日期'),
  issue: optional(shown(label, 12345), '总期号 / Running number', '总期号'),
  pages: optional(label, '版数 / Number of pages', '版数'),
  weather: optional(shown(label, '晴，18–26℃'), '天气 / Weather', '天气'),
  lunar: optional(
    oneOf({ auto: ['自动'], none: ['无'] }),
    '农历：auto 印，none 不印 / Lunar date: printed or not',
    '农历',
  ),
  special: later('增期'),
  price: later('定价'),
};

/** A local edition by its name, or the facts of the day's edition. */
export type EditionRecord =
  | { readonly kind: 'name'; readonly name: Text }
  | ({ readonly kind: 'facts' } & RecordOf<typeof editionFields>);

export const edition: Definition<EditionRecord> = byKind<'scalar' | 'map', EditionRecord>({
  scalar: mapped(heading, (name): EditionRecord => ({ kind: 'name', name })),
  map: mapped(record(editionFields), (facts): EditionRecord => ({ kind: 'facts', ...facts })),
});

const folioFields = {
  contact: optional(shown(label, '新闻热线 0500-0000000'), '新闻热线一类的话 / Hotline and the like', '热线'),
  email: optional(label, '电子邮箱 / E-mail', '邮箱'),
  text: optional(names, '报眉里别的字，一条或几条 / Other words of the folio', '文字'),
};

/** What the folio prints beside number, section and date, in the order written. */
export const folio: Definition<readonly Text[]> = byKind<'scalar' | 'list' | 'map', readonly Text[]>({
  scalar: names,
  list: names,
  map: mapped(record(folioFields), ({ contact, email, text, keys }) => {
    const parts: readonly (readonly [SourceRange | undefined, readonly Text[]])[] = [
      [keys.contact, contact ? [contact] : []],
      [keys.email, email ? [email] : []],
      [keys.text, text ?? []],
    ];
    return parts
      .toSorted(([one], [other]) => (one?.start ?? 0) - (other?.start ?? 0))
      .flatMap(([, texts]) => texts);
  }),
});

const earTitle: Definition<Text> = byKind<'scalar' | 'map', Text>({
  scalar: heading,
  map: mapped(record({ main: required(heading, '主题 / Headline', '主题') }), ({ main }) => main),
});

const earMap = record({
  headline: optional(earTitle, '报眼的题 / Head of the notice', '主题', '标题', 'title'),
  text: required(paragraphs, '正文 / Text', '正文'),
});

const earItem: Definition<EarCopy> = byKind<'scalar' | 'map', EarCopy>({
  scalar: mapped(paragraphs, (text): EarCopy => ({ range: text[0]!.range, text })),
  map: mapped(earMap, ({ range, headline, text }): EarCopy => ({
    range,
    ...(headline ? { title: headline } : {}),
    text,
  })),
});

/** The small notices beside the masthead. */
export const ears: Definition<readonly EarCopy[]> = byKind<'scalar' | 'map' | 'list', readonly EarCopy[]>({
  scalar: mapped(earItem, (one) => [one]),
  map: mapped(earItem, (one) => [one]),
  list: mapped(list(earItem, 1), ({ value }) => value),
});
