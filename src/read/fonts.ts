import type { Report } from '../base/diagnostic.ts';
import { nameHints } from '../base/names.ts';
import type { Ranged, SourceFile } from '../base/source.ts';
import type { FontRole } from '../model/face.ts';
import type { FaceEntry, FontList, RoleEntry } from '../model/font-list.ts';
import { SETTING_WORDS } from '../model/setting.ts';
import type { Language } from '../model/setting.ts';
import { anything, byKind, dictionary, list, mapped, version, words } from './define.ts';
import type { Definition } from './define.ts';
import { optional, record, required } from './record.ts';
import type { RecordOf } from './record.ts';
import { parseYaml } from './yaml.ts';

const faceFields = {
  file: required(words, '字体文件 / Font file', '文件'),
  face: optional(words, '字库内的字面名 / PostScript name inside a collection', '字面'),
  licence: optional(words, '授权 / Licence', '授权', 'license'),
};

const borrowFields = {
  from: required(words, '借自哪个角色 / Role to borrow from', '借自'),
  characters: required(words, '借用的字符 / Characters borrowed', '字符'),
};

const roleFields = {
  name: optional(words, '字体名 / Trade name', '名称'),
  faces: required(list(words, 1), '字面，逐字从左到右找 / Faces, tried from left to right', '字面'),
  fallback: optional(words, '缺字时用哪个角色 / Role for characters that are lacking', '替补'),
  borrow: optional(record(borrowFields), '固定借用 / Characters another role sets', '借用'),
};

type RoleRecord = Pick<RecordOf<typeof roleFields>, 'name' | 'faces' | 'fallback' | 'borrow'>;

const role: Definition<RoleRecord> = byKind({
  map: mapped(record(roleFields), (written): RoleRecord => written),
  list: mapped(list(words, 1), (faces): RoleRecord => ({ faces })),
});

const castDefinition = dictionary(role);

const languageFields = {
  'zh-Hans': optional(castDefinition, '简体中文 / Simplified Chinese'),
  'zh-Hant': optional(castDefinition, '繁体中文 / Traditional Chinese'),
  ja: optional(castDefinition, '日文 / Japanese'),
  ko: optional(castDefinition, '韩文 / Korean'),
} satisfies Readonly<Record<Language, unknown>>;

const fontListDefinition = record({
  'pagegen-fonts': optional(version, '文件格式版本 / Version of the file format'),
  faces: required(dictionary(record(faceFields)), '字面：名称和文件 / Faces and their files', '字面'),
  roles: required(dictionary(role), '角色 / Roles', '角色'),
  languages: optional(record(languageFields), '各语言另用的字面 / Other faces by language', '语言'),
  search: optional(anything, '留给以后的功能 / Reserved for later'),
});

/**
 * Reads fonts/fonts.yaml. Reports faces and roles that are named but not listed (`unknown-font`). `undefined` when the
 * file has no faces or roles.
 */
export function readFontList(file: SourceFile, report: Report): FontList | undefined {
  const yaml = parseYaml(file, report);
  if (!yaml) return undefined;
  const key = { value: file.path, range: { file, start: 0, end: 0 } };
  const written = fontListDefinition.read(yaml.root, { key, report: yaml.report });
  if (!written || !yaml.sound) return undefined;
  const faces = new Map([...written.faces.value].map(([name, face]) => [name, faceEntry(face)]));
  const roles = castOf(written.roles.value);
  const languages = castsOf(written.languages);
  for (const cast of [roles, ...languages.values()]) {
    for (const entry of cast.values()) checkEntry(entry, { faces, roles }, yaml.report);
  }
  return { faces, roles, languages };
}

function castOf(written: ReadonlyMap<string, RoleRecord>): ReadonlyMap<FontRole, RoleEntry> {
  return new Map([...written].map(([name, entry]) => [name, roleEntry(name, entry)]));
}

function castsOf(written: RecordOf<typeof languageFields> | undefined): FontList['languages'] {
  const named = SETTING_WORDS.language.flatMap(
    (language): readonly (readonly [Language, ReadonlyMap<FontRole, RoleEntry>])[] => {
      const own = written?.[language];
      return own ? [[language, castOf(own.value)]] : [];
    },
  );
  return new Map(named);
}

function faceEntry({ file, face, licence }: RecordOf<typeof faceFields>): FaceEntry {
  return { file, ...(face ? { face } : {}), ...(licence ? { licence: licence.value } : {}) };
}

function roleEntry(role: string, { name, faces, fallback, borrow }: RoleRecord): RoleEntry {
  const borrowed = borrow && { from: borrow.from, characters: borrow.characters.value };
  return {
    name: name?.value ?? role,
    faces: faces.value,
    ...(fallback ? { fallback } : {}),
    ...(borrowed ? { borrow: borrowed } : {}),
  };
}

function checkEntry(
  { faces: own, fallback, borrow }: RoleEntry,
  { faces, roles }: Pick<FontList, 'faces' | 'roles'>,
  report: Report,
): void {
  for (const face of own) checkName(face, [...faces.keys()], report);
  for (const other of [fallback, borrow?.from]) if (other) checkName(other, [...roles.keys()], report);
}

function checkName(name: Ranged<string>, known: readonly string[], report: Report): void {
  if (known.includes(name.value)) return;
  const hints = nameHints(name.value, known);
  report({ severity: 'error', code: 'unknown-font', values: { name: name.value }, range: name.range, hints });
}
