import { rowOf } from './table.ts';

/** An element of an XML document, with names written `{namespace}name`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

interface OpenElement {
  readonly raw: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly namespaces: ReadonlyMap<string, string>;
  text: string;
}

/** Deepest nesting that is read. */
const MOST_DEEP = 100;

/** Reads the one element of an XML document; `undefined` when it is not well-formed. */
export function readXml(source: string): XmlElement | undefined {
  const root: OpenElement = emptyElement();
  const open: OpenElement[] = [root];
  const pattern =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<\/?[^<>"']*(?:(?:"[^"<]*"|'[^'<]*')[^<>"']*)*>|[^<]+|</g;
  for (const [piece] of source.matchAll(pattern)) {
    const inner = open.at(-1)!;
    if (piece === '<' || open.length > MOST_DEEP) return undefined;
    if (piece.startsWith('<!--') || piece.startsWith('<?')) continue;
    if (piece.startsWith('<![CDATA[')) {
      inner.text += piece.slice(9, -3);
    } else if (piece.startsWith('</')) {
      const closed = open.pop()!;
      if (open.length === 0 || closed.raw !== piece.slice(2, -1).trim()) return undefined;
      open.at(-1)!.children.push(closed);
    } else if (piece.startsWith('<')) {
      const element = opened(piece, inner.namespaces);
      if (!element) return undefined;
      if (piece.endsWith('/>')) inner.children.push(element);
      else open.push(element);
    } else {
      const text = plain(piece);
      if (text === undefined) return undefined;
      inner.text += text;
    }
  }
  const [only, ...others] = root.children;
  return open.length === 1 && others.length === 0 && root.text.replace(/\ufeff/g, '').trim() === ''
    ? only
    : undefined;
}

function emptyElement(): OpenElement {
  const namespaces = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);
  return { raw: '', name: '', attributes: new Map(), children: [], namespaces, text: '' };
}

function opened(piece: string, outer: ReadonlyMap<string, string>): OpenElement | undefined {
  const match = /^<([^\s/>]+)([\s\S]*?)\/?>$/.exec(piece);
  if (!match) return undefined;
  const [, raw = '', rest = ''] = match;
  const pairs = [...rest.matchAll(/\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  if (
    pairs
      .map(([whole]) => whole)
      .join('')
      .trim() !== rest.trim()
  )
    return undefined;
  const written = pairs.map(([, name = '', one, other]) => [name, plain(one ?? other ?? '')] as const);
  const namespaces = new Map(outer);
  for (const [name, value] of written) {
    if (value === undefined) return undefined;
    if (name === 'xmlns') namespaces.set('', value);
    if (name.startsWith('xmlns:')) namespaces.set(name.slice(6), value);
  }
  const name = qualified(raw, namespaces);
  if (name === undefined) return undefined;
  const attributes = new Map<string, string>();
  for (const [attribute, value = ''] of written) {
    if (/^xmlns(:|$)/.test(attribute)) continue;
    const full = attribute.includes(':') ? qualified(attribute, namespaces) : attribute;
    if (full === undefined) return undefined;
    attributes.set(full, value);
  }
  return { raw, name, attributes, children: [], namespaces, text: '' };
}

function qualified(name: string, namespaces: ReadonlyMap<string, string>): string | undefined {
  const at = name.indexOf(':');
  const namespace = namespaces.get(at < 0 ? '' : name.slice(0, at));
  if (namespace === undefined) return at < 0 ? name : undefined;
  return `{${namespace}}${name.slice(at + 1)}`;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its entities put in; `undefined` where an `&` begins none. */
function plain(text: string): string | undefined {
  let sound = true;
  const replaced = text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]+));|&/g,
    (_, decimal, hex, name) => {
      const code =
        decimal === undefined ? (hex === undefined ? undefined : parseInt(hex, 16)) : Number(decimal);
      const sign =
        code === undefined
          ? rowOf(ENTITIES, name)
          : code <= 0x10ffff
            ? String.fromCodePoint(code)
            : undefined;
      if (sign === undefined) sound = false;
      return sign ?? '';
    },
  );
  return sound ? replaced : undefined;
}
