import { dictionaryOf, isName, isStream, latinOf, textOf, type PdfFile } from './objects.ts';
import { readXml, type XmlElement } from './xml.ts';

/** The XMP packet of a file (ISO 16684-1). */
export interface XmpFacts {
  readonly compressed: boolean;
  /** Whether it is well-formed XML; else it has no values. */
  readonly readable: boolean;
  /** Whether its wrapper is as it must be. */
  readonly wrapped: boolean;
  /** First value of a property such as `dc:title`; the prefixes are those of `NAMESPACES`. */
  value(name: string): string | undefined;
}

export interface Metadata {
  /** Entries of the information dictionary as text; names without their slash. */
  readonly info: ReadonlyMap<string, string>;
  readonly xmp?: XmpFacts;
}

const NAMESPACES: Readonly<Record<string, string>> = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
};
const RDF = '{http://www.w3.org/1999/02/22-rdf-syntax-ns#}';

export function readMetadata(file: PdfFile): Metadata {
  const info = new Map<string, string>();
  for (const [key, value] of dictionaryOf(file.get(file.trailer, 'Info'))?.entries ?? []) {
    const found = file.resolve(value);
    const text = isName(found) ? found.name : textOf(found);
    if (text !== undefined) info.set(key, text.replace(/\0+$/, ''));
  }
  const xmp = readXmp(file);
  return { info, ...(xmp && { xmp }) };
}

function readXmp(file: PdfFile): XmpFacts | undefined {
  const stream = file.get(file.trailer, 'Root', 'Metadata');
  if (!isStream(stream)) return undefined;
  const { bytes } = file.data(stream);
  const packet = latinOf(bytes);
  const root = readXml(new TextDecoder().decode(bytes).replace(/\0+$/, ''));
  const wrapper = /<\?xpacket[^>]*\b(?:bytes|encoding)\s*=/.test(packet);
  const properties = root ? propertiesOf(root) : new Map<string, string>();
  return {
    compressed: file.get(stream, 'Filter') !== undefined,
    readable: root !== undefined,
    wrapped: !wrapper && packet.includes('<?xpacket begin=') && packet.includes('<?xpacket end='),
    value: (name) => {
      const [prefix = '', local = ''] = name.split(':');
      return properties.get(`{${NAMESPACES[prefix]}}${local}`)?.trim();
    },
  };
}

/** Properties written as attributes or elements of a description; of several values the first. */
function propertiesOf(root: XmlElement): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const description of allNamed(root, `${RDF}Description`)) {
    for (const [name, value] of description.attributes) properties.set(name, value);
    for (const child of description.children) {
      const [first] = allNamed(child, `${RDF}li`);
      properties.set(child.name, first ? first.text : child.text);
    }
  }
  return properties;
}

function allNamed(element: XmlElement, name: string): readonly XmlElement[] {
  const below = element.children.flatMap((child) => allNamed(child, name));
  return element.name === name ? [element, ...below] : below;
}

/** Milliseconds of a date as PDF writes it (ISO 32000-1, 7.9.4); `undefined` when it is none. */
export function timeOfPdfDate(text: string): number | undefined {
  const match = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text);
  if (!match) return undefined;
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    sign,
    offset,
    rest = '00',
  ] = match;
  const zone = sign === undefined ? 'Z' : `${sign}${offset}:${rest}`;
  return timeOfIsoDate(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
}

/** Milliseconds of a date as XMP writes it (ISO 8601), to the second; `undefined` when it is none. */
export function timeOfIsoDate(text: string): number | undefined {
  const full = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(text);
  const time = full ? Date.parse(full[3] !== undefined && full[6] === undefined ? `${text}Z` : text) : NaN;
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000) * 1000;
}
