import { timeOfIsoDate, timeOfPdfDate } from './metadata.ts';
import { isName, nameOf } from './objects.ts';
import { when, X1A_ONLY, X4_ONLY, type Case, type Rule } from './rule.ts';

const X4 = 'ISO 15930-7';
const PDF_X = 'ISO 15930';

/** What a claim must read for each standard. */
const CLAIMS = { 'PDF/X-1a': /^PDF\/X-1a:200[13]/, 'PDF/X-4': /^PDF\/X-4p?$/ } as const;

export const METADATA_RULES: readonly Rule[] = [
  {
    id: 'standard-claim',
    severity: 'error',
    source: PDF_X,
    test: ({ claimed, judged, xmp }) => {
      const unread = judged === 'PDF/X-4' && !xmp?.readable;
      return when(!CLAIMS[judged].test(claimed ?? '') && !unread, {
        claim: claimed ?? '—',
        standard: judged,
      });
    },
  },
  {
    id: 'standard-in-info',
    severity: { 'PDF/X-1a': 'none', 'PDF/X-4': 'warning' },
    source: X4,
    test: ({ info, claimed }) => when(info.has('GTS_PDFXVersion') && claimed !== info.get('GTS_PDFXVersion')),
  },
  { id: 'xmp-missing', severity: X4_ONLY, source: X4, test: ({ xmp }) => when(!xmp) },
  { id: 'xmp-compressed', severity: X4_ONLY, source: X4, test: ({ xmp }) => when(xmp?.compressed) },
  {
    id: 'xmp-damaged',
    severity: { 'PDF/X-1a': 'warning', 'PDF/X-4': 'error' },
    source: `${X4}; ISO 16684-1`,
    test: ({ xmp }) => when(xmp && !(xmp.readable && xmp.wrapped)),
  },
  {
    id: 'xmp-dates',
    severity: X4_ONLY,
    source: X4,
    test: ({ xmp }) =>
      ['xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate'].flatMap((name) =>
        when(xmp?.readable && timeOfIsoDate(xmp.value(name) ?? '') === undefined, { name }),
      ),
  },
  {
    id: 'xmp-title',
    severity: X4_ONLY,
    source: X4,
    test: ({ xmp }) => when(xmp?.readable && !xmp.value('dc:title')),
  },
  {
    id: 'xmp-identity',
    severity: X4_ONLY,
    source: X4,
    test: ({ xmp }) =>
      ['xmpMM:DocumentID', 'xmpMM:VersionID', 'xmpMM:RenditionClass'].flatMap((name) =>
        when(xmp?.readable && !xmp.value(name), { name }),
      ),
  },
  {
    id: 'info-missing',
    severity: X1A_ONLY,
    source: 'ISO 15930-4',
    test: ({ info }) =>
      ['Title', 'CreationDate', 'ModDate'].flatMap((name) => when(!info.get(name), { name })),
  },
  {
    id: 'info-differs',
    severity: { 'PDF/X-1a': 'warning', 'PDF/X-4': 'error' },
    source: X4,
    test: ({ info, xmp }) => differences(info, xmp?.readable ? xmp.value : undefined),
  },
  {
    id: 'trapped',
    severity: 'error',
    source: PDF_X,
    test: ({ file, judged, xmp }) => {
      const named = file.get(file.trailer, 'Info', 'Trapped');
      const inPacket = xmp?.readable ? xmp.value('pdf:Trapped') : undefined;
      const wrongName = named !== undefined && !(isName(named) && isTruth(named.name));
      const value = judged === 'PDF/X-4' ? inPacket : nameOf(named);
      const unread = judged === 'PDF/X-4' && !xmp?.readable;
      return when(wrongName || (!unread && !isTruth(value)), { value: value ?? '—' });
    },
  },
];

function isTruth(word: string | undefined): boolean {
  return word === 'True' || word === 'False';
}

/** Entries of the information dictionary with the property that says the same. */
const TWINS: Readonly<Record<string, string>> = {
  Title: 'dc:title',
  Author: 'dc:creator',
  Subject: 'dc:description',
  Keywords: 'pdf:Keywords',
  Creator: 'xmp:CreatorTool',
  Producer: 'pdf:Producer',
  Trapped: 'pdf:Trapped',
  CreationDate: 'xmp:CreateDate',
  ModDate: 'xmp:ModifyDate',
};

function differences(
  info: ReadonlyMap<string, string>,
  value: ((name: string) => string | undefined) | undefined,
): readonly Case[] {
  if (!value) return [];
  return Object.entries(TWINS).flatMap(([key, twin]): readonly Case[] => {
    const one = info.get(key)?.trim();
    const other = value(twin) ?? '';
    if (one === undefined || (twin === 'pdf:Trapped' && !isTruth(other))) return [];
    const isDate = key.endsWith('Date');
    if (isDate && timeOfIsoDate(other) === undefined) return [];
    const same = isDate ? timeOfPdfDate(one) === timeOfIsoDate(other) : one === other;
    return when(!same, { name: key, twin, one, other });
  });
}

/** Where registered conditions of printing are listed. */
const REGISTRY = 'http://www.color.org';

export const INTENT_RULES: readonly Rule[] = [
  {
    id: 'intent-missing',
    severity: 'error',
    source: PDF_X,
    test: ({ intents }) => when(intents.length === 0),
  },
  {
    id: 'intent-several',
    severity: 'error',
    source: PDF_X,
    test: ({ intents }) => when(intents.length > 1, { count: intents.length }),
  },
  {
    id: 'intent-condition',
    severity: 'error',
    source: PDF_X,
    test: ({ intents: [intent] }) => when(intent && (!intent.condition?.trim() || intent.markup)),
  },
  {
    id: 'intent-profile',
    severity: 'error',
    source: `${X4}; PDF/X-1a takes a registered name instead`,
    test: ({ intents: [intent], judged }) => {
      const registered = judged === 'PDF/X-1a' && intent?.registry?.startsWith(REGISTRY);
      return when(intent && !intent.embedded && !registered);
    },
  },
  {
    id: 'intent-profile-damaged',
    severity: 'error',
    source: `${PDF_X}; ICC.1`,
    test: ({ intents: [intent] }) => {
      const { embedded = false, profile, channels } = intent ?? {};
      const sound = profile?.whole && [2, 4].includes(profile.version) && profile.channels === channels;
      return when(embedded && !sound);
    },
  },
  {
    id: 'intent-profile-use',
    severity: 'error',
    source: PDF_X,
    test: ({ intents: [intent] }) =>
      when(intent?.profile && intent.profile.use !== 'prtr', { value: intent?.profile?.use ?? '' }),
  },
  {
    id: 'intent-colour',
    severity: 'error',
    source: 'ISO 12647-3: four inks',
    test: ({ intents: [intent] }) =>
      when(intent?.profile && intent.profile.space !== 'CMYK', { value: intent?.profile?.space ?? '' }),
  },
];
