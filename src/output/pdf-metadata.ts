import type { Page } from '../model/page.ts';
import type { PressStandard } from '../model/press.ts';
import { escapedXml } from './xml.ts';

/** What a file says of itself, the same in its information dictionary and its XMP packet. */
export interface IssueDescription {
  readonly title: string;
  readonly language: string;
  readonly producer: string;
  readonly date: { readonly pdf: string; readonly xmp: string };
  readonly pdfVersion: '1.4' | '1.6';
  /** Entries of the information dictionary that name the standard; PDF/X-4 is named in the packet alone. */
  readonly conformance: Readonly<Record<string, string>>;
  readonly xmp: string;
}

export interface DescribeOptions {
  /** Version of pagegen, named as the producer. */
  readonly version: string;
  /** Absent when the file is not for press. */
  readonly standard?: PressStandard;
  /** Version of the delivery. */
  readonly delivery: string;
  /** Whether readers that cannot see find everything in words (ISO 14289-1). */
  readonly accessible: boolean;
  /** 16 bytes that stand for the content of the file. */
  readonly id: Uint8Array;
}

/** Date of pages that bear none. */
const NO_DATE = '2000-01-01';

/** Version of PDF, and the keys and the namespace that name the standard (ISO 15930-7, 6.2; ISO 15930-4, 6.13). */
const STANDARDS = {
  'pdf-x4': {
    pdf: '1.6',
    info: {},
    prefix: 'pdfxid',
    namespace: 'http://www.npes.org/pdfx/ns/id/',
    names: { GTS_PDFXVersion: 'PDF/X-4' },
  },
  'pdf-x1a': {
    pdf: '1.4',
    info: { GTS_PDFXVersion: 'PDF/X-1a:2003', GTS_PDFXConformance: 'PDF/X-1a:2003' },
    prefix: 'pdfx',
    namespace: 'http://ns.adobe.com/pdfx/1.3/',
    names: { GTS_PDFXVersion: 'PDF/X-1a:2003', GTS_PDFXConformance: 'PDF/X-1a:2003' },
  },
} as const;

/** Title, language and date of the first page; the day begins in Beijing. */
export function describeIssue(pages: readonly Page[], options: DescribeOptions): IssueDescription {
  const [first] = pages;
  const day = first?.date ?? NO_DATE;
  const { standard } = options;
  const plain = {
    title: first?.title ?? '',
    language: first?.language ?? 'zh-Hans',
    producer: `pagegen ${options.version}`,
    date: { pdf: `D:${day.replaceAll('-', '')}000000+08'00'`, xmp: `${day}T00:00:00+08:00` },
    pdfVersion: standard ? STANDARDS[standard].pdf : '1.6',
    conformance: standard ? STANDARDS[standard].info : {},
  } as const;
  return { ...plain, xmp: xmpPacket(plain, options) };
}

/** An XMP packet (ISO 16684-1) that agrees with the information dictionary entry by entry. */
function xmpPacket(
  { title, language, producer, date }: Omit<IssueDescription, 'xmp'>,
  { standard, delivery, accessible, id }: DescribeOptions,
): string {
  const press = standard && STANDARDS[standard];
  const namespaces = [
    ...(press ? [`xmlns:${press.prefix}="${press.namespace}"`] : []),
    ...(accessible ? ['xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'] : []),
  ];
  const names = [
    ...Object.entries(press?.names ?? {}).map(([key, value]) => element(`${press?.prefix}:${key}`, value)),
    ...(accessible ? [element('pdfuaid:part', '1')] : []),
  ];
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"${namespaces.map((one) => `\n    ${one}`).join('')}>
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapedXml(title)}</rdf:li></rdf:Alt></dc:title>
   <dc:language><rdf:Bag><rdf:li>${escapedXml(language)}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>${escapedXml(producer)}</xmp:CreatorTool>
   <xmp:CreateDate>${date.xmp}</xmp:CreateDate>
   <xmp:ModifyDate>${date.xmp}</xmp:ModifyDate>
   <xmp:MetadataDate>${date.xmp}</xmp:MetadataDate>
   <xmpMM:DocumentID>uuid:${uuid(id)}</xmpMM:DocumentID>
   <xmpMM:VersionID>${escapedXml(delivery)}</xmpMM:VersionID>
   <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
   <pdf:Producer>${escapedXml(producer)}</pdf:Producer>
   <pdf:Trapped>False</pdf:Trapped>${names.map((one) => `\n   ${one}`).join('')}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

function element(name: string, value: string): string {
  return `<${name}>${escapedXml(value)}</${name}>`;
}

/** A UUID of the form for names (RFC 4122, version 5), made of a digest of the content. */
function uuid(id: Uint8Array): string {
  const bytes = [...id];
  const digits = bytes.map((byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x50 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  });
  const group = (from: number, to: number) => digits.slice(from, to).join('');
  return [group(0, 4), group(4, 6), group(6, 8), group(8, 10), group(10, 16)].join('-');
}
