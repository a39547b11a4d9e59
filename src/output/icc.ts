/** What an output profile says of itself. */
export interface Profile {
  readonly bytes: Uint8Array;
  /** Its name for people. */
  readonly description: string;
  readonly version: 2 | 4;
}

/** Why a file cannot be the profile of a press; words for it stand in the message catalogues. */
export type ProfileFault = 'profile-broken' | 'profile-not-output' | 'profile-not-cmyk' | 'profile-version';

/** Reads the header of a CMYK output profile (ICC.1:2001-04 and ICC.1:2010, 7.2), or says why it is none. */
export function readProfile(bytes: Uint8Array): Profile | ProfileFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER + 4 || letters(bytes, 36) !== 'acsp' || view.getUint32(0) !== bytes.length) {
    return 'profile-broken';
  }
  const tags = tagsOf(view);
  if (!tags) return 'profile-broken';
  if (letters(bytes, 12) !== 'prtr') return 'profile-not-output';
  if (letters(bytes, 16) !== 'CMYK') return 'profile-not-cmyk';
  const version = bytes[8];
  if (version !== 2 && version !== 4) return 'profile-version';
  if (!tags.has('A2B0') || !tags.has('B2A0')) return 'profile-broken';
  const name = tags.get('desc');
  return { bytes, version, description: (name && textOf(bytes, name)) || 'CMYK' };
}

const HEADER = 128;

interface Tag {
  readonly start: number;
  readonly length: number;
}

function letters(bytes: Uint8Array, start: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + 4));
}

/** The tags by signature; `undefined` when one reaches beyond the file. */
function tagsOf(view: DataView): ReadonlyMap<string, Tag> | undefined {
  const count = view.getUint32(HEADER);
  const tags = new Map<string, Tag>();
  for (let index = 0; index < count; index += 1) {
    const row = HEADER + 4 + 12 * index;
    if (row + 12 > view.byteLength) return undefined;
    const [start, length] = [view.getUint32(row + 4), view.getUint32(row + 8)];
    if (start + length > view.byteLength || length < 12) return undefined;
    tags.set(String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(row + at))), { start, length });
  }
  return tags;
}

/** A description of version 2 (`desc`, ASCII) or the first language of one of version 4 (`mluc`, UTF-16). */
function textOf(bytes: Uint8Array, { start, length }: Tag): string {
  const tag = bytes.subarray(start, start + length);
  const view = new DataView(tag.buffer, tag.byteOffset, tag.byteLength);
  if (letters(tag, 0) === 'desc') {
    const end = Math.min(12 + view.getUint32(8), length);
    return printable(String.fromCharCode(...tag.subarray(12, end)));
  }
  if (letters(tag, 0) !== 'mluc' || length < 28) return '';
  const from = view.getUint32(24);
  const units = tag.subarray(from, from + view.getUint32(20));
  return printable(new TextDecoder('utf-16be').decode(units));
}

function printable(text: string): string {
  return text.replace(/[\p{Cc}<>]/gu, '').trim();
}
