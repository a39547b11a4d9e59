import type { Composer, MeasureRun, SetVariant } from '../model/galley.ts';
import type { Design } from '../model/layout.ts';
import type { PagePlan } from '../model/plan.ts';
import { cheapest } from './heads.ts';
import type { FlowItem } from './pour.ts';
import { titleText } from './title.ts';

/** The blocks as items to pour, and the sums that tell beforehand whether they may fill a page. */
export interface Flow {
  readonly titles: number;
  /** Lines that long titles take beyond those of a title of one line. */
  readonly extraTitleLines: number;
  /** Lines of all paragraphs at the first measure of the flow: shortest, best and longest settings. */
  readonly lines: { readonly least: number; readonly best: number; readonly most: number };
  readonly items: (titleLines: number) => readonly FlowItem[];
}

/** The flow of a plan in one design. */
export function flowOf(plan: PagePlan, design: Design, composer: Composer): Flow {
  const { body: plain, strong } = design.faces;
  const style = { plain, strong, setting: design.text };
  const first: readonly MeasureRun[] = [{ measure: design.flow[0]?.measure ?? design.grid.measure, lines: Infinity }];
  const extra = plan.blocks.map(({ title }) => (title ? titleText(title, design, composer).lines.length - 1 : 0));
  const lines = { least: 0, best: 0, most: 0 };
  for (const { paragraphs } of plan.blocks) {
    for (const paragraph of paragraphs) {
      const counts = counted(composer.paragraph(paragraph, style, first));
      lines.least += counts.least;
      lines.best += counts.best;
      lines.most += counts.most;
    }
  }
  return {
    titles: plan.blocks.filter(({ title }) => title).length,
    extraTitleLines: extra.reduce((sum, value) => sum + value, 0),
    lines,
    items: (titleLines) =>
      plan.blocks.flatMap(({ title, paragraphs }, block): readonly FlowItem[] => [
        ...(title
          ? [{ kind: 'title' as const, block, lines: titleLines + (extra[block] ?? 0), gap: design.title.gap }]
          : []),
        ...paragraphs.map((paragraph, index) => ({
          kind: 'paragraph' as const,
          block,
          index,
          set: (shape: readonly MeasureRun[]) => composer.paragraph(paragraph, style, shape),
        })),
      ]),
  };
}

function counted(variants: readonly SetVariant[]): { least: number; best: number; most: number } {
  const counts = variants.map(({ lines }) => lines.length);
  return { least: Math.min(...counts), best: cheapest(variants).lines.length, most: Math.max(...counts) };
}
