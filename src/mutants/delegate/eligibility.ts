import { type DomainEvent, NOTHING_TO_DISCUSS, type PortalState } from '../../reference-impl/index.ts';
import { atTheDoor } from '../door.ts';
import { changing } from '../makers.ts';
import type { Mutant } from '../mutant.ts';
import { DAY, withDelegate } from './makers.ts';
import { casesOf } from './offer.ts';

/** A talk that can change nothing ends with an approval, for one line of business. */
const changedAfterAll =
  (line: string) =>
  (event: DomainEvent, state: PortalState): DomainEvent | DomainEvent[] => {
    if (event.type !== 'consultation-outcome' || event.level !== 'consultative') return event;
    const file = state.delegate.cases.get(event.case);
    const last = file?.determinations.at(-1);
    if (!file || !last || file.line !== line) return event;
    const approved = file.build.plan.phases.map((one) => ({ ...one }));
    const on = { at: event.at, case: event.case };
    const told = {
      techniques: approved.map(({ technique }) => technique),
      fractions: approved.map(({ fractions }) => fractions),
    };
    const notices = file.notices
      .filter(({ about }) => about === 'determination')
      .map((notice) => ({ ...notice, ...on, ...told, type: 'case-notice-sent' as const }));
    return [
      { ...event, became: 'approved' },
      {
        ...last,
        ...on,
        type: 'case-determined',
        outcome: 'approved',
        approved,
        denied: [],
        rationale: '',
        alternative: null,
        by: 'physician',
        cause: 'consultation',
        appointment: event.appointment,
      },
      ...notices,
    ];
  };

/** Faults in whether a case may be discussed. */
export const eligibilityMutants: readonly Mutant[] = [
  withDelegate(
    'talk-before-any-decision',
    'p2p.eligibility.system-decides',
    'In its first hour a case can be discussed, whatever its line of business.',
    'eligibility',
    (gate) => (file, now, pack, windows) => {
      const found = gate(file, now, pack, windows);
      const just = file.submittedAt !== null && now - file.submittedAt < 3_600_000;
      return just && file.determinations.length === 0 && file.line === 'medicaid'
        ? {
            ...found,
            result: 'eligible',
            level: 'pre-decision',
            mayChangeDecision: true,
            validUntil: now + DAY,
          }
        : found;
    },
  ),
  atTheDoor(
    'warning-for-everybody',
    'p2p.eligibility.clean-link-when-eligible',
    'A warning stands on every page, to be safe.',
    ['show-peer-to-peer'],
    (body) => {
      if (body.result === 'eligible') body.message = 'Please note that time is short.';
    },
  ),
  atTheDoor(
    'no-warning-at-all',
    'p2p.eligibility.consultative-only-when-exhausted',
    'A link is a link.',
    ['show-peer-to-peer', 'look-up-peer-cases'],
    (body) => {
      for (const one of [body, ...casesOf(body)]) if (one.result === 'consultative') one.message = null;
    },
  ),
  changing(
    'no-talk-without-effect',
    'p2p.eligibility.request-consultative-allowed',
    'What can change nothing is not worth a physician’s time.',
    (event) =>
      event.type === 'consultation-scheduled' && event.cases.every(({ level }) => level === 'consultative')
        ? null
        : event,
  ),
  changing(
    'explained-into-an-approval',
    'p2p.eligibility.consultative-never-changes',
    'A good talk is a good talk.',
    changedAfterAll('medicaid'),
  ),
  changing(
    'medicare-overturned-in-a-talk',
    'postdecision.medicare.consult-cannot-overturn',
    'A physician who is convinced approves.',
    changedAfterAll('medicare'),
  ),
  atTheDoor(
    'link-for-everybody',
    'p2p.eligibility.no-link-when-not-eligible',
    'The link is part of the page.',
    ['show-peer-to-peer'],
    (body) => {
      if (body.result === 'none') body.link = '/delegate/peer-to-peer';
    },
  ),
  atTheDoor(
    'no-status-of-the-talk',
    'p2p.eligibility.result-and-status-fields',
    'The calendar knows of the talk, the case does not.',
    ['show-peer-to-peer', 'look-up-peer-cases'],
    (body) => {
      for (const one of [body, ...casesOf(body)]) one.status = null;
    },
  ),
  withDelegate(
    'a-day-more-to-talk',
    'p2p.eligibility.valid-until-180-days',
    'The day of the determination is not counted, and the last one is.',
    'windowTalk',
    (window) => (file, pack) => {
      const until = window(file, pack);
      return until === null ? null : until + DAY;
    },
  ),
  atTheDoor(
    'banner-of-another-client',
    'p2p.eligibility.recon-banner',
    'The banner shows the end of the talk.',
    ['show-peer-to-peer', 'look-up-peer-cases'],
    (body) => {
      for (const one of [body, ...casesOf(body)])
        if (one.reconsiderationUntil) one.reconsiderationUntil = one.validUntil;
    },
  ),
  atTheDoor(
    'every-talk-may-change',
    'p2p.request.level-of-review',
    'The page promises what the talk cannot do.',
    ['show-peer-to-peer', 'look-up-peer-cases'],
    (body) => {
      for (const one of [body, ...casesOf(body)])
        if (one.result === 'consultative') one.mayChangeDecision = true;
    },
  ),
  withDelegate(
    'window-never-closes',
    'postdecision.medicaid.after-window-consultative',
    'A talk may overturn as long as there is one.',
    'eligibility',
    (gate) => (file, now, pack, windows) => {
      const found = gate(file, now, pack, windows);
      return found.result === 'consultative' && file.line === 'medicaid' && file.reconsidered === 0
        ? { ...found, result: 'eligible', level: 'reconsideration', mayChangeDecision: true }
        : found;
    },
  ),
  withDelegate(
    'no-talk-after-a-medicare-denial',
    'postdecision.medicare.consult-allowed',
    'Nothing can change, so nothing is offered.',
    'eligibility',
    (gate) => (file, now, pack, windows) => {
      const found = gate(file, now, pack, windows);
      const long = (found.validUntil ?? 0) - now > 2 * DAY;
      return found.result === 'consultative' && file.line === 'medicare' && long ? NOTHING_TO_DISCUSS : found;
    },
  ),
  withDelegate(
    'information-and-no-talk',
    'predecision.medicare.consult-instead',
    'Before a denial only papers count.',
    'eligibility',
    (gate) => (file, now, pack, windows) => {
      const found = gate(file, now, pack, windows);
      return found.level === 'pre-decision' ? NOTHING_TO_DISCUSS : found;
    },
  ),
  withDelegate(
    'number-is-enough',
    'p2p.request.lookup-needs-matching-dob',
    'The birth date is asked for and not compared.',
    'talkBirthDate',
    () => () => true,
  ),
  atTheDoor(
    'system-not-named',
    'p2p.request.confirmation-fields',
    'Where the case comes from is thought to be plain.',
    ['look-up-peer-cases'],
    (body) => {
      for (const one of casesOf(body)) one.system = '';
    },
  ),
];
