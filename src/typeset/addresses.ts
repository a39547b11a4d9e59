/** Half-open span of an e-mail or web address, in code points. */
export interface AddressSpan {
  readonly start: number;
  readonly end: number;
}

const ADDRESS = /(?:https?:\/\/|www\.)[\x21-\x7e]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** The addresses of a text: they break only after / . - ? & and without a hyphen (house; UAX #14 LB13, LB25). */
export function addressSpans(codePoints: readonly number[]): readonly AddressSpan[] {
  if (!codePoints.includes(0x40) && !codePoints.includes(0x77) && !codePoints.includes(0x2f)) return [];
  return Array.from(flat(codePoints).matchAll(ADDRESS), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Characters of an address after which it may be broken. */
export const ADDRESS_BREAKS = '/.-?&';

/** One UTF-16 unit a code point, so that offsets are code points; other planes never are part of an address. */
function flat(codePoints: readonly number[]): string {
  return codePoints.map((each) => (each > 0xffff ? '\ufffd' : String.fromCodePoint(each))).join('');
}
