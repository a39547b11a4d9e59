import type { Preflight, PreflightFinding } from '../model/preflight.ts';
import type { MessageLanguage } from './messages-type.ts';
import { findingText, verdictOf } from './preflight-text.ts';

/** One file of the JSON of `pagegen preflight`: names of rules and numbers as they are, sentences in one language. */
export function preflightEntry(
  path: string,
  preflight: Preflight,
  { strict, language }: { readonly strict: boolean; readonly language: MessageLanguage },
): object {
  const { findings, claimed, judged, version, ...facts } = preflight;
  const { fit, errors, warnings } = verdictOf(preflight, strict);
  return {
    path,
    readable: true,
    ok: fit,
    errors,
    warnings,
    standard: { claimed, judged },
    pdf: version,
    ...facts,
    findings: findings.map((finding) => findingEntry(finding, language)),
  };
}

function findingEntry(finding: PreflightFinding, language: MessageLanguage): object {
  const { rule, severity, page, place, times, values } = finding;
  const { found, remedy } = findingText(finding, language);
  return { rule, severity, message: found, remedy, page, place_mm: place, times, values };
}
