import type { Procedure, Requirement } from '../../contract/index.ts';
import type { CaseFile } from '../../facts/case-file.ts';
import type { ClaimFile } from '../../facts/claim-file.ts';
import { coverageAt } from '../../facts/coverage.ts';
import type { Facts } from '../../facts/facts.ts';
import { inNetwork } from '../../facts/network.ts';
import { isBefore, recordsBefore } from '../../facts/order.ts';
import { at, text } from '../../facts/values.ts';
import { noticeTimely } from '../provider-obligations/notice-day.ts';

/** What the world and the history say about a claim, on its first day of service. */
export type ClaimSituation = {
  readonly procedure: Procedure | undefined;
  readonly category: string;
  readonly covered: boolean;
  readonly excluded: boolean;
  readonly exhausted: boolean;
  readonly network: boolean;
  readonly emergent: boolean;
  /** Why no referral is needed, or null. */
  readonly exemption: string | null;
  /** What the grid in force asks, before any exemption. */
  readonly grid: Requirement;
  /** Requests of the same member, provider and service whose dates cover the claim. */
  readonly held: readonly CaseFile[];
  readonly approved: CaseFile | null;
  readonly denied: CaseFile | null;
  /** The notice that the plan was given of this care. */
  readonly notice: CaseFile | null;
  /** Whether it came in time under every interpretation; null without a notice, or where interpretations differ. */
  readonly noticeInTime: boolean | null;
};

const PURPOSES: Readonly<Record<string, readonly string[]>> = {
  gynecology: ['routine', 'preventive', 'urgent'],
  'behavioral-health': ['outpatient', 'diversionary'],
};

/** Section 7, Referrals: services and members that need none. */
function exemptionOf(
  category: string,
  { claim }: ClaimFile,
  product: string,
  network: boolean,
): string | null {
  if (claim.emergent || claim.place === 'emergency-room') return 'emergency';
  if (product.split(' ').includes('PPO')) return 'ppo';
  if (category === 'routine-vision') return 'routine-vision';
  if (category === 'family-planning') return network ? 'family-planning' : null;
  return PURPOSES[category]?.includes(claim.purpose ?? '') ? category : null;
}

const endOf = (file: CaseFile, seq: number): string => {
  const own = text(file.submission?.body.end) ?? '';
  const granted = file.decisions.filter(
    ({ revision, outcome, seq: made }) => revision !== null && outcome !== 'denied' && made < seq,
  );
  const later = file.feed.flatMap(({ event }) =>
    event.type === 'revision-requested' && granted.some(({ revision }) => revision === event.revision)
      ? [event.end]
      : [],
  );
  return [own, ...later].sort().at(-1) ?? own;
};

/** Units that were granted before a claim, by the request and its revisions. */
export const unitsGranted = (file: CaseFile, seq: number): number =>
  file.decisions
    .filter(({ outcome, seq: made }) => outcome !== 'denied' && made < seq)
    .reduce((sum, { unitsGranted: units }) => sum + units, 0);

export function claimSituation(file: ClaimFile, facts: Facts): ClaimSituation {
  const { claim, seq } = file;
  const procedure = facts.world.procedures.find(({ code }) => code === claim.procedure);
  const category = procedure?.category ?? 'other';
  const member = facts.index.members.get(claim.member);
  const network = inNetwork(facts.world, claim.affiliation, claim.from);
  const limit = member?.benefits?.limits.find((one) => one.category === category);
  const own = (facts.index.casesOfMember.get(claim.member) ?? []).filter(
    (one) =>
      isBefore(one.received, { seq }) &&
      text(at(one.submission?.body, 'servicing.affiliation')) === claim.affiliation,
  );
  const fallback: Requirement = category === 'consultation' ? 'referral' : 'prior-authorization';
  const grid = procedure?.grid?.filter(({ from }) => from <= claim.from).at(-1)?.asks ?? fallback;
  const held = own.filter(
    (one) =>
      one.notification === null &&
      // A claim that names what it rests on rests on nothing else.
      [undefined, one.id].includes(claim.authorization) &&
      // A referral is leave to see a specialist, for any service of the visit; it authorizes nothing.
      (one.type === 'referral') === (grid === 'referral') &&
      (one.type === 'referral' || text(one.submission?.body.procedure) === claim.procedure) &&
      (text(one.submission?.body.start) ?? '') <= claim.from &&
      claim.to <= endOf(one, seq),
  );
  const decidedBy = (one: CaseFile) => recordsBefore(one.decisions, seq);
  const approvedFor = (one: CaseFile): boolean =>
    decidedBy(one).some(({ outcome }) => outcome !== 'denied') &&
    !(one.closed && isBefore(one.closed, { seq }));
  const notices = own.filter(
    (one) => one.notification !== null && (text(one.submission?.body.start) ?? '') <= claim.from,
  );
  const judged = notices.map((one) => ({ one, inTime: noticeTimely(facts, one) }));
  const best = judged.find(({ inTime }) => inTime === true) ?? judged[0] ?? null;
  return {
    procedure,
    category,
    covered: coverageAt(facts, claim.member, file.at, seq).some(
      ({ from, to }) => from <= claim.from && (to === undefined || claim.from <= to),
    ),
    excluded:
      procedure?.review === 'excluded' || member?.benefits?.excluded.includes(claim.procedure) === true,
    exhausted: limit !== undefined && limit.used >= limit.limit,
    network,
    emergent: claim.emergent === true || claim.place === 'emergency-room',
    exemption: exemptionOf(category, file, member?.product ?? '', network),
    grid,
    held,
    approved: held.find(approvedFor) ?? null,
    denied: held.find((one) => !approvedFor(one) && decidedBy(one).length > 0) ?? null,
    notice: best?.one ?? null,
    noticeInTime: best?.inTime ?? null,
  };
}
