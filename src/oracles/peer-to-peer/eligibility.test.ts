import {
  CONSULTATIVE,
  denied,
  determine,
  ELIGIBLE,
  NOT_ELIGIBLE,
  show,
  submitted,
  withAppointment,
} from '../../../tests/checks/delegate.ts';
import { describeChecks, describeVerdicts } from '../../../tests/checks/describe-checks.ts';
import { eligibility } from './eligibility.ts';

/** The case of a Medicaid member once the two business days of its reconsideration are over. */
const exhausted = () => denied().at('2026-02-06T09:00:00-05:00');
/** A Medicare denial, which no peer-to-peer can change. */
const medicare = () => denied('medicare');
/** A case that was approved in full; whether that may be discussed at all is open. */
const approved = () => determine(submitted().at('2026-02-03T10:00:00-05:00'), 'approved');
/** A Medicare case before its decision, with a notice that asks for information by Friday, 02/06. */
const beforeDecision = () =>
  submitted('medicare')
    .at('2026-02-02T10:00:00-05:00')
    .feed(
      {
        type: 'case-information-requested',
        request: '3000000001',
        items: ['notes'],
        dueAt: '2026-02-06T22:00:00.000Z',
      },
      'A',
    );
const PRE_DECISION = { ...ELIGIBLE, level: 'pre-decision', validUntil: null, reconsiderationUntil: null };

describeChecks('eligibility for a peer-to-peer', eligibility, {
  'p2p.eligibility.system-decides': {
    kept: () => show(denied(), ELIGIBLE).until(),
    broken: () => show(denied(), NOT_ELIGIBLE).until(),
    observed: { eligibility: 'none' },
  },
  'p2p.eligibility.clean-link-when-eligible': {
    kept: () => show(denied(), ELIGIBLE).until(),
    broken: () => show(denied(), { ...ELIGIBLE, link: null }).until(),
    observed: { link: null },
  },
  'p2p.eligibility.consultative-only-when-exhausted': {
    kept: () => show(exhausted(), CONSULTATIVE).until(),
    broken: () => show(exhausted(), { ...CONSULTATIVE, message: 'This is consultative.' }).until(),
    observed: { statements: ['consultative only'] },
  },
  'p2p.eligibility.no-link-when-not-eligible': {
    kept: () => show(submitted(), NOT_ELIGIBLE).until(),
    broken: () => show(submitted(), { ...NOT_ELIGIBLE, link: '/peer-to-peer' }).until(),
    observed: { link: '/peer-to-peer' },
  },
  'p2p.eligibility.result-and-status-fields': {
    kept: () => show(withAppointment(), { ...ELIGIBLE, status: 'Scheduled' }).until(),
    broken: () => show(withAppointment(), ELIGIBLE).until(),
    observed: { peerToPeerStatus: null },
  },
  // 180 days after 02/03/2026 are 08/02/2026.
  'p2p.eligibility.valid-until-180-days': {
    kept: () => show(denied(), ELIGIBLE).until(),
    broken: () => show(denied(), { ...ELIGIBLE, validUntil: '2026-08-03' }).until(),
    observed: { validUntil: '2026-08-03' },
  },
  // Two business days after Tuesday, 02/03/2026, end with Thursday, 02/05.
  'p2p.eligibility.recon-banner': {
    kept: () => show(denied(), ELIGIBLE).until(),
    broken: () => show(denied(), { ...ELIGIBLE, reconsiderationUntil: '2026-02-06' }).until(),
    observed: { reconsiderationUntil: '2026-02-06' },
  },
  'p2p.request.level-of-review': {
    kept: () => show(exhausted(), CONSULTATIVE).until(),
    broken: () => show(exhausted(), { ...CONSULTATIVE, mayChangeDecision: true }).until(),
    observed: { mayChangeDecision: true },
  },
  'postdecision.medicaid.after-window-consultative': {
    kept: () => show(exhausted(), CONSULTATIVE).until(),
    broken: () => show(exhausted(), ELIGIBLE).until(),
    observed: { eligibility: 'eligible' },
  },
  'postdecision.medicare.consult-allowed': {
    kept: () => show(medicare(), CONSULTATIVE).until(),
    broken: () => show(medicare(), NOT_ELIGIBLE).until(),
    observed: { eligibility: 'none' },
  },
  'predecision.medicare.consult-instead': {
    kept: () => show(beforeDecision(), PRE_DECISION).until(),
    broken: () => show(beforeDecision(), NOT_ELIGIBLE).until(),
    observed: { eligibility: 'none' },
  },
});

describeVerdicts('eligibility of cases that the documents leave open', eligibility, [
  {
    it: 'leaves it open whether an approved case may be discussed',
    rule: 'p2p.eligibility.system-decides',
    history: () => show(approved(), CONSULTATIVE).until(),
    verdicts: ['depends'],
  },
  {
    it: 'is at the edge in the last millisecond of the reconsideration',
    rule: 'p2p.eligibility.system-decides',
    history: () => show(denied().at('2026-02-05T23:59:59.999-05:00'), ELIGIBLE).until(),
    verdicts: ['met'],
  },
  {
    it: 'is consultative from midnight on',
    rule: 'p2p.eligibility.system-decides',
    history: () => show(denied().at('2026-02-06T00:00:00-05:00'), ELIGIBLE).until(),
    verdicts: ['violated'],
  },
]);
