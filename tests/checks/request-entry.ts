import { SmallHistory, withChanges } from './small-history.ts';

type Changes = Readonly<Record<string, unknown>>;

/** Tuesday at nine in the morning, when every answer is given at once. */
export const MORNING = '2026-02-03T09:00:00-05:00';

/** The number that the portal of these histories gives to a request. */
export const NUMBER = '26034R00001';

const COMMON = {
  member: 'M1000001',
  requester: { name: 'Front Desk', phone: '617-555-0100' },
  servicing: {
    provider: 'dr-spec',
    affiliation: 'aff-spec',
    contact: { name: 'Scheduling', phone: '617-555-0200' },
  },
  diagnoses: ['M17.11'],
};

/** A referral by the office of the PCP with nothing wrong. */
export const REFERRAL: Changes = {
  ...COMMON,
  type: 'referral',
  service: 'consultation',
  procedure: '99203',
  units: 3,
  start: '2026-02-03',
  end: '2026-03-03',
};

/** An outpatient authorization by the office of the PCP with nothing wrong. */
export const OUTPATIENT: Changes = {
  ...COMMON,
  type: 'outpatient',
  service: 'surgery',
  procedure: '29881',
  setting: 'surgical',
  urgency: 'standard',
  units: 1,
  start: '2026-02-10',
  end: '2026-02-10',
};

/** An admission to the hospital by the office of the PCP with nothing wrong. */
export const ADMISSION: Changes = {
  ...COMMON,
  servicing: { ...COMMON.servicing, provider: 'hospital', affiliation: 'aff-hosp' },
  type: 'admission',
  service: 'inpatient stay',
  procedure: '99221',
  setting: 'inpatient',
  urgency: 'standard',
  units: 2,
  start: '2026-02-10',
  end: '2026-02-12',
};

/** A servicing provider at one of their affiliations, with a contact there. */
export const servicing = (provider: string, affiliation: string): Changes => ({
  servicing: { ...COMMON.servicing, provider, affiliation },
});

/** What a test says of a submission beside its changes. */
export type Submission = {
  readonly status?: number;
  readonly answer?: unknown;
  readonly by?: string;
  readonly case?: string;
  readonly key?: string;
  readonly at?: string;
};

/** A history whose portal has a user signed in at an instant. */
export const signedIn = (by = 'pcp', at = MORNING): SmallHistory =>
  new SmallHistory('2026-01-02T08:00:00-05:00').at(at).call(by, 'sign-in', { status: 201, answer: {} });

/** Adds a submission to a history: taken with a number and a status, unless it says otherwise. */
export const submit = (
  history: SmallHistory,
  body: Changes,
  { status = 201, answer, by = 'pcp', case: name = 'A', key }: Submission = {},
): SmallHistory =>
  history.call(by, 'submit-request', {
    case: name,
    body,
    status,
    answer: answer ?? (status === 201 ? { id: NUMBER, status: 'PEND' } : {}),
    ...(key === undefined ? {} : { key }),
  });

/** A history with one submission that differs from a standard body. */
export const submitted = (standard: Changes, changes: Changes, about: Submission = {}): SmallHistory =>
  submit(signedIn(about.by, about.at), withChanges(standard, changes), about);

/** The answer of a portal that refuses and names these entries, each with a code. */
export const errors = (...named: readonly (readonly [path: string, code: string])[]): unknown => ({
  code: 'invalid-input',
  errors: named.map(([path, code]) => ({ path, code })),
});

type Event = Parameters<SmallHistory['feed']>[0];
type EventOf<T extends Event['type']> = Extract<Event, { readonly type: T }>;

/** Adds that the portal received a request: the referral or authorization of case A, unless it says otherwise. */
export const received = (
  history: SmallHistory,
  changes: Partial<EventOf<'received'>> = {},
  name = 'A',
): SmallHistory =>
  history.feed(
    {
      type: 'received',
      request: NUMBER,
      requestType: 'referral',
      reviewType: 'preservice',
      urgency: 'standard',
      setting: 'outpatient',
      ...changes,
    } as EventOf<'received'>,
    name,
  );

/** Adds that a nurse of the plan approved three units of a request, unless it says otherwise. */
export const decided = (history: SmallHistory, changes: Partial<EventOf<'decided'>> = {}): SmallHistory =>
  history.feed(
    {
      type: 'decided',
      request: NUMBER,
      decision: 1,
      reconsideration: false,
      outcome: 'approved',
      basis: 'medical-necessity',
      reason: 'The criteria are met',
      by: { role: 'nurse', user: 'nurse' },
      unitsGranted: 3,
      ...changes,
    } as EventOf<'decided'>,
    'A',
  );

/** Adds that the status of a request changed. */
export const changed = (
  history: SmallHistory,
  to: EventOf<'status-changed'>['to'],
  cause: EventOf<'status-changed'>['cause'] = 'decision',
): SmallHistory =>
  history.feed(
    { type: 'status-changed', request: NUMBER, from: null, to, cause } as EventOf<'status-changed'>,
    'A',
  );
