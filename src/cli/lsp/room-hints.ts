import type { InlayHint } from 'vscode-languageserver/node';
import type { SourceFile, SourceRange } from '../../base/source.ts';
import type { Issue } from '../../model/issue.ts';
import type { Page, RegionFit } from '../../model/page.ts';
import { countPage, type CountRow } from '../../output/count.ts';
import type { MessageLanguage } from '../../output/messages-type.ts';
import { positionIn } from './document.ts';

/** A text to show at the end of the line on which an offset stands. */
interface Note {
  readonly at: number;
  readonly text: string;
}

/** What the copy of each story and block has room for, as an editor shows it behind its heading. */
export function roomHints(
  { pages, news }: Issue,
  made: readonly Page[],
  file: SourceFile,
  language: MessageLanguage,
): readonly InlayHint[] {
  const notes = made.flatMap((page, index) => {
    const copy = pages[index];
    if (copy) return blockNotes(copy, page, language);
    const stories = news[index - pages.length]?.stories ?? [];
    return stories.flatMap(({ id, head, range }): readonly Note[] => {
      const region = page.regions.find(({ name }) => name === id);
      return region ? [{ at: head?.main.range.end ?? range.start, text: roomText(region, language) }] : [];
    });
  });
  return notes.map(({ at, text }) => ({
    position: positionIn(file, endOfLine(file, at)),
    label: text,
    paddingLeft: true,
  }));
}

/** The room of the page behind its headline, and behind the title of each block its own lines with the room that all share. */
function blockNotes(copy: Issue['pages'][number], page: Page, language: MessageLanguage): readonly Note[] {
  const [region] = page.regions;
  if (!region) return [];
  const room = roomText(region, language);
  const rows = countPage(copy, page).filter(({ part }) => part === 'block');
  return [
    { at: copy.headline.range.end, text: room },
    ...copy.blocks.flatMap(({ title, range }, index): readonly Note[] => {
      const row = rows[index];
      return row
        ? [{ at: title?.range.end ?? range.start, text: `${sizeText(row, language)}，${room}` }]
        : [];
    }),
  ].map(({ at, text }) => ({ at, text: language === 'zh' ? text : text.replace('，', ', ') }));
}

function sizeText({ characters, lines }: CountRow, language: MessageLanguage): string {
  return language === 'zh' ? `${characters} 字 ${lines} 行` : `${characters} characters, ${lines} lines`;
}

/** `还可写 34 字`, `溢出 2 行（41 字）`, or that the place is full. */
export function roomText({ over, short }: RegionFit, language: MessageLanguage): string {
  const zh = language === 'zh';
  if (over.characters > 0 || over.lines > 0) {
    return zh
      ? `溢出 ${over.lines} 行（${over.characters} 字）`
      : `over by ${over.lines} lines (${over.characters} characters)`;
  }
  if (short.characters > 0) {
    const count = Math.floor(short.characters);
    return zh ? `还可写 ${count} 字` : `room for ${count} characters`;
  }
  return zh ? '排满' : 'full';
}

function endOfLine({ text }: SourceFile, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Whether a problem and a selection have a place in common; an empty selection touches what it stands at. */
export function touches({ start, end }: SourceRange, from: number, to: number): boolean {
  return start <= to && from <= end;
}
