import type { Report } from '../base/diagnostic.ts';
import type { Ranged, SourceFile } from '../base/source.ts';
import type { HouseStyle, PaperCopy } from '../model/story.ts';
import { formatColour } from '../base/colour.ts';
import { heading, label } from './copy.ts';
import { byKind, dictionary, list, mapped, shown, version, words } from './define.ts';
import type { Definition } from './define.ts';
import { optional, record, required } from './record.ts';
import type { RecordOf } from './record.ts';
import { colour } from './values.ts';
import { parseYaml } from './yaml.ts';

type Banned = HouseStyle['banned'];

const banned: Definition<Banned> = byKind<'list' | 'map', Banned>({
  list: mapped(list(words), ({ value }) => value.map(({ value: word }) => ({ word }))),
  map: mapped(dictionary(words), ({ value }) =>
    [...value].map(([word, instead]) => ({ word, instead: instead.value })),
  ),
});

const houseFields = {
  dateline: optional(shown(words, '本报讯'), '电头的写法：本报讯 / Form of the dateline', '电头'),
  banned: optional(
    banned,
    '不用的词，或 {不用的词: 改用的词} / Words that are not printed, or each with what to write instead',
    '禁用词',
  ),
};

const paperFields = {
  'pagegen-paper': optional(version, '文件格式版本 / Version of the file format'),
  name: required(heading, '报名 / Name of the newspaper', '报名'),
  cn: optional(
    shown(label, 'CN 00-0000'),
    '国内统一连续出版物号（CN）/ Registration number',
    '刊号',
    'registration',
  ),
  issn: optional(label, 'ISSN，不印 / ISSN, not printed'),
  publisher: optional(label, '主管主办、出版单位 / Publisher', '出版'),
  address: optional(label, '社址 / Address', '地址', '社址'),
  telephone: optional(label, '电话 / Telephone', '电话'),
  postcode: optional(shown(label, '000000'), '邮政编码 / Postal code', '邮编'),
  printer: optional(label, '印刷单位 / Printer', '印刷'),
  printer_address: optional(label, '印刷单位地址 / Address of the printer', '印刷地址'),
  distribution: optional(label, '发行方式 / Distribution', '发行'),
  price: optional(shown(label, '每份1.00元'), '定价 / Price', '定价'),
  colour: optional(colour, '报名的颜色 / Colour of the name', '颜色'),
  logo: optional(
    shown(words, 'logo.svg'),
    '报徽或题字的文件，相对本文件的路径 / File of the logo, relative to this one',
    '报徽',
  ),
  house: optional(record(houseFields), '体例 / House style', '体例'),
};

type PaperRecord = RecordOf<typeof paperFields>;

/** A file of papers/: the facts of a newspaper title. */
export const paperDefinition: Definition<PaperRecord> = record(paperFields);

/** Reads papers/<name>.yaml. `undefined` when it has no name or breaks the rules of YAML. */
export function readPaper(file: SourceFile, report: Report): PaperCopy | undefined {
  const yaml = parseYaml(file, report);
  if (!yaml) return undefined;
  const key = { value: file.path, range: { file, start: 0, end: 0 } };
  const written = paperDefinition.read(yaml.root, { key, report: yaml.report });
  if (!written || !yaml.sound) return undefined;
  const { range, name, cn, logo, house } = written;
  const ink: Ranged<string> | undefined = written.colour && {
    value: formatColour(written.colour.value),
    range: written.colour.range,
  };
  return {
    range,
    name,
    ...(ink ? { colour: ink } : {}),
    ...(logo ? { logo } : {}),
    ...(cn ? { registration: cn } : {}),
    ...imprintOf(written),
    house: {
      ...(house?.dateline ? { dateline: house.dateline.value } : {}),
      banned: house?.banned ?? [],
    },
  };
}

type Imprint = Omit<PaperCopy, 'range' | 'name' | 'colour' | 'logo' | 'registration' | 'house'>;

function imprintOf(written: PaperRecord): Imprint {
  const { publisher, address, telephone, postcode, printer, distribution, price } = written;
  const { printer_address: printerAddress } = written;
  return {
    ...(publisher ? { publisher } : {}),
    ...(address ? { address } : {}),
    ...(telephone ? { telephone } : {}),
    ...(postcode ? { postcode } : {}),
    ...(printer ? { printer } : {}),
    ...(printerAddress ? { printerAddress } : {}),
    ...(distribution ? { distribution } : {}),
    ...(price ? { price } : {}),
  };
}
