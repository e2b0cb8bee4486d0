import {
  book,
  CASE,
  CONTACT,
  denied,
  determine,
  ELIGIBLE,
  group,
  keysOf,
  memberOf,
  NINE,
  OTHER_CASE,
  offer,
  scheduled,
  show,
  twoDenied,
} from '../../../tests/checks/delegate.ts';
import { describeChecks, describeVerdicts } from '../../../tests/checks/describe-checks.ts';
import { booking } from './booking.ts';

const offered = () => offer(denied());
const medicare = () => offer(denied('medicare'));
const MEDICARE = { cases: [{ caseNumber: CASE, birthDate: memberOf('medicare').birthDate }] };
const contact = (changes: object) => ({ body: { contact: { ...CONTACT, ...changes } } });
const { instructions: _instructions, ...WITHOUT_INSTRUCTIONS } = CONTACT;

/** One case was booked for nine o’clock; then slots are offered for the other. */
const nineIsTaken = () =>
  offer(scheduled(book(offer(twoDenied()))), [group([NINE])], { cases: keysOf(OTHER_CASE) });
const OTHER = { numbers: [OTHER_CASE], id: 'appointment-2' };

/** Looked up while the decision could change; then reconsidered, upheld, and so consultative when the form is sent. */
const determinedAgain = () =>
  determine(
    show(offered(), ELIGIBLE).feed({ type: 'case-reconsideration-requested', request: CASE, by: 'web' }, 'A'),
  );

describeChecks('booking a peer-to-peer', booking, {
  'p2p.scheduled.on-submit': {
    kept: () => book(offered()).until(),
    broken: () =>
      book(offered(), { answer: { slot: { ...NINE, start: '2026-02-09T14:15:00.000Z' } } }).until(),
    observed: { start: { instant: Date.parse('2026-02-09T14:15:00Z') } },
  },
  'p2p.slots.any-listed-selectable': {
    kept: () => book(offered()).until(),
    broken: () => book(offered(), { status: 409 }).until(),
    observed: { answer: 409 },
  },
  'p2p.eligibility.request-consultative-allowed': {
    kept: () => book(medicare(), { body: MEDICARE, level: 'consultative' }).until(),
    broken: () => book(medicare(), { body: MEDICARE, status: 422 }).until(),
    observed: { answer: 422 },
  },
  'p2p.request.time-is-submit': {
    kept: () => book(offered()).until(),
    broken: () => book(offered(), { answer: { requestedAt: '2026-02-03T15:59:00.000Z' } }).until(),
    observed: { requestedAt: { instant: Date.parse('2026-02-03T15:59:00Z') } },
  },
  'p2p.scheduled.recheck-eligibility': {
    kept: () => book(determinedAgain(), { level: 'consultative' }).until(),
    broken: () => book(determinedAgain(), { level: 'reconsideration' }).until(),
    observed: { level: { [CASE]: 'reconsideration' } },
  },
  'p2p.slots.no-double-booking': {
    kept: () => book(nineIsTaken(), { ...OTHER, status: 409 }).until(),
    broken: () => book(nineIsTaken(), OTHER).until(),
    observed: { answer: 201 },
  },
  'p2p.contact.fields': {
    kept: () => book(offered(), { answer: { contact: { ...CONTACT, phone: '(617) 555-0161' } } }).until(),
    broken: () => book(offered(), { answer: { contact: { ...CONTACT, phone: '617-555-0199' } } }).until(),
  },
  'p2p.contact.must-update-three': {
    kept: () => book(offered(), { ...contact({ requestingProvider: ' ' }), status: 422 }).until(),
    broken: () => book(offered(), contact({ requestingProvider: ' ' })).until(),
  },
  'p2p.contact.phone-format': {
    kept: () => book(offered(), { ...contact({ phone: '555-0161' }), status: 422 }).until(),
    broken: () => book(offered(), contact({ phone: '555-0161' })).until(),
  },
});

describeVerdicts('bookings at an edge', booking, [
  {
    it: 'need no instructions',
    rule: 'p2p.contact.must-update-three',
    history: () => book(offered(), { body: { contact: WITHOUT_INSTRUCTIONS }, status: 422 }).until(),
    verdicts: ['violated'],
  },
  {
    it: 'may be refused where the slot starts now',
    rule: 'p2p.slots.any-listed-selectable',
    history: () => book(offered().at('2026-02-09T09:00:00-05:00'), { status: 422 }).until(),
    verdicts: [],
  },
]);
