import { type Arm, type Clock, clock, type Duty, type Misreading, type Row } from './clock.ts';

const TABLE = 'UM Time Frame for Decision-Making and Notification > Commercial and Qualified Health Plans';
const FROM = '2019-01-01';
const letters: readonly Duty[] = ['written-provider', 'written-member'];
const cite = (row: number, column: number): string => `${TABLE}, row ${row}, column ${column}`;

/** The arm that bounds a duty by calendar days after receipt. */
const cap = (rule: string, capScope?: readonly string[]): Arm => ({
  rule,
  within: [14, 'calendar-days'],
  of: 'received',
  ...(capScope ? { capScope } : {}),
});

const row1 = 'um.preservice-nonurgent';
const row2 = 'um.preservice-urgent';
const row3 = 'um.concurrent-urgent';
const row4 = 'um.concurrent-nonurgent';
const row5 = 'um.retrospective';
const row6 = 'um.reconsideration';

/** Every cell of the table. Section 7, Commercial and Qualified Health Plans. */
export const TIME_TABLE: readonly Clock[] = [
  clock({
    row: 'preservice-nonurgent',
    duties: ['decision'],
    arms: [
      { rule: `${row1}.decision-2bd-of-info`, within: [2, 'business-days'], of: 'information-complete' },
      cap(`${row1}.decision-cap-14cd`),
    ],
    from: FROM,
    cite: cite(1, 1),
  }),
  clock({
    row: 'preservice-nonurgent',
    duties: ['verbal'],
    arms: [
      { rule: `${row1}.verbal-24h-of-decision`, within: [24, 'hours'], of: 'decided' },
      cap(`${row1}.verbal-cap-14cd`),
    ],
    from: FROM,
    cite: cite(1, 2),
  }),
  clock({
    row: 'preservice-nonurgent',
    duties: letters,
    part: 'approval',
    arms: [
      { rule: `${row1}.written-approval-2bd`, within: [2, 'business-days'], of: 'called' },
      cap(`${row1}.notification-cap-14cd`, ['all']),
    ],
    from: FROM,
    cite: cite(1, 3),
  }),
  clock({
    row: 'preservice-nonurgent',
    duties: letters,
    part: 'denial',
    arms: [
      { rule: `${row1}.written-denial-1bd`, within: [1, 'business-days'], of: 'called' },
      cap(`${row1}.written-denial-cap-14cd`),
    ],
    from: FROM,
    cite: cite(1, 4),
  }),
  clock({
    row: 'preservice-urgent',
    duties: ['decision'],
    arms: [{ rule: `${row2}.decision-72h`, within: [3, 'hours-or-calendar-days'], of: 'received' }],
    from: FROM,
    cite: cite(2, 1),
  }),
  clock({
    row: 'preservice-urgent',
    duties: ['verbal'],
    arms: [
      { rule: `${row2}.verbal-24h-of-decision`, within: [24, 'hours'], of: 'decided' },
      { rule: `${row2}.verbal-cap-72h`, within: [3, 'hours-or-calendar-days'], of: 'received' },
    ],
    from: FROM,
    cite: cite(2, 2),
  }),
  clock({
    row: 'preservice-urgent',
    duties: letters,
    part: 'approval',
    arms: [{ rule: `${row2}.written-approval-2bd`, within: [2, 'business-days'], of: 'called' }],
    from: FROM,
    cite: cite(2, 3),
  }),
  clock({
    row: 'preservice-urgent',
    duties: letters,
    part: 'denial',
    arms: [
      { rule: `${row2}.written-denial-lesser`, within: [1, 'business-days'], of: 'called' },
      { rule: `${row2}.written-denial-lesser`, within: [3, 'lesser-calendar-days'], of: 'called' },
    ],
    from: FROM,
    cite: cite(2, 4),
  }),
  clock({
    row: 'concurrent-urgent',
    duties: ['decision'],
    arms: [{ rule: `${row3}.decision-24h`, within: [1, 'hours-or-calendar-days'], of: 'received' }],
    from: FROM,
    cite: cite(3, 1),
  }),
  clock({
    row: 'concurrent-urgent',
    duties: ['verbal'],
    arms: [{ rule: `${row3}.verbal-24h-of-receipt`, within: [1, 'hours-or-calendar-days'], of: 'received' }],
    from: FROM,
    cite: cite(3, 2),
  }),
  clock({
    row: 'concurrent-urgent',
    duties: letters,
    part: 'approval',
    arms: [{ rule: `${row3}.written-approval-1bd`, within: [1, 'business-days'], of: 'called' }],
    from: FROM,
    cite: cite(3, 3),
  }),
  clock({
    row: 'concurrent-urgent',
    duties: letters,
    part: 'denial',
    arms: [
      { rule: `${row3}.written-denial-lesser`, within: [1, 'business-days'], of: 'called' },
      { rule: `${row3}.written-denial-lesser`, within: [3, 'lesser-calendar-days'], of: 'called' },
    ],
    from: FROM,
    cite: cite(3, 4),
  }),
  clock({
    row: 'concurrent-nonurgent',
    duties: ['decision'],
    arms: [
      { rule: `${row4}.decision-1bd-of-info`, within: [1, 'business-days'], of: 'information-complete' },
      cap(`${row4}.decision-cap-14cd`),
    ],
    from: FROM,
    cite: cite(4, 1),
  }),
  clock({
    row: 'concurrent-nonurgent',
    duties: ['verbal'],
    part: 'approval',
    arms: [
      { rule: `${row4}.verbal-approval-1bd`, within: [1, 'business-days'], of: 'decided' },
      cap(`${row4}.notification-cap-14cd`),
    ],
    from: FROM,
    cite: cite(4, 2),
  }),
  clock({
    row: 'concurrent-nonurgent',
    duties: ['verbal'],
    part: 'denial',
    arms: [
      { rule: `${row4}.verbal-denial-24h`, within: [24, 'hours'], of: 'decided' },
      cap(`${row4}.notification-cap-14cd`),
    ],
    from: FROM,
    cite: cite(4, 2),
  }),
  clock({
    row: 'concurrent-nonurgent',
    duties: letters,
    part: 'approval',
    arms: [
      { rule: `${row4}.written-approval-1bd`, within: [1, 'business-days'], of: 'called' },
      cap(`${row4}.notification-cap-14cd`, ['all']),
    ],
    from: FROM,
    cite: cite(4, 3),
  }),
  clock({
    row: 'concurrent-nonurgent',
    duties: letters,
    part: 'denial',
    arms: [
      { rule: `${row4}.written-denial-lesser`, within: [1, 'business-days'], of: 'called' },
      { rule: `${row4}.written-denial-lesser`, within: [3, 'lesser-calendar-days'], of: 'called' },
      cap(`${row4}.notification-cap-14cd`, ['all_denials', 'all']),
    ],
    from: FROM,
    cite: cite(4, 4),
  }),
  clock({
    row: 'retrospective',
    duties: ['decision'],
    arms: [
      { rule: `${row5}.decision-2bd-of-info`, within: [2, 'business-days'], of: 'information-complete' },
      cap(`${row5}.decision-cap-14cd`),
    ],
    from: FROM,
    cite: cite(5, 1),
  }),
  clock({
    row: 'retrospective',
    duties: letters,
    part: 'approval',
    arms: [cap(`${row5}.written-approval-14cd`)],
    from: FROM,
    cite: cite(5, 3),
  }),
  clock({
    row: 'retrospective',
    duties: letters,
    part: 'denial',
    arms: [cap(`${row5}.written-denial-14cd`)],
    from: FROM,
    cite: cite(5, 4),
  }),
  clock({
    row: 'reconsideration',
    duties: ['decision'],
    arms: [{ rule: `${row6}.decision-1bd`, within: [1, 'business-days'], of: 'asked' }],
    from: FROM,
    cite: cite(6, 1),
  }),
  clock({
    row: 'reconsideration',
    duties: ['verbal'],
    arms: [{ rule: `${row6}.verbal-1bd`, within: [1, 'business-days'], of: 'asked' }],
    from: FROM,
    cite: cite(6, 2),
  }),
  clock({
    row: 'reconsideration',
    duties: letters,
    part: 'approval',
    arms: [],
    cell: { of: 'original-row', rule: `${row6}.written-approval-by-type` },
    from: FROM,
    cite: cite(6, 3),
  }),
  clock({
    row: 'reconsideration',
    duties: letters,
    part: 'denial',
    arms: [],
    cell: { of: 'original-row', rule: `${row6}.written-denial-by-type` },
    from: FROM,
    cite: cite(6, 4),
  }),
];

const pended: readonly Row[] = ['preservice-nonurgent', 'concurrent-nonurgent', 'retrospective'];

/** Misreadings with a rule of their own. Section 7, the same table. */
export const MISREADINGS: readonly Misreading[] = [
  {
    rule: `${row2}.no-info-dependency`,
    row: 'preservice-urgent',
    duties: ['decision'],
    counted: 'from-information',
  },
  ...pended.map(
    (row): Misreading => ({
      rule: 'um.time.pending-no-tolling',
      row,
      duties: ['decision'],
      counted: 'from-information',
    }),
  ),
  {
    rule: `${row3}.inpatient-always-urgent`,
    row: 'concurrent-urgent',
    duties: ['decision'],
    counted: { asRow: 'concurrent-nonurgent' },
  },
  ...(
    ['preservice-nonurgent', 'preservice-urgent', 'concurrent-urgent', 'concurrent-nonurgent'] as const
  ).map(
    (row): Misreading => ({
      rule: 'um.time.partial-both-columns',
      row,
      duties: letters,
      counted: 'approval-column-only',
    }),
  ),
];

/** Every rule that the time table's oracle judges: arms, cells that follow another row, and misreadings. */
export const TIME_TABLE_RULES: readonly string[] = [
  ...new Set([
    ...TIME_TABLE.flatMap(({ arms }) => arms.filter(({ capScope }) => !capScope).map(({ rule }) => rule)),
    ...TIME_TABLE.flatMap(({ cell }) => (cell ? [cell.rule] : [])),
    ...MISREADINGS.map(({ rule }) => rule),
  ]),
];
