import type { Report } from '../base/diagnostic.ts';
import type { FontBook } from '../fonts/font.ts';
import type { FontRole } from '../model/face.ts';
import type { Text } from '../model/issue.ts';
import type { PagePlan, Phrase } from '../model/plan.ts';
import type { Language } from '../model/setting.ts';
import { classOf } from './classes.ts';
import { rangeOf } from './place.ts';
import { setCharacters } from './straight-quotes.ts';

/** Classes that print nothing, so that no face need have them. */
const UNPRINTED: ReadonlySet<string> = new Set(['space', 'no-break-space', 'ideographic-space']);

/**
 * Reports what the faces of a role lack of a text: `missing-glyph` (error) when no face has a character,
 * `fallback-glyph` (warning) when another role's face stands in; each once a character, with the range of its first
 * place. `strong` sets the spans of `**strong**`, by default as the rest.
 */
export function checkCoverage(
  text: Text,
  roles: FontRole | { readonly plain: FontRole; readonly strong: FontRole },
  fonts: FontBook,
  report: Report,
): void {
  const { plain, strong } = typeof roles === 'string' ? { plain: roles, strong: roles } : roles;
  const strongMarks = text.marks.filter((mark) => mark.kind === 'strong');
  const isStrong = (at: number) => strongMarks.some((mark) => at >= mark.start && at < mark.end);
  const seen = new Set<string>();
  const check = (part: Pick<Text, 'characters' | 'offsets' | 'range'>, roleAt: (at: number) => FontRole) => {
    let start = 0;
    for (const character of part.characters) {
      const role = roleAt(start);
      if (!seen.has(role + character)) {
        seen.add(role + character);
        checkCharacter(part, { character, start, role }, fonts, report);
      }
      start += character.length;
    }
  };
  check(text, (at) => (isStrong(at) ? strong : plain));
  for (const mark of text.marks) {
    if (mark.kind === 'ruby') check({ ...mark.annotation, range: text.range }, () => plain);
  }
}

interface Place {
  readonly character: string;
  readonly start: number;
  readonly role: FontRole;
}

function checkCharacter(
  text: Pick<Text, 'offsets' | 'range'>,
  { character, start, role }: Place,
  fonts: FontBook,
  report: Report,
): void {
  const codePoint = character.codePointAt(0) ?? 0;
  const kind = classOf(codePoint, 'zh-Hans');
  if (UNPRINTED.has(kind)) return;
  // An accent that has no letter of its own with its base cannot be placed over it.
  const choice = kind === 'combining' ? undefined : fonts.choose(role, codePoint);
  const hex = 'U+' + codePoint.toString(16).toUpperCase().padStart(4, '0');
  const values = { character, codePoint: hex, role };
  const range = rangeOf(text, start, start + character.length);
  if (!choice)
    report({ severity: 'error', code: 'missing-glyph', values, range, hints: [{ code: 'add-font' }] });
  else if (choice.fallback !== undefined) {
    report({
      severity: 'warning',
      code: 'fallback-glyph',
      values: { ...values, fallback: choice.fallback },
      range,
    });
  }
}

/** Whether every face that a page asks for has its characters; else each gap is reported once. */
export function checkPage(plan: PagePlan, fonts: FontBook, report: Report): boolean {
  const language = plan.designs[0]?.text.language ?? 'zh-Hans';
  return checkTexts(textsOf(plan), language, fonts, report);
}

/** The same for texts that are to be set in these roles. */
export function checkTexts(
  texts: readonly TextInRole[],
  language: Language,
  fonts: FontBook,
  report: Report,
): boolean {
  let complete = true;
  const seen = new Set<string>();
  const once: Report = (diagnostic) => {
    const key = `${diagnostic.code} ${diagnostic.values['character']} ${diagnostic.values['role']}`;
    if (!seen.has(key)) report(diagnostic);
    seen.add(key);
    if (diagnostic.severity === 'error') complete = false;
  };
  for (const { text, roles } of texts) {
    const asSet = { ...text, characters: setCharacters(text.characters, language) };
    checkCoverage(asSet, roles, fonts, once);
  }
  return complete;
}

/** A text with the role that sets it, and the one for its spans of `**strong**`. */
export interface TextInRole {
  readonly text: Text;
  readonly roles: FontRole | { readonly plain: FontRole; readonly strong: FontRole };
}

/** The texts of a page with the faces of its first design; all designs of a layout share their faces. */
function textsOf(plan: PagePlan): readonly TextInRole[] {
  const design = plan.designs[0];
  if (!design) return [];
  const { body: plain, strong } = design.faces;
  const inRole = (
    roles: TextInRole['roles'],
    ...texts: readonly (Text | undefined)[]
  ): readonly TextInRole[] => texts.flatMap((text) => (text ? [{ text, roles }] : []));
  const copied = (phrases: readonly Phrase[]): readonly Text[] =>
    phrases.flatMap((phrase) => (phrase.kind === 'copy' ? [phrase.text] : []));
  const folio = design.folio;
  return [
    ...(folio ? inRole(folio.sectionFace, plan.folio.section) : []),
    ...(folio
      ? inRole(folio.face, plan.folio.number, plan.folio.edition, ...copied(plan.folio.credits))
      : []),
    ...inRole(design.kicker.face, plan.kicker),
    ...inRole(design.headline.face, plan.headline),
    ...inRole(design.deck.face, plan.deck),
    ...inRole({ plain: design.lead.face, strong }, ...plan.lead),
    ...inRole(design.byline.face, ...copied(plan.byline)),
    ...plan.blocks.flatMap(({ title, paragraphs }) => [
      ...inRole(design.title.face, title),
      ...inRole({ plain, strong }, ...paragraphs),
    ]),
  ];
}
