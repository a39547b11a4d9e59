import type { Report } from '../base/diagnostic.ts';
import type { SourceRange } from '../base/source.ts';
import type { Text } from '../model/issue.ts';
import { duplicateKey } from './define.ts';

/** A part that may stand under its own key or inside the map of another; twice is an error. */
export function chosen<Name extends string>(
  name: Name,
  written: { readonly [K in Name]?: Text } & { readonly keys: { readonly [K in Name]?: SourceRange } },
  inside: Text | undefined,
  report: Report,
): Text | undefined {
  const own: Text | undefined = written[name];
  const key: SourceRange | undefined = written.keys[name];
  if (own && inside && key) report(duplicateKey({ value: name, range: key }));
  return own ?? inside;
}
