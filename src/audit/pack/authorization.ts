import type { Column, Condition, Duty, Layout } from './model.ts';

const column = (
  name: string,
  type: Column['type'],
  means: string,
  more: Partial<Pick<Column, 'required' | 'values' | 'counts'>> = {},
): Column => ({ name, type, means, required: false, ...more });

/** Rows whose clocks turn on how fast they were asked for: an inpatient concurrent review is urgent whatever is said. */
const asked: Condition = [
  { review_type: { in: ['preservice'] } },
  { review_type: { in: ['concurrent'] }, setting: { not: ['inpatient'] } },
];
/** Rows whose clocks turn on where the care is given. */
const placed: Condition = [{ review_type: { in: ['concurrent'] }, urgency: { not: ['urgent'] } }];

/** The columns of a log of determinations, one row for each decision. */
const COLUMNS: readonly Column[] = [
  column('case_id', 'text', 'the request', { required: true }),
  column('decision_no', 'integer', 'which decision of the case; 1 unless given'),
  column('parent_case_id', 'text', 'the case that a reconsideration is about'),
  column('line_of_business', 'text', 'the member’s line of business', { required: true }),
  column('review_type', 'text', 'the kind of review', {
    required: true,
    values: ['preservice', 'concurrent', 'retrospective', 'reconsideration'],
  }),
  column('urgency', 'text', 'how fast it was asked for', {
    required: asked,
    values: ['standard', 'urgent'],
  }),
  column('setting', 'text', 'where the care is given; `inpatient` makes a concurrent review urgent', {
    required: placed,
  }),
  column('received_at', 'instant', 'when the request, or the request to reconsider, came in', {
    required: true,
  }),
  column('information_complete_at', 'instant', 'when the last necessary information was in'),
  column('decided_at', 'instant', 'when it was decided', {
    required: [{ outcome: { in: ['approved', 'denied', 'partial'] } }],
  }),
  column('outcome', 'text', 'what was decided; empty while undecided', {
    required: [{ decided_at: { present: true } }],
    values: ['approved', 'denied', 'partial', 'closed', 'withdrawn'],
  }),
  column('basis', 'text', 'on what a denial rests', { values: ['medical-necessity', 'administrative'] }),
  column('decided_by_role', 'text', 'who decided'),
  column(
    'denial_reason',
    'text',
    'why an administrative denial was made; some are told to the provider alone',
  ),
  column('verbal_notice_at', 'instant', 'when the provider was called', {
    counts: [{ call_result: { in: ['', 'reached'] } }],
  }),
  column('call_result', 'text', 'how the call ended; only `reached`, or nothing, counts', {
    values: ['reached', 'voicemail', 'no-answer'],
  }),
  column('written_provider_at', 'instant', 'when the provider’s letter was sent'),
  column('written_member_at', 'instant', 'when the member’s letter was sent'),
  column('service_start_at', 'instant', 'when the service begins'),
  column('service_end_at', 'instant', 'when the service ended'),
  column('elective', 'boolean', 'whether an admission is elective'),
  column('extension_until', 'instant', 'until when more time was taken'),
  column('extension_ground', 'text', 'why'),
  column('extension_notice_at', 'instant', 'when the member was told of it'),
  column('closed_at', 'instant', 'when it was closed without a decision', {
    required: [{ outcome: { in: ['closed', 'withdrawn'] } }],
  }),
  column('close_reason', 'text', 'why'),
  column('appealed_at', 'instant', 'when it was appealed'),
  column('appeal_outcome', 'text', 'what came of that', {
    values: ['upheld', 'overturned', 'partial', 'pending', 'withdrawn'],
  }),
  column('delegate', 'text', 'who decided for the plan, if another'),
  column('recorded_at', 'instant', 'when the decision was entered into the system'),
  column('arrived_at', 'instant', 'when the request arrived anywhere at the plan, if not at `received_at`'),
];

const review = (type: string, more: Condition[number] = {}): Condition[number] => ({
  review_type: { in: [type] },
  ...more,
});

/** The rows of the time table: what was asked decides, and an inpatient concurrent review is urgent. */
const KINDS: Layout['kinds'] = [
  { name: 'reconsideration', when: [review('reconsideration')] },
  { name: 'retrospective', when: [review('retrospective'), { received_at: { after: 'service_end_at' } }] },
  {
    name: 'concurrent-urgent',
    when: [
      review('concurrent', { setting: { in: ['inpatient'] } }),
      review('concurrent', { urgency: { in: ['urgent'] } }),
    ],
  },
  { name: 'concurrent-nonurgent', when: [review('concurrent')] },
  { name: 'preservice-urgent', when: [review('preservice', { urgency: { in: ['urgent'] } })] },
  { name: 'preservice-nonurgent', when: [review('preservice')] },
];

/** What an authorization log shows to have been done, in order. */
const DUTIES: readonly Duty[] = [
  { name: 'decision', title: 'Decision', stop: { columns: ['decided_at'], take: 'first' }, follows: [] },
  {
    name: 'verbal',
    title: 'Call to the provider',
    stop: { columns: ['verbal_notice_at'], take: 'first' },
    follows: ['decision'],
  },
  {
    name: 'written-provider',
    title: 'Letter to the provider',
    stop: { columns: ['written_provider_at'], take: 'first' },
    follows: ['decision', 'verbal'],
  },
  {
    name: 'written-member',
    title: 'Letter to the member',
    stop: { columns: ['written_member_at'], take: 'first' },
    follows: ['decision', 'verbal'],
    unsure: [{ basis: { in: ['administrative'] }, denial_reason: { present: false } }],
  },
];

/** What packs on authorizations share: the log, its kinds of row, and what it shows to have been done. */
export const AUTHORIZATION: Layout = {
  columns: COLUMNS,
  key: { case: 'case_id', number: 'decision_no' },
  received: 'received_at',
  kinds: KINDS,
  closed: {
    column: 'closed_at',
    when: [{ outcome: { in: ['closed', 'withdrawn'] }, decided_at: { present: false } }],
  },
  duties: DUTIES,
  order: [{ column: 'decided_at', notBefore: 'received_at' }],
  contradictions: [
    {
      column: 'decided_at',
      when: [{ outcome: { in: ['closed', 'withdrawn'] }, decided_at: { present: true } }],
      says: 'is given, yet the row was closed or withdrawn; give closed_at alone',
    },
  ],
  by: ['line_of_business', 'urgency', 'delegate'],
};
