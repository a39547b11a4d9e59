import type { Byline, BylineRole, Credits, NamesInRole } from '../model/issue.ts';
import type { BylineRecord, CreditsRecord } from './common-definition.ts';

const ROLES: readonly BylineRole[] = ['reporter', 'correspondent', 'author', 'photo', 'source'];

/** A byline as read; roles stand in the order in which they were written. */
export function bylineOf(written: BylineRecord): Byline {
  if (written.kind === 'written') return { kind: 'written', text: written.text };
  const { roles } = written;
  const named = ROLES.flatMap((role): readonly (NamesInRole & { readonly at: number })[] => {
    const names = roles[role];
    return names ? [{ role, names, at: roles.keys[role]?.start ?? 0 }] : [];
  });
  const ordered = named
    .toSorted((left, right) => left.at - right.at)
    .map(({ role, names }) => ({ role, names }));
  return { kind: 'roles', range: roles.range, roles: ordered };
}

export function creditsOf(written: CreditsRecord | undefined): Credits {
  if (!written) return {};
  const { editor, designer, proofreader } = written;
  return {
    ...(editor ? { editor } : {}),
    ...(designer ? { designer } : {}),
    ...(proofreader ? { proofreader } : {}),
  };
}
