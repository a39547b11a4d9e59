import type { Report } from '../base/diagnostic.ts';
import type { Ranged, SourceFile } from '../base/source.ts';
import type {
  Byline,
  BylineRole,
  Credits,
  Issue,
  NamesInRole,
  PageCopy,
  Text,
  ThemedBlock,
} from '../model/issue.ts';
import { duplicateKey } from './define.ts';
import { issueDefinition } from './issue-definition.ts';
import type { BlockRecord, BylineRecord, CreditsRecord, IssueRecord } from './issue-definition.ts';
import { themeName } from './theme-name.ts';
import { parseYaml } from './yaml.ts';

/** Layout of an issue that names none. */
const DEFAULT_LAYOUT = 'broadsheet-theme';

/**
 * Reads an issue file: one page, one story. Reports everything that is wrong with it in one run; `undefined` when it has
 * no headline or breaks the rules of YAML, so that nothing could be set.
 */
export function readIssue(file: SourceFile, report: Report): Issue | undefined {
  const yaml = parseYaml(file, report);
  if (!yaml) return undefined;
  const key = { value: file.path, range: { file, start: 0, end: 0 } };
  const written = issueDefinition.read(yaml.root, { key, report: yaml.report });
  if (!written || !yaml.sound) return undefined;
  const { date, lang } = written;
  return {
    file,
    layout: written.layout ?? { value: DEFAULT_LAYOUT, range: key.range },
    ...(date ? { date } : {}),
    ...(lang ? { language: lang.value } : {}),
    pages: [pageCopy(written, yaml.report)],
    news: [],
    unchecked: written.check ?? [],
  };
}

function pageCopy(written: IssueRecord, report: Report): PageCopy {
  const { headline, page } = written;
  const section = chosen('section', written, page?.section, report);
  const kicker = chosen('kicker', written, headline.kicker, report);
  const deck = chosen('deck', written, headline.deck, report);
  const { edition, byline } = written;
  return {
    range: written.range,
    ...(page?.number ? { page: page.number } : {}),
    ...(section ? { section } : {}),
    ...(edition ? { edition } : {}),
    ...(kicker ? { kicker } : {}),
    headline: headline.main,
    headlineDirection: headline.direction?.value ?? 'horizontal',
    ...(deck ? { deck } : {}),
    lead: written.lead ?? [],
    ...(byline ? { byline: bylineOf(byline) } : {}),
    blocks: written.blocks?.value.map(blockOf) ?? [],
    credits: creditsOf(written.credits),
  };
}

/** A part that may stand under its own key or inside the map of another; twice is an error. */
function chosen(
  name: 'section' | 'kicker' | 'deck',
  written: IssueRecord,
  inside: Text | undefined,
  report: Report,
): Text | undefined {
  const own = written[name];
  const key = written.keys[name];
  if (own && inside && key) report(duplicateKey({ value: name, range: key }));
  return own ?? inside;
}

const ROLES: readonly BylineRole[] = ['reporter', 'correspondent', 'author', 'photo', 'source'];

/** Roles stand in the order in which they were written. */
function bylineOf(written: BylineRecord): Byline {
  if (written.kind === 'written') return written;
  const { roles } = written;
  const named = ROLES.flatMap((role): readonly (NamesInRole & { readonly at: number })[] => {
    const names = roles[role];
    return names ? [{ role, names, at: roles.keys[role]?.start ?? 0 }] : [];
  });
  const ordered = named
    .toSorted((left, right) => left.at - right.at)
    .map(({ role, names }) => ({ role, names }));
  return { kind: 'roles', range: roles.range, roles: ordered };
}

function blockOf({ range, title, theme, direction, text }: BlockRecord): ThemedBlock {
  const named: Ranged<string> | undefined = theme && { ...theme, value: themeName(theme.value) };
  return {
    range,
    ...(title ? { title } : {}),
    ...(named ? { theme: named } : {}),
    direction: direction?.value ?? 'horizontal',
    text,
  };
}

function creditsOf(written: CreditsRecord | undefined): Credits {
  if (!written) return {};
  const { editor, designer, proofreader } = written;
  return {
    ...(editor ? { editor } : {}),
    ...(designer ? { designer } : {}),
    ...(proofreader ? { proofreader } : {}),
  };
}
