import type { DiagnosticCode, HintCode } from '../base/diagnostic.ts';
import type { FitCode } from '../model/page.ts';
import type { PreflightRule } from '../model/preflight.ts';
import type { CHINESE_WORDS } from './messages-zh.ts';

/** Languages that messages are written in. */
export type MessageLanguage = 'zh' | 'en';

/** Every sentence of one language; the compiler names a missing one. */
export interface Catalogue {
  readonly diagnostic: Readonly<Record<DiagnosticCode, string>>;
  readonly hint: Readonly<Record<HintCode, string>>;
  readonly fit: Readonly<Record<FitCode, string>>;
  readonly preflight: Readonly<Record<PreflightRule, string>>;
  readonly remedy: Readonly<Record<PreflightRule, string>>;
  /** Words that stand for reasons, kinds of value, roles and parts of the page. */
  readonly words: Readonly<Record<keyof typeof CHINESE_WORDS, string>>;
}
