import type { PressLimits, PressStandard, WantedSheet } from '../model/preflight.ts';
import { readFontFacts, type FontFacts } from './font-facts.ts';
import { readIcc, type IccFacts } from './icc.ts';
import { readMetadata, type Metadata } from './metadata.ts';
import { arrayOf, isStream, nameOf, numberOf, textOf, type PdfDictionary, type PdfFile } from './objects.ts';
import { readPages, type PageFacts } from './pages.ts';
import { readFrame, type FrameFacts } from './structure.ts';
import { walk, type Reached } from './walk.ts';

/** A PDF/X output intent. */
export interface IntentFacts {
  readonly condition?: string;
  readonly registry?: string;
  /** Texts of it that hold markup. */
  readonly markup: boolean;
  /** Whether there is a stream for a profile, what it says, and its number of inks in the dictionary. */
  readonly embedded: boolean;
  readonly profile?: IccFacts;
  readonly channels?: number;
}

/** Everything that rules look at. */
export interface Facts extends Metadata {
  readonly file: PdfFile;
  readonly claimed?: string;
  readonly judged: PressStandard;
  readonly frame: FrameFacts;
  readonly reached: Reached;
  readonly intents: readonly IntentFacts[];
  readonly pages: readonly PageFacts[];
  readonly fonts: readonly FontFacts[];
  readonly limits: PressLimits;
  readonly sheet?: WantedSheet;
}

export interface Wanted {
  /** Without it the standard that the file claims, or else PDF/X-4. */
  readonly standard?: PressStandard;
  readonly limits: PressLimits;
  readonly sheet?: WantedSheet;
}

export function gatherFacts(file: PdfFile, { standard, limits, sheet }: Wanted): Facts {
  const metadata = readMetadata(file);
  const claimed = claimOf(metadata);
  const pages = readPages(file);
  return {
    file,
    ...metadata,
    ...(claimed !== undefined && { claimed }),
    judged: standard ?? (claimed?.startsWith('PDF/X-1') ? 'PDF/X-1a' : 'PDF/X-4'),
    frame: readFrame(file),
    reached: walk(file),
    intents: arrayOf(file.get(file.trailer, 'Root', 'OutputIntents'))
      .filter((intent) => nameOf(file.get(intent, 'S')) === 'GTS_PDFX')
      .map((intent) => readIntent(file, file.resolve(intent) as PdfDictionary)),
    pages,
    fonts: gatherFonts(file, pages),
    limits,
    ...(sheet && { sheet }),
  };
}

/** PDF/X-4 is claimed in the XMP packet, PDF/X-1a and X-3 in the information dictionary. */
function claimOf({ info, xmp }: Metadata): string | undefined {
  return (
    xmp?.value('pdfxid:GTS_PDFXVersion') ?? info.get('GTS_PDFXConformance') ?? info.get('GTS_PDFXVersion')
  );
}

function readIntent(file: PdfFile, intent: PdfDictionary): IntentFacts {
  const text = (key: string) => textOf(file.get(intent, key));
  const stream = file.get(intent, 'DestOutputProfile');
  const profile = isStream(stream) ? readIcc(file.data(stream).bytes) : undefined;
  const channels = numberOf(file.get(stream, 'N'));
  const condition = text('OutputConditionIdentifier');
  const registry = text('RegistryName');
  const texts = ['OutputConditionIdentifier', 'OutputCondition', 'Info', 'RegistryName'].map(text);
  return {
    ...(condition !== undefined && { condition }),
    ...(registry !== undefined && { registry }),
    markup: texts.some((words) => /<[a-zA-Z/?!]/.test(words ?? '')),
    embedded: isStream(stream),
    ...(profile && { profile }),
    ...(channels !== undefined && { channels }),
  };
}

/** Each font once, with the codes of all pages. */
function gatherFonts(file: PdfFile, pages: readonly PageFacts[]): readonly FontFacts[] {
  const uses = new Map<PdfDictionary, Parameters<typeof readFontFacts>[1]>();
  for (const { number, content } of pages) {
    for (const { font, codes, visible } of content.fonts) {
      const known = uses.get(font.dictionary);
      const all = new Set([...(known?.codes ?? []), ...codes]);
      const page = known?.page ?? number;
      uses.set(font.dictionary, { font, codes: all, visible: visible || (known?.visible ?? false), page });
    }
  }
  return [...uses.values()].map((use) => readFontFacts(file, use));
}
