import type { Member } from '../contract/index.ts';
import type { Facts } from './facts.ts';
import { list } from './values.ts';

/** The coverage of a member as the world and later eligibility feeds tell it, at an instant or before a record at it. */
export function coverageAt(
  facts: Facts,
  member: string,
  instant: number,
  before = Number.POSITIVE_INFINITY,
): Member['coverage'] {
  let coverage = facts.index.members.get(member)?.coverage ?? [];
  for (const { body, at: when, seq } of facts.index.byOperation.get('inject') ?? []) {
    if (when > instant || seq > before || body.kind !== 'eligibility-feed' || body.member !== member)
      continue;
    coverage = list(body.coverage) as Member['coverage'];
  }
  return coverage;
}
