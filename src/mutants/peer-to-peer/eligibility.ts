import { NOTHING_TO_DISCUSS } from '../../reference-impl/index.ts';
import { changingAnswers } from '../makers/answers.ts';
import { casesIn } from '../makers/delegate.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import { DAY_MS } from '../makers/times.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in whether a case is eligible for a peer-to-peer, and to what effect. */
export const eligibility: readonly Mutant[] = [
  changingDelegateGate({
    id: 'talk-before-any-decision',
    breaks: 'p2p.eligibility.system-decides',
    summary: 'In its first hour a case can be discussed, whatever its line of business.',
    gate: 'eligibility',
    change: (gate) => (file, now, pack, windows) => {
      const found = gate(file, now, pack, windows);
      const just = file.submittedAt !== null && now - file.submittedAt < 3_600_000;
      return just && file.determinations.length === 0 && file.line === 'medicaid'
        ? {
            ...found,
            result: 'eligible',
            level: 'pre-decision',
            mayChangeDecision: true,
            validUntil: now + DAY_MS,
          }
        : found;
    },
  }),
  changingAnswers({
    id: 'warning-for-everybody',
    breaks: 'p2p.eligibility.clean-link-when-eligible',
    summary: 'A warning stands on every page, to be safe.',
    operations: ['show-peer-to-peer'],
    change: (body) => {
      if (body.result === 'eligible') body.message = 'Please note that time is short.';
    },
  }),
  changingAnswers({
    id: 'no-warning-at-all',
    breaks: 'p2p.eligibility.consultative-only-when-exhausted',
    summary: 'A link is a link.',
    operations: ['show-peer-to-peer', 'look-up-peer-cases'],
    change: (body) => {
      for (const one of [body, ...casesIn(body)]) if (one.result === 'consultative') one.message = null;
    },
  }),
  changingAnswers({
    id: 'link-for-everybody',
    breaks: 'p2p.eligibility.no-link-when-not-eligible',
    summary: 'The link is part of the page.',
    operations: ['show-peer-to-peer'],
    change: (body) => {
      if (body.result === 'none') body.link = '/delegate/peer-to-peer';
    },
  }),
  changingAnswers({
    id: 'no-status-of-the-talk',
    breaks: 'p2p.eligibility.result-and-status-fields',
    summary: 'The calendar shows the peer-to-peer, the case does not.',
    operations: ['show-peer-to-peer', 'look-up-peer-cases'],
    change: (body) => {
      for (const one of [body, ...casesIn(body)]) one.status = null;
    },
  }),
  changingDelegateGate({
    id: 'a-day-more-to-talk',
    breaks: 'p2p.eligibility.valid-until-180-days',
    summary: 'The day of the determination is not counted, and the last one is.',
    gate: 'windowTalk',
    change: (window) => (file, pack) => {
      const until = window(file, pack);
      return until === null ? null : until + DAY_MS;
    },
  }),
  changingAnswers({
    id: 'banner-of-another-client',
    breaks: 'p2p.eligibility.recon-banner',
    summary: 'The banner shows the end of the peer-to-peer.',
    operations: ['show-peer-to-peer', 'look-up-peer-cases'],
    change: (body) => {
      for (const one of [body, ...casesIn(body)])
        if (one.reconsiderationUntil) one.reconsiderationUntil = one.validUntil;
    },
  }),
  changingAnswers({
    id: 'every-talk-may-change',
    breaks: 'p2p.request.level-of-review',
    summary: 'The page offers what the peer-to-peer cannot do.',
    operations: ['show-peer-to-peer', 'look-up-peer-cases'],
    change: (body) => {
      for (const one of [body, ...casesIn(body)])
        if (one.result === 'consultative') one.mayChangeDecision = true;
    },
  }),
  changingDelegateGate({
    id: 'window-never-closes',
    breaks: 'postdecision.medicaid.after-window-consultative',
    summary: 'A peer-to-peer may overturn the decision at any time.',
    gate: 'eligibility',
    change: (gate) => (file, now, pack, windows) => {
      const found = gate(file, now, pack, windows);
      return found.result === 'consultative' && file.line === 'medicaid' && file.reconsidered === 0
        ? { ...found, result: 'eligible', level: 'reconsideration', mayChangeDecision: true }
        : found;
    },
  }),
  changingDelegateGate({
    id: 'no-talk-after-a-medicare-denial',
    breaks: 'postdecision.medicare.consult-allowed',
    summary: 'Nothing can change, so nothing is offered.',
    gate: 'eligibility',
    change: (gate) => (file, now, pack, windows) => {
      const found = gate(file, now, pack, windows);
      const long = (found.validUntil ?? 0) - now > 2 * DAY_MS;
      return found.result === 'consultative' && file.line === 'medicare' && long ? NOTHING_TO_DISCUSS : found;
    },
  }),
  changingDelegateGate({
    id: 'information-and-no-talk',
    breaks: 'predecision.medicare.consult-instead',
    summary: 'Before a denial only papers count.',
    gate: 'eligibility',
    change: (gate) => (file, now, pack, windows) => {
      const found = gate(file, now, pack, windows);
      return found.level === 'pre-decision' ? NOTHING_TO_DISCUSS : found;
    },
  }),
  changingDelegateGate({
    id: 'number-is-enough',
    breaks: 'p2p.request.lookup-needs-matching-dob',
    summary: 'The birth date is asked for and not compared.',
    gate: 'talkBirthDate',
    change: () => () => true,
  }),
  changingAnswers({
    id: 'system-not-named',
    breaks: 'p2p.request.confirmation-fields',
    summary: 'Where the case comes from is thought to be plain.',
    operations: ['look-up-peer-cases'],
    change: (body) => {
      for (const one of casesIn(body)) one.system = '';
    },
  }),
];
