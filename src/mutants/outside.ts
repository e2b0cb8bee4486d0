import type { PortalState, RequestState } from '../reference-impl/index.ts';
import { changing, finding, preparing } from './makers.ts';
import type { Mutant } from './mutant.ts';

const leftTheNetwork = (state: PortalState, { accepted }: RequestState): boolean =>
  state.world.providers.some(({ affiliations }) =>
    affiliations.some(({ id, networkUntil }) => id === accepted.affiliation && networkUntil !== undefined),
  );

/** A desk that approves on a ground whether it holds or not. */
const approving = (id: string, breaks: string, summary: string, ground: string, left?: boolean): Mutant =>
  finding(id, breaks, summary, (found, request, state) =>
    request.accepted.outside?.ground === ground &&
    found.outcome === 'denied' &&
    (left === undefined || leftTheNetwork(state, request) === left)
      ? {
          outcome: 'approved',
          basis: 'medical-necessity',
          reason: 'Continuity of care.',
          unitsGranted: request.accepted.units,
        }
      : found,
  );

/** A desk that denies on a ground that holds. */
const denying = (id: string, breaks: string, summary: string, ground: string, left: boolean): Mutant =>
  finding(id, breaks, summary, (found, request, state) =>
    request.accepted.outside?.ground === ground &&
    found.outcome === 'approved' &&
    leftTheNetwork(state, request) === left
      ? {
          outcome: 'denied',
          basis: 'medical-necessity',
          reason: 'A network provider is available for this care.',
          unitsGranted: 0,
        }
      : found,
  );

const skipping = (id: string, breaks: string, summary: string, type: string): Mutant =>
  preparing(id, breaks, summary, (event) => (event.type === type ? null : event));

/** Faults in care outside the network. */
export const outsideMutants: readonly Mutant[] = [
  approving(
    'pcp-kept-too-long',
    'um.oon.pcp-termination-30d',
    'Sixty days for everybody.',
    'pcp-termination',
  ),
  denying(
    'pcp-cut-off',
    'um.oon.pcp-termination-30d',
    'A PCP who has left is out from the first day.',
    'pcp-termination',
    true,
  ),
  approving(
    'treatment-without-end',
    'um.oon.active-treatment-90d',
    'Active treatment goes on until it is over.',
    'active-treatment',
  ),
  denying(
    'treatment-interrupted',
    'um.oon.active-treatment-90d',
    'Thirty days for everybody.',
    'active-treatment',
    true,
  ),
  approving(
    'pregnancy-without-end',
    'um.oon.pregnancy-postpartum',
    'Care after the birth goes on for the year.',
    'pregnancy',
    true,
  ),
  approving(
    'new-pregnancy-without-end',
    'um.oon.new-member-pregnancy',
    'A new member keeps her provider for the year.',
    'pregnancy',
    false,
  ),
  approving(
    'any-provider-for-the-dying',
    'um.oon.terminal-illness',
    'The illness opens every door.',
    'terminal-illness',
    true,
  ),
  approving(
    'any-provider-for-new-members',
    'um.oon.new-member-terminal',
    'A new member’s illness opens every door.',
    'terminal-illness',
    false,
  ),
  approving(
    'new-members-for-ninety-days',
    'um.oon.new-member-30d',
    'New members get the ninety days of those whose provider left.',
    'new-member',
  ),
  approving('any-delay-counts', 'um.oon.delay', 'Nobody asks who caused the delay.', 'delay'),
  approving(
    'risk-unproved',
    'um.oon.unnecessary-risk',
    'A needless risk is taken on the specialist’s word.',
    'unnecessary-risk',
  ),
  approving(
    'old-acquaintance',
    'um.oon.prior-relationship-not-enough',
    'Whoever has been there before may go again.',
    'prior-relationship',
  ),
  skipping(
    'profile-not-looked-up',
    'um.oon.profile-check',
    'Nobody looks at the state board.',
    'profile-checked',
  ),
  skipping(
    'language-not-mentioned',
    'um.oon.language-duty',
    'The letter to the provider is about prices.',
    'obligations-told',
  ),
  skipping(
    'no-agreement',
    'um.oon.letter-of-agreement',
    'Terms are settled when the bill comes.',
    'agreement-signed',
  ),
  changing(
    'one-agreement-for-all',
    'um.oon.letter-of-agreement',
    'One letter of agreement for each provider.',
    (event) => (event.type === 'agreement-signed' ? { ...event, agreement: 'LOA-1' } : event),
  ),
  changing(
    'referral-outside-goes-through',
    'um.referral.oon-needs-pa',
    'A referral is a referral.',
    (event, _state, all) => {
      const taken = all.find(({ type }) => type === 'received');
      const referral = taken?.type === 'received' && taken.accepted.type === 'referral';
      return referral && event.type === 'status-changed' && event.from === null
        ? { ...event, to: 'APPROVED' }
        : event;
    },
  ),
];
