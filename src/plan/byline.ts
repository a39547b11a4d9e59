import type { Byline, Credits } from '../model/issue.ts';
import type { Phrase } from '../model/plan.ts';
import type { Language } from '../model/setting.ts';
import { PAGE_WORDS } from './words.ts';

const CREDITS: readonly (keyof Credits)[] = ['editor', 'designer', 'proofreader'];

/** Who made the page, each with the word for it. */
export function planCredits(credits: Credits, language: Language): readonly Phrase[] {
  return CREDITS.flatMap((key): readonly Phrase[] => {
    const text = credits[key];
    return text
      ? [
          { kind: 'written', characters: PAGE_WORDS[language].credits[key], label: true },
          { kind: 'copy', text },
        ]
      : [];
  });
}

/** A byline from roles reads `■记者 甲 乙 通讯员 丙`; one that was written out stays as it is. */
export function planByline(byline: Byline | undefined, language: Language): readonly Phrase[] {
  if (!byline) return [];
  if (byline.kind === 'written') return [{ kind: 'copy', text: byline.text }];
  return byline.roles.flatMap(({ role, names }, index): readonly Phrase[] => [
    { kind: 'written', characters: (index === 0 ? '■' : '') + PAGE_WORDS[language].roles[role], label: true },
    ...names.map((text): Phrase => ({ kind: 'copy', text })),
  ]);
}
