import { BLACK } from '../base/colour.ts';
import type { Pt } from '../base/units.ts';
import type { NewsStyles, TextDesign } from '../model/news.ts';
import { refuse } from './define.ts';
import { DEFAULT_BOX, NEWS_TEXTS } from './layout-defaults.ts';
import { elastic, unordered } from './layout-styles.ts';
import type { HeadContext } from './news-heads.ts';
import { toPoints } from './lengths.ts';
import type { StyleRecord } from './style-definition.ts';

type TextName = keyof typeof NEWS_TEXTS;

/** Styles of the texts of a story, of boxes and advertisements. */
export function newsStyles(context: HeadContext): NewsStyles {
  const { written, roleOf } = context;
  const { styles } = written;
  const text = (name: Exclude<TextName, 'lead' | 'byline'>) => textDesign(name, styles?.[name], context);
  const byline = styles?.['news.byline'] ?? columnStyle('byline', context);
  const bylineText = textDesign('byline', byline, context);
  return {
    lead: textDesign('lead', styles?.['news.lead'] ?? columnStyle('lead', context), context),
    note: text('note'),
    quote: text('quote'),
    caption: text('caption'),
    credit: text('credit'),
    table: text('table'),
    subhead: {
      ...text('subhead'),
      occupy: occupied(styles?.subhead, context),
      align: styles?.subhead?.align?.value ?? 'centre',
    },
    byline: {
      ...bylineText,
      labelFace: byline?.role_face ? roleOf(byline.role_face.value) : bylineText.face,
      align: byline?.align?.value ?? 'centre',
    },
    briefTitle: text('brief'),
    dateline: text('dateline').face,
    box: boxDesign(context),
    advert: text('advert'),
  };
}

/** A style that pages of one story share, as far as its type goes on the body lines of columns. */
function columnStyle(name: 'lead' | 'byline', { written, body }: HeadContext): StyleRecord | undefined {
  const style = written.styles?.[name];
  const values = (style?.size ?? style?.sizes)?.value.map(({ value }) =>
    toPoints(value, { ...body, whole: body.em }),
  );
  const natural = values && (elastic(values)?.natural ?? values[0]);
  return natural !== undefined && natural > body.line ? undefined : style;
}

/** Texts that stand on the body lines, so that their type must go into one. */
const ON_BODY_LINES: ReadonlySet<TextName> = new Set(['lead', 'note', 'subhead', 'byline', 'brief']);

function textDesign(name: TextName, style: StyleRecord | undefined, context: HeadContext): TextDesign {
  const { body, accent, roleOf, report } = context;
  const { face, size: natural } = NEWS_TEXTS[name];
  const colour = style?.colour?.value ?? BLACK;
  const own = sizeOf(style, context);
  const tooLarge = own !== undefined && ON_BODY_LINES.has(name) && own > body.line;
  const written = style?.size ?? style?.sizes;
  if (tooLarge && written) refuse(report, written.range, 'size', `≤ ${body.line}pt`);
  return {
    face: roleOf(style?.face?.value ?? face),
    size: tooLarge || own === undefined ? Math.min(tenth(natural * body.em), body.line) : own,
    colour: colour === 'accent' ? accent : colour,
  };
}

/** Sizes that are counted out, to a tenth of a point. */
function tenth(size: Pt): Pt {
  return Math.round(size * 10) / 10;
}

function sizeOf(style: StyleRecord | undefined, { body, report }: HeadContext): Pt | undefined {
  const written = style?.size ?? style?.sizes;
  if (!written) return undefined;
  const values = written.value.map(({ value }) => toPoints(value, { ...body, whole: body.em }));
  const natural = style?.size ? elastic(values)?.natural : Math.max(...values);
  return natural !== undefined && natural > 0 ? natural : unordered(report, written.range, 'size', undefined);
}

/** Whole body lines that a subhead takes; one of one line stands among the text. */
function occupied(style: StyleRecord | undefined, { report }: HeadContext): NewsStyles['subhead']['occupy'] {
  const other = { least: 2, natural: 2, most: 3 };
  if (!style?.occupy) return other;
  const read = elastic(style.occupy.value.map(({ value }) => value));
  return read && read.least > 0 ? read : unordered(report, style.occupy.range, 'occupy', other);
}

function boxDesign({ written, body }: HeadContext): NewsStyles['box'] {
  const style = written.styles?.box;
  const stroke = style?.stroke?.value;
  const weight = stroke === 'none' ? 0 : (stroke?.weight ?? DEFAULT_BOX.weight);
  const [padding] = style?.padding?.value ?? [];
  return {
    tint: style?.tint?.value ?? DEFAULT_BOX.tint,
    rule: { weight, colour: (stroke !== 'none' && stroke?.colour) || BLACK },
    padding: padding ? toPoints(padding.value, body) : DEFAULT_BOX.padding * body.em,
    radius: style?.radius ? toPoints(style.radius.value, body) : DEFAULT_BOX.radius,
  };
}
