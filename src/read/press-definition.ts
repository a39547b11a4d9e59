import type { Ranged } from '../base/source.ts';
import { NAME_FIELDS, parseNamePattern } from '../base/file-names.ts';
import type { PressStandard, PressWish } from '../model/press.ts';
import { later } from './common-definition.ts';
import { anything, byKind, list, mapped, oneOf, scalar, words } from './define.ts';
import type { Definition } from './define.ts';
import { parseLength } from './lengths.ts';
import { optional, record } from './record.ts';
import type { RecordOf } from './record.ts';
import { yesOrNo } from './values.ts';

/** Percent of ink, all inks together. */
const inkSum: Definition<Ranged<number>> = scalar({
  parse: (text) => {
    const number = /^(\d{2,3}(?:\.\d+)?)\s*%?$/.exec(text)?.[1];
    return number !== undefined && Number(number) >= 100 && Number(number) <= 400
      ? Number(number)
      : undefined;
  },
  expected: '240%',
  schema: { type: ['string', 'number'], examples: ['240%'] },
});

type InkLimit = PressWish['ink'];

/** One limit, or the one to warn above and the one to refuse above. */
const inkLimit: Definition<InkLimit> = byKind({
  scalar: mapped(inkSum, ({ value }): InkLimit => ({ warn: Math.min(value, 220), most: value })),
  list: mapped(list(inkSum, 1), ({ value }): InkLimit => {
    const limits = value.map((limit) => limit.value);
    return limits.length > 0 ? { warn: Math.min(...limits), most: Math.max(...limits) } : undefined;
  }) as Definition<InkLimit>,
});

const thinnest: Definition<Ranged<number>> = scalar({
  parse: (text) => {
    const length = parseLength(text);
    return length?.unit === 'pt' && length.amount > 0 && length.amount <= 3 ? length.amount : undefined;
  },
  expected: '0.25pt',
  code: 'bad-length',
  schema: { type: 'string', examples: ['0.25pt'] },
});

const standard = oneOf<PressStandard>({
  'pdf-x4': ['x4', 'PDF/X-4'],
  'pdf-x1a': ['x1a', 'PDF/X-1a', 'PDF/X-1a:2003'],
});

const printFields = {
  standard: optional(standard, '标准：pdf-x4 或 pdf-x1a / Standard: pdf-x4 or pdf-x1a', '标准'),
  profile: optional(words, '印刷条件的 ICC 文件 / ICC file of the printing condition', '特性文件'),
  condition: optional(words, '印刷条件的名称 / Name of the printing condition', '印刷条件'),
  marks: optional(yesOrNo, '裁切线和套准线 / Crop and register marks', '规线'),
  tac: optional(inkLimit, '总墨量：上限，或 [警告, 上限] / Total ink: limit, or [warning, limit]', '总墨量'),
  rich_black: optional(
    oneOf<'forbid' | 'allow'>({ forbid: ['禁止'], allow: ['允许'] }),
    '文字用四色黑 / Rich black in text',
    '四色黑',
  ),
  min_rule: optional(thinnest, '最细的线 / Thinnest rule', '最细线'),
  text: optional(
    oneOf({ 'K100 overprint': ['K100'] }),
    '黑字总是单黑叠印 / Black text is always black ink alone, overprinting',
  ),
  min_dpi: optional(anything, '留给图片 / Reserved for pictures'),
};

/** `print:` of a layout, and inside `output:`. */
export const printDefinition = record(printFields);

/** The name of a PDF file with its fields in braces. */
const namePattern: Definition<Ranged<string>> = scalar({
  parse: (text) => (parseNamePattern(text) ? text : undefined),
  expected: NAME_FIELDS,
  schema: {
    type: 'string',
    examples: ['CHR_{date:YYYYMMDD}_{section}{page:000}_{colour}{version}.pdf'],
  },
});

const outputFields = {
  job: optional(yesOrNo, '另写作业单 job.json / Write a job ticket, job.json', '作业单'),
  name: optional(namePattern, 'PDF 的文件名 / Name of the PDF', '文件名'),
  version: optional(words, '付印的第几次 / Version of the delivery', '版次'),
  print: optional(printDefinition, '付印 / Press', '付印'),
  proof: later(),
  epaper: later(),
};

/** `output:` of a layout or an issue. */
export const outputDefinition = record(outputFields);

type PrintRecord = RecordOf<typeof printFields>;
type OutputRecord = RecordOf<typeof outputFields>;

/** What `print` and `output` say; `print` inside `output` goes first. */
export function pressWish(print: PrintRecord | undefined, output: OutputRecord | undefined): PressWish {
  return { ...printWish(print), ...printWish(output?.print), ...outputWish(output) };
}

function printWish(print: PrintRecord | undefined): PressWish {
  if (!print) return {};
  const { standard: asked, profile, condition, marks, tac, rich_black: black, min_rule: rule } = print;
  return {
    ...(asked && { standard: asked.value }),
    ...(profile && { profile }),
    ...(condition && { condition: condition.value }),
    ...(marks && { marks: marks.value }),
    ...(tac && { ink: tac }),
    ...(black && { richBlack: black.value }),
    ...(rule && { leastRule: rule.value }),
  };
}

function outputWish(output: OutputRecord | undefined): PressWish {
  if (!output) return {};
  const { job, name, version } = output;
  return {
    ...(job && { job: job.value }),
    ...(name && { name }),
    ...(version && { version: version.value }),
  };
}
