import type { Page } from '../model/page.ts';
import { escapedXml } from './xml.ts';

/** What a file says of itself, the same in its information dictionary and its XMP packet. */
export interface IssueDescription {
  readonly title: string;
  readonly language: string;
  readonly producer: string;
  readonly date: { readonly pdf: string; readonly xmp: string };
  readonly xmp: string;
}

/** Date of pages that bear none. */
const NO_DATE = '2000-01-01';

/** Title, language and date of the first page; the day begins in Beijing. */
export function describeIssue(pages: readonly Page[], version: string): IssueDescription {
  const [first] = pages;
  const day = first?.date ?? NO_DATE;
  const plain = {
    title: first?.title ?? '',
    language: first?.language ?? 'zh-Hans',
    producer: `pagegen ${version}`,
    date: { pdf: `D:${day.replaceAll('-', '')}000000+08'00'`, xmp: `${day}T00:00:00+08:00` },
  };
  return { ...plain, xmp: xmpPacket(plain) };
}

/** An XMP packet (ISO 16684-1) that agrees with the information dictionary entry by entry. */
function xmpPacket({ title, language, producer, date }: Omit<IssueDescription, 'xmp'>): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapedXml(title)}</rdf:li></rdf:Alt></dc:title>
   <dc:language><rdf:Bag><rdf:li>${escapedXml(language)}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>${escapedXml(producer)}</xmp:CreatorTool>
   <xmp:CreateDate>${date.xmp}</xmp:CreateDate>
   <xmp:ModifyDate>${date.xmp}</xmp:ModifyDate>
   <xmp:MetadataDate>${date.xmp}</xmp:MetadataDate>
   <pdf:Producer>${escapedXml(producer)}</pdf:Producer>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}
