import { problem, replacingAnswers } from '../makers/answers.ts';
import { casesIn, emptyOffer } from '../makers/delegate.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in how a peer-to-peer is requested. */
export const requests: readonly Mutant[] = [
  changingDelegateGate({
    id: 'same-case-twice',
    breaks: 'p2p.request.no-duplicate-case',
    summary: 'Lines are not compared.',
    gate: 'talkDuplicate',
    change: () => () => null,
  }),
  changingDelegateGate({
    id: 'two-talks-about-one-case',
    breaks: 'p2p.request.no-duplicate-case',
    summary: 'A second appointment is made like the first one.',
    gate: 'talkOnce',
    change: () => () => null,
  }),
  replacingAnswers({
    id: 'one-case-at-a-time',
    breaks: 'p2p.request.add-another-case',
    summary: 'Each peer-to-peer is about one case.',
    when: (context, { status }) =>
      context.operation === 'look-up-peer-cases' && status === 200 && casesIn(context.body).length > 1,
    answer: () => problem(422, 'invalid', 'Look up one case at a time.'),
  }),
  replacingAnswers({
    id: 'nothing-to-discuss-and-offered',
    breaks: 'p2p.request.each-case-needs-eligibility',
    summary: 'One case that can be discussed carries the other.',
    when: (context, { status, body }) =>
      context.operation === 'offer-slots' &&
      status === 422 &&
      (body as { code?: unknown } | null)?.code === 'not-eligible',
    answer: (context) => emptyOffer(context),
  }),
  replacingAnswers({
    id: 'offer-without-a-case',
    breaks: 'p2p.request.remove-case',
    summary: 'With every case removed the page goes on.',
    when: (context, { status }) =>
      context.operation === 'offer-slots' && status === 400 && casesIn(context.body).length === 0,
    answer: (context) => emptyOffer(context),
  }),
  changingDelegateGate({
    id: 'zone-is-assumed',
    breaks: 'p2p.request.first-login-timezone',
    summary: 'Everybody is thought to live where the plan is.',
    gate: 'zoneConfirmed',
    change: () => () => null,
  }),
];
