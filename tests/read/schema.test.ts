import { readFileSync, readdirSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { readIssue } from '../../src/read/issue.ts';
import { issueSchema, layoutSchema, paperSchema } from '../../src/read/schema.ts';

const root = new URL('../../', import.meta.url);

test.each([
  ['issue', issueSchema()],
  ['layout', layoutSchema()],
  ['paper', paperSchema()],
])('schemas/%s.schema.json is the schema of the readers', async (name, schema) => {
  await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot(
    `../../schemas/${name}.schema.json`,
  );
});

const issueIsValid = new Ajv({ allowUnionTypes: true }).compile(issueSchema());
const layoutIsValid = new Ajv({ allowUnionTypes: true }).compile(layoutSchema());

test.each(readdirSync(new URL('layouts', root)))('layouts/%s keeps to the schema', (name) => {
  layoutIsValid(parse(readFileSync(new URL(`layouts/${name}`, root), 'utf8')));
  expect(layoutIsValid.errors ?? []).toEqual([]);
});

const CASES: readonly (readonly [string, string, boolean])[] = [
  ['the least file', 'headline: 甲', true],
  ['Chinese keys', '主题: 甲\n分题块: [{分题: 乙, 正文: 丙}]', true],
  ['both page forms', 'headline: {kicker: 甲, main: 乙}\npage: {number: 3, section: 要闻}', true],
  ['names by role', 'headline: 甲\nbyline: {记者: [乙, 丙], 来源: 丁}\ncredits: {责任编辑: 戊}', true],
  ['no headline', 'deck: 甲', false],
  ['a misspelt key', 'headline: 甲\nlayuot: 乙', false],
  ['blocks as a text', 'headline: 甲\nblocks: 乙', false],
  ['a block without text', 'headline: 甲\nblocks: [{title: 乙}]', false],
  ['a date in another form', 'headline: 甲\ndate: 2026/3/18', false],
  [
    'a page of several stories',
    'articles: [{headline: 甲, body: 乙}, {题向: 竖, 主题: 丙, 正文: [丁, {小标题: 戊}]}]',
    true,
  ],
  ['both kinds of page', 'headline: 甲\narticles: [{headline: 甲, body: 乙}]', false],
  ['no stories', 'articles: []', false],
  ['an entry of nothing known', 'articles: [{headline: 甲, body: [{subhed: 乙}]}]', false],
  [
    'a quotation with words of another entry',
    'articles: [{headline: 甲, body: [{quote: 乙, optional: true}]}]',
    false,
  ],
  ['a table of texts', 'articles: [{headline: 甲, table: [[乙, 1], [丙, ""]]}]', true],
  ['a chart without its form', 'articles: [{headline: 甲, chart: {data: [[乙, 1]]}}]', false],
  ['an advertisement without a size', 'articles: [{headline: 甲, body: 乙}]\nads: [{file: a.pdf}]', false],
];

test.each(CASES)('reader and schema agree on %s', (_, text, good) => {
  const reported: string[] = [];
  readIssue({ path: 'x.yaml', text }, ({ code }) => reported.push(code));
  expect(reported.length === 0).toBe(good);
  expect(issueIsValid(parse(text))).toBe(good);
});

test('every property of the schemas is described in both languages', () => {
  const about: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || !value) return;
    if ('description' in value) about.push(String(value.description));
    for (const child of Object.values(value)) collect(child);
  };
  collect([issueSchema(), layoutSchema(), paperSchema()]);
  expect(about.length).toBeGreaterThan(100);
  for (const text of about) expect(text).toMatch(/\p{Script=Han}.* \/ .*[A-Za-z]|\p{Script=Han}.*\/ [A-Z]/u);
});
