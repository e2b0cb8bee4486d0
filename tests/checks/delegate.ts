import type { DelegateNotice, World } from '../../src/contract/index.ts';
import { standardWorld } from '../../src/simulator/index.ts';
import { SmallHistory } from './small-history.ts';

type Line = 'medicaid' | 'medicare';
type Slot = { readonly id: string; readonly start: string; readonly end: string; readonly label: string };

const PACK = { medicaid: 'evicore-medicaid', medicare: 'evicore-medicare' } as const;
const MEMBER = { medicaid: 'M8000001', medicare: 'M9000001' } as const;

/** The first case of a history, and the second where there is one. */
export const CASE = '3000000001';
export const OTHER_CASE = '3000000002';

const worlds = new Map<string, World>();

/** The member of a line in the standard world, as tests of the delegate use them. */
export function memberOf(line: Line = 'medicaid') {
  const pack = PACK[line];
  const world = worlds.get(pack) ?? standardWorld('checks', pack, 'America/New_York');
  worlds.set(pack, world);
  const member = world.members.find(({ id }) => id === MEMBER[line]);
  if (!member) throw new RangeError(`the standard world has no member ${MEMBER[line]}`);
  return member;
}

/** A case that was built and submitted at the instant of the clock. */
export function submitCase(
  history: SmallHistory,
  { number = CASE, line = 'medicaid' as Line, actor = 'practice', program = 'radiation-therapy' } = {},
): SmallHistory {
  const { id, birthDate, lastName } = memberOf(line);
  const name = number === CASE ? 'A' : 'B';
  const body = { program, practitioner: 'onc-boston', member: { id, birthDate, lastName } };
  return history
    .call(actor, 'start-case', { case: name, body, status: 201, answer: { caseNumber: number } })
    .call(actor, 'submit-case', { case: name, path: { id: number }, answer: { caseNumber: number } })
    .feed({ type: 'case-submitted', request: number, priority: 'standard' }, name);
}

/** A history of the delegate in which the case was submitted on Monday, 02/02/2026, at nine in the morning. */
export const submitted = (line: Line = 'medicaid', desk: World['desk'] = 'scripted'): SmallHistory =>
  submitCase(
    new SmallHistory('2026-02-02T08:00:00-05:00', { pack: PACK[line], desk }).at('2026-02-02T09:00:00-05:00'),
    { line },
  );

/** The determination of a case at the instant of the clock. */
export const determine = (
  history: SmallHistory,
  outcome: 'approved' | 'partially-approved' | 'denied' = 'denied',
  { number = CASE, appointment = null as string | null } = {},
): SmallHistory =>
  history.feed(
    {
      type: 'case-determined',
      request: number,
      outcome,
      approved: [],
      denied: [],
      rationale: 'More than the guideline supports.',
      imageGuidance: null,
      guideline: 'guideline-bone',
      coverageRule: null,
      alternative: null,
      urgencyMet: null,
      necessityMet: null,
      by: 'physician',
      cause: appointment === null ? 'review' : 'consultation',
      appointment,
    },
    number === CASE ? 'A' : 'B',
  );

/**
 * A case that was denied on Tuesday, 02/03/2026, at ten in the morning. Medicaid: reconsideration is open for two
 * business days, through Thursday, 02/05; either line: it may be discussed for 180 days, through Sunday, 08/02.
 */
export const denied = (line: Line = 'medicaid', desk: World['desk'] = 'scripted'): SmallHistory =>
  determine(submitted(line, desk).at('2026-02-03T10:00:00-05:00')).at('2026-02-03T11:00:00-05:00');

/** A second case beside the denied one, denied at the same time. */
export const twoDenied = (): SmallHistory => {
  const history = submitted();
  submitCase(history, { number: OTHER_CASE }).at('2026-02-03T10:00:00-05:00');
  return determine(determine(history), 'denied', { number: OTHER_CASE }).at('2026-02-03T11:00:00-05:00');
};

/** The answer to a question about eligibility while the case may be reconsidered. */
export const ELIGIBLE = {
  caseNumber: CASE,
  result: 'eligible',
  level: 'reconsideration',
  mayChangeDecision: true,
  message: null,
  link: '/peer-to-peer',
  validUntil: '2026-08-02',
  dueAt: null,
  reconsiderationUntil: '2026-02-05',
  status: null,
} as const;

/** The answer once the case can only be explained. */
export const CONSULTATIVE = {
  ...ELIGIBLE,
  result: 'consultative',
  level: 'consultative',
  mayChangeDecision: false,
  message: 'This is consultative only: the decision cannot be modified.',
  reconsiderationUntil: null,
} as const;

/** The answer for a case that is not eligible. */
export const NOT_ELIGIBLE = {
  ...ELIGIBLE,
  result: 'none',
  level: null,
  mayChangeDecision: false,
  link: null,
  validUntil: null,
  reconsiderationUntil: null,
} as const;

/** A look at the eligibility of the case. */
export const show = (history: SmallHistory, answer: object): SmallHistory =>
  history.call('practice', 'show-peer-to-peer', { case: 'A', path: { id: CASE }, answer });

/** The keys of cases: numbers, each with the birth date of the member. */
export const keysOf = (...numbers: readonly string[]) =>
  numbers.map((caseNumber) => ({ caseNumber, birthDate: memberOf().birthDate }));

/** Monday, 02/09/2026, nine o’clock in New York. */
export const NINE: Slot = {
  id: 'nine',
  start: '2026-02-09T14:00:00.000Z',
  end: '2026-02-09T14:15:00.000Z',
  label: '9:00 AM EST',
};

/** A slot of a quarter of an hour. */
export const slotAt = (id: string, start: string, label: string): Slot => ({
  id,
  start,
  end: new Date(Date.parse(start) + 15 * 60_000).toISOString(),
  label,
});

/** The four slots of Monday between nine and ten: reviewer-east works from nine to eleven. */
export const MONDAY_AT_NINE: readonly Slot[] = [
  NINE,
  slotAt('nine-15', '2026-02-09T14:15:00.000Z', '9:15 AM EST'),
  slotAt('nine-30', '2026-02-09T14:30:00.000Z', '9:30 AM EST'),
  slotAt('nine-45', '2026-02-09T14:45:00.000Z', '9:45 AM EST'),
];

/** Monday between nine and ten, in New York. */
export const PREFERENCES = { days: ['monday'], blocks: [9], timeZone: 'America/New_York' };

/** A reviewer’s slots in an offer. */
export const group = (slots: readonly Slot[], reviewer = 'reviewer-east', priority = 1): object => ({
  priority,
  reviewer: { id: reviewer, name: 'Dr. Reviewer' },
  slots,
});

type Offer = {
  readonly actor?: string;
  readonly cases?: readonly object[];
  readonly preferences?: object;
  readonly status?: number;
  readonly answer?: object;
};

/** A call for the slots of the week of Monday, 02/09/2026, and its answer. */
export const offer = (
  history: SmallHistory,
  groups: readonly object[] = [group(MONDAY_AT_NINE)],
  {
    actor = 'practice',
    cases = keysOf(CASE),
    preferences = PREFERENCES,
    status = 200,
    answer = {},
  }: Offer = {},
): SmallHistory =>
  history.call(actor, 'offer-slots', {
    body: { cases, preferences, week: '2026-02-09' },
    status,
    answer:
      status < 300
        ? { week: '2026-02-09', timeZone: 'America/New_York', groups, message: null, ...answer }
        : answer,
  });

/** The contact page, filled in. */
export const CONTACT = {
  requestingProvider: 'Dr. Ordering',
  phone: '617-555-0161',
  instructions: 'Ask the front desk.',
};

/** The appointment that the first booking makes. */
export const APPOINTMENT = 'appointment-1';

type Booking = {
  readonly actor?: string;
  readonly body?: object;
  readonly status?: number;
  readonly answer?: object;
  readonly id?: string;
  readonly numbers?: readonly string[];
  readonly level?: string;
};

/** A booking of the slot at nine o’clock, and the answer of a portal that takes it, with changes. */
export const book = (
  history: SmallHistory,
  {
    actor = 'practice',
    body = {},
    status = 201,
    answer = {},
    id = APPOINTMENT,
    numbers = [CASE],
    level = 'reconsideration',
  }: Booking = {},
): SmallHistory =>
  history.call(actor, 'schedule-peer-to-peer', {
    body: { cases: keysOf(...numbers), preferences: PREFERENCES, slot: 'nine', contact: CONTACT, ...body },
    status,
    answer:
      status < 300
        ? {
            id,
            state: 'scheduled',
            revision: 1,
            requestedAt: '2026-02-03T16:00:00.000Z',
            slot: NINE,
            cases: numbers.map((caseNumber) => ({ caseNumber, level })),
            contact: CONTACT,
            ...answer,
          }
        : { code: 'refused', ...answer },
  });

/** What the feed says of a booking of the slot at nine o’clock. */
export const scheduled = (
  history: SmallHistory,
  {
    id = APPOINTMENT,
    level = 'reconsideration' as 'reconsideration' | 'consultative',
    numbers = [CASE],
  } = {},
): SmallHistory =>
  history.feed({
    type: 'consultation-scheduled',
    request: numbers[0] ?? CASE,
    appointment: id,
    revision: 1,
    reviewer: 'reviewer-east',
    start: NINE.start,
    end: NINE.end,
    cases: numbers.map((caseNumber) => ({ caseNumber, level })),
  });

/** A denied case whose peer-to-peer is scheduled for Monday, 02/09, at nine o’clock. */
export const withAppointment = (): SmallHistory => scheduled(book(offer(denied())));

/** A change of the state of an appointment, as the feed tells it. */
export const change = (
  history: SmallHistory,
  to: 'held' | 'missed' | 'cancelled',
  reason: string | null = null,
): SmallHistory =>
  history.feed({
    type: 'consultation-changed',
    request: CASE,
    appointment: APPOINTMENT,
    to,
    by: to === 'cancelled' ? 'user' : 'staff',
    reason,
  });

/** A notice about the case to the provider by fax, with changes. */
export const notice = (history: SmallHistory, changes: Partial<DelegateNotice> = {}): SmallHistory =>
  history.sent({
    kind: 'notice',
    request: CASE,
    about: 'determination',
    to: 'provider',
    by: 'fax',
    address: '617-555-0162',
    text: 'Denied.',
    techniques: [],
    fractions: [],
    imageGuidance: null,
    dueAt: null,
    result: null,
    ...changes,
  });
