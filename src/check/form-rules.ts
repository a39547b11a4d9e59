import type { Rect } from '../base/geometry.ts';
import { bottomOf, rightOf } from '../base/rects.ts';
import type { Text } from '../model/issue.ts';
import type { LintLevel } from '../model/news.ts';
import type { FormName } from '../model/page-checks.ts';
import type { PaperCopy } from '../model/story.ts';
import { isFrontPage, isPrinted, solid, wordsOf, type Furniture } from './furniture.ts';

/** A rule of the publication form. */
export interface FormRule {
  readonly level: LintLevel;
  /** Points that the regulator counts for each fault; more than three fail the issue. */
  readonly points: number;
  /** Whether the number is that of the regulation; else it is our estimate. */
  readonly official: boolean;
  readonly on: 'front' | 'every';
  /** What is at fault; empty on a sound page. */
  readonly find: (furniture: Furniture) => readonly FormFault[];
}

/** A fault: a fact that no file gives, one that is given and not printed, or another. */
export interface FormFault {
  readonly kind: 'unwritten' | 'unprinted' | 'small' | 'unmarked';
  /** Where the fact is to be written, or what is to be mended. */
  readonly keys: string;
  readonly rect?: Rect;
}

/** 报纸出版形式差错数计算方法 (2020), annex of 报纸期刊质量管理规定. */
export const FORM_RULES: Readonly<Record<Exclude<FormName, 'points'>, FormRule>> = {
  name: { level: 'error', points: 4, official: true, on: 'front', find: missingName },
  'name-size': { level: 'error', points: 4, official: true, on: 'front', find: smallName },
  date: { level: 'warning', points: 1, official: false, on: 'front', find: missingDate },
  'issue-number': masthead('issue'),
  'page-count': masthead('pages'),
  registration: { ...imprint('registration'), points: 2 },
  publisher: imprint('publisher'),
  address: imprint('address', 'telephone'),
  printer: imprint('printer', 'printerAddress'),
  distribution: imprint('distribution'),
  price: { level: 'warning', points: 1, official: false, on: 'front', find: missingPrice },
  special: { level: 'warning', points: 1, official: false, on: 'front', find: unmarkedSpecial },
  'page-number': { level: 'warning', points: 1, official: false, on: 'every', find: missingNumber },
  section: { level: 'warning', points: 0, official: false, on: 'every', find: missingSection },
  advertisement: { level: 'error', points: 1, official: false, on: 'every', find: unmarkedAdverts },
};

type Fact = Exclude<keyof PaperCopy, 'range' | 'name' | 'colour' | 'logo' | 'house'>;

function masthead(key: 'issue' | 'pages'): FormRule {
  const find = (furniture: Furniture) => faultsOf({ [key]: furniture.news.masthead[key] }, furniture);
  return { level: 'warning', points: 1, official: false, on: 'front', find };
}

/** Facts that the file of the paper gives; a page without a paper lacks its name and is told no more. */
function imprint(...keys: readonly Fact[]): FormRule {
  const find = (furniture: Furniture) => {
    const { title } = furniture.news;
    return title ? faultsOf(Object.fromEntries(keys.map((key) => [key, title[key]])), furniture) : [];
  };
  return { level: 'warning', points: 1, official: false, on: 'front', find };
}

function faultsOf(
  facts: Readonly<Record<string, Text | undefined>>,
  furniture: Furniture,
): readonly FormFault[] {
  const entries = Object.entries(facts);
  const unwritten = entries.filter(([, fact]) => !fact).map(([key]) => writtenKey(key));
  // Where the layout has no masthead nothing of it can be printed: the name, which is missing, says so.
  const unprinted = isBare(furniture)
    ? []
    : entries.filter(([, fact]) => fact && !isPrinted(fact, furniture)).map(([key]) => writtenKey(key));
  if (unwritten.length > 0) return [{ kind: 'unwritten', keys: unwritten.join(', ') }];
  return unprinted.length > 0 ? [{ kind: 'unprinted', keys: unprinted.join(', ') }] : [];
}

/** A front page for which the layout has no masthead. */
function isBare({ page, news }: Furniture): boolean {
  return news.design.masthead === undefined && isFrontPage(page, news);
}

/** The key as files write it: `printer_address`, `cn`. */
function writtenKey(key: string): string {
  if (key === 'registration') return 'cn';
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function missingName(furniture: Furniture): readonly FormFault[] {
  if (!furniture.news.title) return [{ kind: 'unwritten', keys: 'paper' }];
  if (isBare(furniture)) return [{ kind: 'unprinted', keys: 'masthead' }];
  return nameSize(furniture) === undefined ? [{ kind: 'unprinted', keys: 'name' }] : [];
}

/** Size of the name in the masthead; of one that is drawn the height; `undefined` when it is not there. */
function nameSize({ page, runs, news }: Furniture): number | undefined {
  const { title } = news;
  if (!title) return undefined;
  const name = solid(title.name.characters);
  // The name may be one run or one for each character; that of the publisher, which holds it, is not it.
  const own = runs.filter((run) => run.role === 'masthead' && name.includes(wordsOf([run])));
  const sizes = [...new Set(own.map(({ size }) => size))].toSorted((one, other) => other - one);
  const set = sizes.find((size) => wordsOf(own.filter((run) => run.size === size)).includes(name));
  const drawn = page.items.find((item) => item.kind === 'picture' && item.file === title.logo?.value);
  return set ?? (drawn?.kind === 'picture' ? drawn.height : undefined);
}

function smallName(furniture: Furniture): readonly FormFault[] {
  const size = nameSize(furniture);
  const name = solid(furniture.news.title?.name.characters ?? '');
  if (size === undefined) return [];
  const others = furniture.page.items.filter(
    (item) => item.kind === 'glyphs' && !(item.role === 'masthead' && name.includes(wordsOf([item]))),
  );
  const largest = Math.max(0, ...others.map((item) => (item.kind === 'glyphs' ? item.size : 0)));
  return largest < size ? [] : [{ kind: 'small', keys: 'name' }];
}

function missingDate({ page, words }: Furniture): readonly FormFault[] {
  const [year = '', month = '', day = ''] = page.date?.split('-') ?? [];
  if (year === '') return [{ kind: 'unwritten', keys: 'date' }];
  const [plainMonth, plainDay] = [String(Number(month)), String(Number(day))];
  const pattern = new RegExp(`${year}[年./-]0?${plainMonth}[月./-]0?${plainDay}(?!\\d)`, 'u');
  return pattern.test(words) ? [] : [{ kind: 'unprinted', keys: 'date' }];
}

const EXTRA = '号外';
const SPECIAL = /号外|增期/u;
const FREE = '免费赠阅';

/** What a special number is called by the section or the edition of its page. */
function specialOf({ news: { folio } }: Furniture): string | undefined {
  const words = `${folio.section?.characters ?? ''} ${folio.edition?.characters ?? ''}`;
  return SPECIAL.exec(words)?.[0];
}

function unmarkedSpecial(furniture: Furniture): readonly FormFault[] {
  const special = specialOf(furniture);
  const own = wordsOf(furniture.runs.filter(({ role }) => role === 'masthead'));
  return special === undefined || own.includes(special) ? [] : [{ kind: 'unmarked', keys: special }];
}

/** An extra has no price but is marked as given away. */
function missingPrice(furniture: Furniture): readonly FormFault[] {
  const { news, words } = furniture;
  if (specialOf(furniture) === EXTRA) return words.includes(FREE) ? [] : [{ kind: 'unmarked', keys: FREE }];
  return news.title ? faultsOf({ price: news.title.price }, furniture) : [];
}

/** The number stands in the folio; a front page has a masthead in its place. */
function missingNumber(furniture: Furniture): readonly FormFault[] {
  if (furniture.news.design.masthead) return [];
  const { number } = furniture.news.folio;
  if (!number) return [{ kind: 'unwritten', keys: 'page' }];
  const plain = solid(number.characters);
  const isThere =
    isPrinted(number, furniture) ||
    furniture.runs.some((run) => [plain, `第${plain}版`, `${plain}版`].includes(wordsOf([run])));
  return isThere ? [] : [{ kind: 'unprinted', keys: 'page' }];
}

function missingSection(furniture: Furniture): readonly FormFault[] {
  const { design, folio } = furniture.news;
  return design.masthead ? [] : faultsOf({ section: folio.section }, furniture);
}

const MARK = /广告|廣告/u;

function unmarkedAdverts({ page }: Furniture): readonly FormFault[] {
  const reach = 2 * page.grid.leading;
  return page.adverts.flatMap((rect): readonly FormFault[] => {
    const near = page.items.flatMap((item) =>
      item.kind === 'glyphs' && isNear(item, rect, reach) ? [item] : [],
    );
    return MARK.test(wordsOf(near)) ? [] : [{ kind: 'unmarked', keys: '广告', rect }];
  });
}

function isNear({ x, y }: { readonly x: number; readonly y: number }, rect: Rect, reach: number): boolean {
  const isAcross = x >= rect.x - reach && x <= rightOf(rect) + reach;
  return isAcross && y >= rect.y - reach && y <= bottomOf(rect) + reach;
}
