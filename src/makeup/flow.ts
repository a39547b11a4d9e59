import type { Composer, MeasureRun, SetVariant } from '../model/galley.ts';
import type { Text } from '../model/issue.ts';
import type { Design } from '../model/layout.ts';
import type { PagePlan, PlannedBlock } from '../model/plan.ts';
import { boxSets, type BoxSet } from './box.ts';
import { cheapest } from './cheapest.ts';
import type { Shop } from './heads.ts';
import type { BoxItem, FlowItem, ParagraphItem } from './pour-model.ts';
import { titleText } from './title.ts';

/** The blocks as items to pour, and the sums that tell beforehand whether they may fill a page. */
export interface Flow {
  readonly titles: number;
  /** Lines that long titles take beyond those of a title of one line. */
  readonly extraTitleLines: number;
  /** Lines of all paragraphs at the first measure of the flow: shortest, best and longest settings. */
  readonly lines: { readonly least: number; readonly best: number; readonly most: number };
  /** Columns of the flow, each counted by its measure: 1 for one of the first measure. */
  readonly columns: number;
  /** Share by which the sums may be wrong: they are made at the first measure. */
  readonly doubt: number;
  readonly items: (titleLines: number) => readonly FlowItem[];
}

/** The flows of a plan by design. Designs whose columns have the same measures share their sums. */
export function flowsOf(plan: PagePlan, composer: Composer): (design: Design) => Flow {
  const known = new Map<string, Flow>();
  return (design) => {
    const { title, flow: columns, size, leading } = design;
    const room = columns
      .map(({ measure, width }) => `${measure} ${Math.round(width / title.size)}`)
      .join(' ');
    // The height of a box in lines depends on the leading too.
    const boxed = plan.blocks.some(({ direction }) => direction === 'vertical');
    const key = boxed ? `${room} ${leading / size}` : room;
    const flow = known.get(key) ?? flowOf(plan, design, composer);
    known.set(key, flow);
    return flow;
  };
}

function flowOf(plan: PagePlan, design: Design, composer: Composer): Flow {
  const extra = plan.blocks.map(({ title }) =>
    title ? titleText(title, design, composer).lines.length - 1 : 0,
  );
  const texts = plan.blocks.map((block, index) => textItems(block, index, { design, composer }));
  const shape = shapeOf(design);
  const counts = texts
    .flat()
    .map((text) =>
      text.kind === 'box' ? boxHeights(text, shape[0]?.measure ?? 0) : counted(text.set(() => shape)),
    );
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const item = (block: number, titleLines: number): readonly FlowItem[] => {
    const { gap } = design.title;
    const lines = titleLines + (extra[block] ?? 0);
    const text = texts[block] ?? [];
    return plan.blocks[block]?.title ? [{ kind: 'title', block, lines, gap }, ...text] : text;
  };
  const first = shape[0]?.measure ?? design.grid.measure;
  const columns = sum(design.flow.map(({ measure }) => measure / first));
  return {
    columns,
    doubt: columns === design.flow.length ? 0 : MIXED_DOUBT,
    titles: plan.blocks.filter(({ title }) => title).length,
    extraTitleLines: sum(extra),
    lines: {
      least: sum(counts.map(({ least }) => least)),
      best: sum(counts.map(({ best }) => best)),
      most: sum(counts.map(({ most }) => most)),
    },
    items: (titleLines) => plan.blocks.flatMap((_, block) => item(block, titleLines)),
  };
}

/** The text of a block: its paragraphs, or one box when it runs down. */
function textItems(
  { paragraphs, direction }: PlannedBlock,
  block: number,
  { design, composer }: Shop,
): readonly (ParagraphItem | BoxItem)[] {
  if (direction === 'vertical')
    return [{ kind: 'box', block, sets: boxSetter(paragraphs, design, composer) }];
  return paragraphs.map((text, index) => ({
    kind: 'paragraph',
    block,
    index,
    set: setter(text, design, composer),
  }));
}

/** How the text of a vertical block sets, once for each measure. */
function boxSetter(texts: readonly Text[], design: Design, composer: Composer): BoxItem['sets'] {
  const known = new Map<number, readonly BoxSet[]>();
  return (measure) => {
    const sets = known.get(measure) ?? boxSets(texts, measure, design, composer);
    known.set(measure, sets);
    return sets;
  };
}

/** Body lines of a box in its lowest, its best and its highest setting. */
function boxHeights(box: BoxItem, measure: number): { least: number; best: number; most: number } {
  const sets = box.sets(measure).toSorted((one, other) => one.cost - other.cost);
  const heights = sets.map(({ height }) => height);
  return { least: Math.min(...heights), best: heights[0] ?? Infinity, most: Math.max(...heights) };
}

/** How far lines at other measures differ from what their lengths let expect: short last lines, titles. */
const MIXED_DOUBT = 0.08;

/** The first measure of the flow, without an end. */
function shapeOf({ flow, grid }: Design): readonly MeasureRun[] {
  return [{ measure: flow[0]?.measure ?? grid.measure, lines: Infinity }];
}

/** How a paragraph sets: once for all where the columns have one measure, else in the shape that is left. */
function setter(text: Text, design: Design, composer: Composer): ParagraphItem['set'] {
  const style = { plain: design.faces.body, strong: design.faces.strong, setting: design.text };
  const shape = shapeOf(design);
  const uniform = design.flow.every(({ measure }) => measure === shape[0]?.measure);
  if (uniform) {
    const variants = composer.paragraph(text, style, shape);
    return () => variants;
  }
  const alone = new Map<number, readonly SetVariant[]>();
  return (left) => {
    const runs = left();
    const { measure, lines } = runs[0] ?? { measure: design.grid.measure, lines: Infinity };
    const here = alone.get(measure) ?? composer.paragraph(text, style, [{ measure, lines: Infinity }]);
    alone.set(measure, here);
    // Only a paragraph that reaches into the next measure has to be set for both.
    return here.every((variant) => variant.lines.length <= lines)
      ? here
      : composer.paragraph(text, style, runs);
  };
}

function counted(variants: readonly SetVariant[]): { least: number; best: number; most: number } {
  const counts = variants.map(({ lines }) => lines.length);
  return { least: Math.min(...counts), best: cheapest(variants).lines.length, most: Math.max(...counts) };
}
