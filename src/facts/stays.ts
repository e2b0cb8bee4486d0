import type { CaseFile } from './case-file.ts';
import type { Facts } from './facts.ts';
import { groupCases } from './memo.ts';
import { sitesOf } from './site.ts';
import { text } from './values.ts';

const naming = groupCases(({ notification }) => notification?.from ?? null);

const memberOf = ({ submission }: CaseFile): string | null => text(submission?.body.member);

/**
 * Requests that name another as the observation which they came from: `own` are stays of the same member that the
 * site of the observation told of, `foreign` are of another member or another site.
 */
export function staysFrom(
  facts: Facts,
  file: CaseFile,
): { readonly own: readonly CaseFile[]; readonly foreign: readonly CaseFile[] } {
  const named = naming(facts).get(file.id) ?? [];
  const isOwn = (stay: CaseFile): boolean =>
    memberOf(stay) === memberOf(file) && sitesOf(facts, stay).made === sitesOf(facts, file).made;
  return {
    own: file.notification?.kind === 'observation' ? named.filter(isOwn) : [],
    foreign: named.filter((stay) => !isOwn(stay)),
  };
}
