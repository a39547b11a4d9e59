import { textString } from './pdf-document.ts';
import type { PdfDocument } from './pdf-document.ts';
import type { Profile } from './icc.ts';

/** The printing condition that pages are made for. */
export interface OutputIntent {
  readonly profile: Profile;
  /** Registered name of the condition, or the name that the print shop gives it. */
  readonly identifier: string;
  /** In words. */
  readonly condition: string;
  /** Where the identifier is registered. */
  readonly registry?: string;
}

/** Writes the output intent with its profile (ISO 15930-7, 6.2.3; ISO 32000-1, 14.11.5). */
export function addIntent(document: PdfDocument, intent: OutputIntent): void {
  const { profile, identifier, condition, registry } = intent;
  const DestOutputProfile = document.add({ N: 4, Alternate: 'DeviceCMYK' }, profile.bytes);
  document.set('OutputIntents', [
    document.add({
      Type: 'OutputIntent',
      S: 'GTS_PDFX',
      OutputConditionIdentifier: textString(identifier),
      OutputCondition: textString(condition),
      ...(registry && { RegistryName: textString(registry) }),
      Info: textString(profile.description),
      DestOutputProfile,
    }),
  ]);
}
