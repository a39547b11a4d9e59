import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceLines } from '../../src/read/scalar.ts';
import type { YamlScalar } from '../../src/read/node.ts';
import { parseYaml } from '../../src/read/yaml.ts';

function scalarIn(text: string): YamlScalar | undefined {
  const faults: string[] = [];
  const yaml = parseYaml({ path: 'x.yaml', text }, ({ code }) => faults.push(code));
  const value = yaml?.root.kind === 'map' ? yaml.root.entries[0]?.value : undefined;
  return value?.kind === 'scalar' && faults.length === 0 ? value : undefined;
}

const linesOf = (text: string) => sourceLines(scalarIn(text)!).map((line) => line.characters);

test.each([
  ['plain', 'a: 一二\n  三四\n\n  五', ['一二', '三四', '', '五']],
  ['double quotes', 'a: "一\n  二\\n三\\\n   四 \\u4e94"', ['一', '二\n三四 五']],
  ['single quotes', "a: '一''二\n  三 '", ["一'二", '三 ']],
  ['literal', 'a: |\n  一\n   二\n\n  三\nb: 1', ['一', ' 二', '', '三']],
  ['literal with a given indent', 'a: |2-\n   一\n  二\n', [' 一', '二']],
  ['folded', 'a: >+\n  一\n  二\n\nb: 1', ['一', '二', '']],
  ['Windows line ends', 'a: |\r\n  一\r\n  二\r\n', ['一', '二']],
])('lines of a scalar: %s', (_, text, expected) => {
  expect(linesOf(text)).toEqual(expected);
});

/** YAML's own folding of flow lines (YAML 1.2, 6.5). */
function foldFlow(lines: readonly string[]): string {
  let value = lines[0] ?? '';
  let blanks = 0;
  lines.slice(1).forEach((line, index, rest) => {
    if (line === '' && index < rest.length - 1) blanks += 1;
    else {
      value += (blanks > 0 ? '\n'.repeat(blanks) : ' ') + line;
      blanks = 0;
    }
  });
  return value;
}

const content = (extra: string) =>
  fc
    .array(fc.constantFrom('字', '，', 'a', '1', ' ', '\n', '\n  ', '😀', ...extra.split('')), {
      minLength: 1,
      maxLength: 24,
    })
    .map((parts) => parts.join(''));

test('flow scalars fold to the value that YAML gives them', () => {
  const quoted = fc.oneof(
    content('{|}*').map((text) => text.replace(/\n/g, '\n ')),
    content('"*').map((text) => `'${text.replace(/\n/g, '\n ')}'`),
    content('').map((text) => `"${text.replace(/\n/g, '\n ')}"`),
    fc
      .array(
        fc.constantFrom(
          '字',
          '\\n',
          '\\t',
          '\\\\',
          '\\"',
          '\\ ',
          '\\u4e00',
          '\\x41',
          ' ',
          '\n ',
          '\\\n  ',
          'a',
        ),
      )
      .map((parts) => `"${parts.join('')}"`),
  );
  let compared = 0;
  fc.assert(
    fc.property(quoted, (text) => {
      // An escaped line end on a line of its own is read in two ways; nobody writes one.
      fc.pre(!/(^"|\n)\s*\\\n/.test(text));
      const scalar = scalarIn(`a: ${text}\nb: 1`);
      if (!scalar || scalar.style === 'literal' || scalar.style === 'folded') return;
      compared += 1;
      const lines = sourceLines(scalar);
      expect(foldFlow(lines.map((line) => line.characters))).toBe(scalar.value);
      for (const line of lines) expect(line.offsets).toHaveLength(line.characters.length);
    }),
    { numRuns: 400 },
  );
  expect(compared).toBeGreaterThan(100);
});

test('literal lines joined are the value that YAML gives them', () => {
  fc.assert(
    fc.property(content('{|}*#:"'), (text) => {
      const scalar = scalarIn(`a: |\n  ${text.replace(/\n/g, '\n  ')}\nb: 1`);
      if (!scalar) return;
      const lines = sourceLines(scalar);
      const joined = lines.map((line) => line.characters).join('\n');
      expect(joined.replace(/[ \n]+$/, '')).toBe(scalar.value.replace(/[ \n]+$/, ''));
      const { text: source } = scalar.range.file;
      for (const { characters, offsets } of lines) {
        expect(offsets.map((offset) => source[offset]).join('')).toBe(characters);
      }
    }),
    { numRuns: 300 },
  );
});

test('reading never throws, whatever the file holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      parseYaml({ path: 'x.yaml', text }, () => {});
    }),
    { numRuns: 300 },
  );
});
