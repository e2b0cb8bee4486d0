import { overturnedAtConsultation } from '../makers/consultation.ts';
import { changingEvents } from '../makers/events.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import { DAY_MS } from '../makers/times.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in what comes of a peer-to-peer. */
export const outcomes: readonly Mutant[] = [
  changingEvents({
    id: 'explained-into-an-approval',
    breaks: 'p2p.eligibility.consultative-never-changes',
    summary: 'A consultative peer-to-peer ends in an approval.',
    change: overturnedAtConsultation('medicaid'),
  }),
  changingDelegateGate({
    id: 'outcome-next-week',
    breaks: 'p2p.outcome.recorded',
    summary: 'Outcomes are entered once a week.',
    gate: 'deskAt',
    change: (at) => (what, since) => at(what, since) + (what === 'outcome' ? 5 * DAY_MS : 0),
  }),
];
