import { BLACK, PAPER, formatColour, inkOf } from '../base/colour.ts';
import type { Colour, Inks } from '../base/colour.ts';
import type { Report } from '../base/diagnostic.ts';
import { nameHints } from '../base/names.ts';
import type { SourceFile, SourceRange } from '../base/source.ts';
import type { BodyFaces, Design, Keep, Layout, Stroke, Theme } from '../model/layout.ts';
import type { Paper } from '../model/page.ts';
import { DEFAULT_SETTING, LANGUAGE_SETTINGS } from '../model/setting.ts';
import type { Language, Setting } from '../model/setting.ts';
import { refuse } from './define.ts';
import { DEFAULT_THEMES } from './layout-defaults.ts';
import { layoutDefinition, sizesDefinition, spotsDefinition } from './layout-definition.ts';
import type { LayoutRecord } from './layout-definition.ts';
import { flowOf } from './layout-flow.ts';
import { gridOf, readBases, yardstickOf } from './layout-grid.ts';
import type { Base } from './layout-grid.ts';
import {
  bylineDesign,
  checkStyleNames,
  folioDesign,
  headingDesign,
  leadDesign,
  titleDesign,
} from './layout-styles.ts';
import { DEFAULT_SIZES } from './lengths.ts';
import type { SizeTable } from './lengths.ts';
import { newsDesign } from './news-design.ts';
import type { YamlEntry, YamlNode } from './node.ts';
import { pressWish } from './press-definition.ts';
import { themeName } from './theme-name.ts';
import { parseYaml } from './yaml.ts';

/**
 * Reads a layout file: one design for each pair of body size and leading, in the order of preference, with every length
 * in points. `language` is that of the issue and goes before the layout's own. Reports everything that is wrong with it;
 * `undefined` when no design is left.
 */
export function readLayout(file: SourceFile, report: Report, language?: Language): Layout | undefined {
  const yaml = parseYaml(file, report);
  if (!yaml) return undefined;
  const place = { key: { value: file.path, range: { file, start: 0, end: 0 } }, report: yaml.report };
  const sizes = sizeTable(yaml.root, yaml.report);
  const colours = new Map<string, SourceRange>();
  const spots = spotTable(yaml.root, yaml.report);
  const note = (colour: Colour, range: SourceRange) => colours.set(formatColour(colour), range);
  const written = layoutDefinition(sizes).read(yaml.root, { ...place, palette: { spots, note } });
  const paper = written && paperOf(written, yaml.report);
  if (!paper || !yaml.sound) return undefined;
  checkStyleNames(written, yaml.report);
  const themes = themesOf(written);
  const accent = accentOf(written, themes, yaml.report);
  const tell = once(yaml.report);
  const text = settingOf(written, language);
  const bases = readBases(written, paper, tell);
  const worked = bases.flatMap((base) => {
    const design = designOf(base, { written, paper, text }, tell);
    return design ? [{ base, design }] : [];
  });
  const [first] = worked;
  if (!first) return undefined;
  const designs = worked.map(({ design }) => design);
  const news = newsDesign(first.design, {
    written,
    body: yardstickOf(first.base),
    roleOf: rolesOf(written),
    report: tell,
    sizes,
    accent: themes.get(accent)?.fill ?? BLACK,
  });
  const name = written.name?.value ?? nameOf(file.path);
  const press = pressWish(written.print, written.output);
  const shared = { language: text.language, paper, accent, themes, palette: colours, press };
  return { file, name, ...shared, designs, news };
}

/** What is wrong with a value is told once, not for every design that uses it. */
function once(report: Report): Report {
  const told = new Set<string>();
  return (diagnostic) => {
    const key = `${diagnostic.code} ${diagnostic.range?.start} ${diagnostic.range?.end}`;
    if (!told.has(key)) report(diagnostic);
    told.add(key);
  };
}

function nameOf(path: string): string {
  return (path.split(/[/\\]/).at(-1) ?? path).replace(/\.ya?ml$/i, '');
}

/** The value of a key that must be read before the rest of the file. */
function valueOf(root: YamlNode, ...names: readonly string[]): YamlEntry | undefined {
  return root.kind === 'map' ? root.entries.find(({ key }) => names.includes(key.value)) : undefined;
}

/** Names that no spot ink may have: those of the process inks and of all plates (ISO 32000-1, 8.6.6.4). */
const PROCESS = /^(?:All|None|Cyan|Magenta|Yellow|Black)$/i;

/** The spot inks of the layout; one that stands for nothing but itself, or bears the name of a process ink, is refused. */
function spotTable(root: YamlNode, report: Report): ReadonlyMap<string, Inks> {
  const entry = valueOf(root, 'spots', '专色');
  const written = entry && spotsDefinition.read(entry.value, { key: entry.key, report });
  const named = [...(written?.value ?? [])].filter(([name, { value, range }]) => {
    const good = !PROCESS.test(name) && Buffer.byteLength(name) <= 60 && !value.spot && inkOf(value) > 0;
    if (!good) {
      const hints = [{ code: 'expected', values: { what: 'NAME: M100 Y90' } } as const];
      report({ severity: 'error', code: 'bad-value', values: { key: 'spots', value: name }, range, hints });
    }
    return good;
  });
  return new Map(named.map(([name, { value }]) => [name, value]));
}

/** 号 names and their points: the defaults, overridden by the layout's `sizes`. */
function sizeTable(root: YamlNode, report: Report): SizeTable {
  const entry = valueOf(root, 'sizes', '号制');
  const written = entry && sizesDefinition.read(entry.value, { key: entry.key, report });
  const own = [...(written?.value ?? [])].flatMap(([name, { value, range }]): readonly [string, number][] => {
    if (value.unit === 'pt' && value.amount > 0) return [[name, value.amount]];
    refuse(report, range, name, '9pt, 3.2mm');
    return [];
  });
  return new Map([...DEFAULT_SIZES, ...own]);
}

function paperOf({ page }: LayoutRecord, report: Report): Paper | undefined {
  const [width, height] = page.trim.value;
  const absolute = page.trim.value.every(({ value }) => value.unit === 'pt' && value.amount > 0);
  if (!absolute) return refuse(report, page.trim.range, 'trim', '[390mm, 550mm]');
  const bleed = page.bleed?.value ?? { amount: 0, unit: 'pt' };
  if (page.bleed && (bleed.unit !== 'pt' || bleed.amount < 0 || bleed.amount > 72)) {
    refuse(report, page.bleed.range, 'bleed', '0mm–25mm');
  }
  return { trim: { width: width.value.amount, height: height.value.amount }, bleed: bleed.amount };
}

function themesOf({ themes }: LayoutRecord): ReadonlyMap<string, Theme> {
  if (!themes || themes.value.size === 0) return DEFAULT_THEMES;
  const entries = [...themes.value].map(([name, { fill, ink }]): [string, Theme] => {
    return [themeName(name), { fill: fill.value, ink: ink?.value ?? PAPER }];
  });
  return new Map(entries);
}

function accentOf({ accent }: LayoutRecord, themes: ReadonlyMap<string, Theme>, report: Report): string {
  const names = [...themes.keys()];
  const first = names.includes('red') ? 'red' : (names[0] ?? 'red');
  if (!accent) return first;
  const name = themeName(accent.value);
  if (themes.has(name)) return name;
  report({
    severity: 'error',
    code: 'unknown-theme',
    values: { name: accent.value },
    range: accent.range,
    hints: nameHints(name, names),
  });
  return first;
}

/** What all designs of a layout share. */
interface Sheet {
  readonly written: LayoutRecord;
  readonly paper: Paper;
  readonly text: Setting;
}

function designOf(base: Base, { written, paper, text }: Sheet, report: Report): Design | undefined {
  const grid = gridOf(base, written, paper, report);
  if (!grid) return undefined;
  const context = { written, body: yardstickOf(base), roleOf: rolesOf(written), report };
  const columnRule = ruleOf(written);
  const folio = folioDesign(context);
  return {
    size: base.size,
    leading: base.leading,
    grid,
    ...(columnRule ? { columnRule } : {}),
    text,
    keep: keepOf(written),
    faces: facesOf(base, written),
    ...(folio ? { folio } : {}),
    kicker: headingDesign('kicker', context),
    headline: headingDesign('headline.lead', context),
    deck: headingDesign('deck', context),
    lead: leadDesign(context),
    byline: bylineDesign(context),
    title: titleDesign(context),
    flow: flowOf(written.regions.blocks, grid, base.size, report),
  };
}

/** Faces that the layout names, by the roles that they are. */
function rolesOf({ faces }: LayoutRecord): (face: string) => string {
  return (face) => faces?.value.get(face) ?? face;
}

function ruleOf({ column_rule: own, grid }: LayoutRecord): Stroke | undefined {
  const rule = (own ?? grid?.column_rule)?.value;
  if (!rule || rule === 'none') return undefined;
  return { weight: rule.weight, colour: rule.colour ?? BLACK };
}

function settingOf({ text }: LayoutRecord, asked: Language | undefined): Setting {
  const language = asked ?? text?.lang?.value ?? DEFAULT_SETTING.language;
  const defaults: Setting = {
    ...DEFAULT_SETTING,
    ellipsisStart: 'avoid',
    hyphenation: 'en-us',
    ...LANGUAGE_SETTINGS[language],
  };
  return {
    indent: text?.indent?.value ?? defaults.indent,
    kinsoku: text?.kinsoku?.value ?? defaults.kinsoku,
    punctuation: text?.punctuation?.value ?? defaults.punctuation,
    markShrink: text?.['mark-shrink']?.value ?? defaults.markShrink,
    startTrim: text?.['start-trim']?.value ?? defaults.startTrim,
    endTrim: text?.['end-trim']?.value ?? defaults.endTrim,
    hang: text?.hang?.value ?? defaults.hang,
    cjkLatinGap: text?.['cjk-latin-gap']?.value ?? defaults.cjkLatinGap,
    tracking: text?.tracking?.value ?? defaults.tracking,
    breaking: text?.breaking?.value ?? defaults.breaking,
    overflow: text?.overflow?.value ?? defaults.overflow,
    align: text?.align?.value ?? defaults.align,
    shortLast: text?.['short-last']?.value ?? defaults.shortLast,
    ellipsisStart: text?.['ellipsis-start']?.value ?? defaults.ellipsisStart,
    language,
    hyphenation: text?.hyphenation?.value ?? defaults.hyphenation,
  };
}

function keepOf({ text, block }: LayoutRecord): Keep {
  const keep = text?.keep;
  return {
    widow: keep?.widow?.value ?? block?.keep?.end?.value ?? 2,
    orphan: keep?.orphan?.value ?? block?.keep?.start?.value ?? 2,
    afterTitle: keep?.subhead_with_next?.value ?? 2,
  };
}

function facesOf(base: Base, { faces, text }: LayoutRecord): BodyFaces {
  const body = faces?.value.get('body') ?? base.face ?? text?.font?.value ?? 'body';
  return { body, strong: faces?.value.get('strong') ?? 'hei' };
}
