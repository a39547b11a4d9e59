import { latinOf } from './objects.ts';

/** The codes for which a ToUnicode map (ISO 32000-1, 9.10.3) has text that a reader can use. */
export function mappedCodes(bytes: Uint8Array): (code: number) => boolean {
  const text = latinOf(bytes);
  const single = new Set<number>();
  const ranges: (readonly [number, number])[] = [];
  for (const [, block = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', target = ''] of block.matchAll(/<([^>]*)>\s*<([^>]*)>/g)) {
      if (isText(target)) single.add(hexadecimal(code));
    }
  }
  for (const [, block = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', list] of block.matchAll(
      /<([^>]*)>\s*<([^>]*)>\s*(?:\[([^\]]*)\]|<[^>]*>)/g,
    )) {
      if (list === undefined) ranges.push([hexadecimal(first), hexadecimal(last)]);
      else
        for (const [i, target] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
          if (isText(target[1] ?? '')) single.add(hexadecimal(first) + i);
        }
    }
  }
  return (code) => single.has(code) || ranges.some(([first, last]) => code >= first && code <= last);
}

function hexadecimal(digits: string): number {
  return parseInt(digits.replace(/\s/g, ''), 16);
}

/** Neither empty nor U+0000 nor U+FFFD. */
function isText(digits: string): boolean {
  const plain = digits.replace(/\s/g, '');
  return plain !== '' && !/^(0000)+$/.test(plain) && !/fffd/i.test(plain);
}
