import { type Arm, type Clock, clock, type Duty, type Misreading, type Row } from './clock.ts';
import type { RuleId } from './rule-ids.ts';

const TABLE = 'UM Time Frame for Decision-Making and Notification > Commercial and Qualified Health Plans';
const FROM = '2019-01-01';
const letters: readonly Duty[] = ['written-provider', 'written-member'];
const cite = (row: number, column: number): string => `${TABLE}, row ${row}, column ${column}`;

/** The arm that bounds a duty by calendar days after receipt. */
const cap = (rule: RuleId, capScope?: readonly string[]): Arm => ({
  rule,
  within: [14, 'calendar-days'],
  of: 'received',
  ...(capScope ? { capScope } : {}),
});

/** Every cell of the table. Section 7, Commercial and Qualified Health Plans. */
export const TIME_TABLE: readonly Clock[] = [
  clock({
    row: 'preservice-nonurgent',
    duties: ['decision'],
    arms: [
      {
        rule: 'um.preservice-nonurgent.decision-2bd-of-info',
        within: [2, 'business-days'],
        of: 'information-complete',
      },
      cap('um.preservice-nonurgent.decision-cap-14cd'),
    ],
    from: FROM,
    cite: cite(1, 1),
  }),
  clock({
    row: 'preservice-nonurgent',
    duties: ['verbal'],
    arms: [
      { rule: 'um.preservice-nonurgent.verbal-24h-of-decision', within: [24, 'hours'], of: 'decided' },
      cap('um.preservice-nonurgent.verbal-cap-14cd'),
    ],
    from: FROM,
    cite: cite(1, 2),
  }),
  clock({
    row: 'preservice-nonurgent',
    duties: letters,
    part: 'approval',
    arms: [
      { rule: 'um.preservice-nonurgent.written-approval-2bd', within: [2, 'business-days'], of: 'called' },
      cap('um.preservice-nonurgent.notification-cap-14cd', ['all']),
    ],
    from: FROM,
    cite: cite(1, 3),
  }),
  clock({
    row: 'preservice-nonurgent',
    duties: letters,
    part: 'denial',
    arms: [
      { rule: 'um.preservice-nonurgent.written-denial-1bd', within: [1, 'business-days'], of: 'called' },
      cap('um.preservice-nonurgent.written-denial-cap-14cd'),
    ],
    from: FROM,
    cite: cite(1, 4),
  }),
  clock({
    row: 'preservice-urgent',
    duties: ['decision'],
    arms: [
      { rule: 'um.preservice-urgent.decision-72h', within: [3, 'hours-or-calendar-days'], of: 'received' },
    ],
    from: FROM,
    cite: cite(2, 1),
  }),
  clock({
    row: 'preservice-urgent',
    duties: ['verbal'],
    arms: [
      { rule: 'um.preservice-urgent.verbal-24h-of-decision', within: [24, 'hours'], of: 'decided' },
      { rule: 'um.preservice-urgent.verbal-cap-72h', within: [3, 'hours-or-calendar-days'], of: 'received' },
    ],
    from: FROM,
    cite: cite(2, 2),
  }),
  clock({
    row: 'preservice-urgent',
    duties: letters,
    part: 'approval',
    arms: [{ rule: 'um.preservice-urgent.written-approval-2bd', within: [2, 'business-days'], of: 'called' }],
    from: FROM,
    cite: cite(2, 3),
  }),
  clock({
    row: 'preservice-urgent',
    duties: letters,
    part: 'denial',
    arms: [
      { rule: 'um.preservice-urgent.written-denial-lesser', within: [1, 'business-days'], of: 'called' },
      {
        rule: 'um.preservice-urgent.written-denial-lesser',
        within: [3, 'lesser-calendar-days'],
        of: 'called',
      },
    ],
    from: FROM,
    cite: cite(2, 4),
  }),
  clock({
    row: 'concurrent-urgent',
    duties: ['decision'],
    arms: [
      { rule: 'um.concurrent-urgent.decision-24h', within: [1, 'hours-or-calendar-days'], of: 'received' },
    ],
    from: FROM,
    cite: cite(3, 1),
  }),
  clock({
    row: 'concurrent-urgent',
    duties: ['verbal'],
    arms: [
      {
        rule: 'um.concurrent-urgent.verbal-24h-of-receipt',
        within: [1, 'hours-or-calendar-days'],
        of: 'received',
      },
    ],
    from: FROM,
    cite: cite(3, 2),
  }),
  clock({
    row: 'concurrent-urgent',
    duties: letters,
    part: 'approval',
    arms: [{ rule: 'um.concurrent-urgent.written-approval-1bd', within: [1, 'business-days'], of: 'called' }],
    from: FROM,
    cite: cite(3, 3),
  }),
  clock({
    row: 'concurrent-urgent',
    duties: letters,
    part: 'denial',
    arms: [
      { rule: 'um.concurrent-urgent.written-denial-lesser', within: [1, 'business-days'], of: 'called' },
      {
        rule: 'um.concurrent-urgent.written-denial-lesser',
        within: [3, 'lesser-calendar-days'],
        of: 'called',
      },
    ],
    from: FROM,
    cite: cite(3, 4),
  }),
  clock({
    row: 'concurrent-nonurgent',
    duties: ['decision'],
    arms: [
      {
        rule: 'um.concurrent-nonurgent.decision-1bd-of-info',
        within: [1, 'business-days'],
        of: 'information-complete',
      },
      cap('um.concurrent-nonurgent.decision-cap-14cd'),
    ],
    from: FROM,
    cite: cite(4, 1),
  }),
  clock({
    row: 'concurrent-nonurgent',
    duties: ['verbal'],
    part: 'approval',
    arms: [
      { rule: 'um.concurrent-nonurgent.verbal-approval-1bd', within: [1, 'business-days'], of: 'decided' },
      cap('um.concurrent-nonurgent.notification-cap-14cd'),
    ],
    from: FROM,
    cite: cite(4, 2),
  }),
  clock({
    row: 'concurrent-nonurgent',
    duties: ['verbal'],
    part: 'denial',
    arms: [
      { rule: 'um.concurrent-nonurgent.verbal-denial-24h', within: [24, 'hours'], of: 'decided' },
      cap('um.concurrent-nonurgent.notification-cap-14cd'),
    ],
    from: FROM,
    cite: cite(4, 2),
  }),
  clock({
    row: 'concurrent-nonurgent',
    duties: letters,
    part: 'approval',
    arms: [
      { rule: 'um.concurrent-nonurgent.written-approval-1bd', within: [1, 'business-days'], of: 'called' },
      cap('um.concurrent-nonurgent.notification-cap-14cd', ['all']),
    ],
    from: FROM,
    cite: cite(4, 3),
  }),
  clock({
    row: 'concurrent-nonurgent',
    duties: letters,
    part: 'denial',
    arms: [
      { rule: 'um.concurrent-nonurgent.written-denial-lesser', within: [1, 'business-days'], of: 'called' },
      {
        rule: 'um.concurrent-nonurgent.written-denial-lesser',
        within: [3, 'lesser-calendar-days'],
        of: 'called',
      },
      cap('um.concurrent-nonurgent.notification-cap-14cd', ['all_denials', 'all']),
    ],
    from: FROM,
    cite: cite(4, 4),
  }),
  clock({
    row: 'retrospective',
    duties: ['decision'],
    arms: [
      {
        rule: 'um.retrospective.decision-2bd-of-info',
        within: [2, 'business-days'],
        of: 'information-complete',
      },
      cap('um.retrospective.decision-cap-14cd'),
    ],
    from: FROM,
    cite: cite(5, 1),
  }),
  clock({
    row: 'retrospective',
    duties: letters,
    part: 'approval',
    arms: [cap('um.retrospective.written-approval-14cd')],
    from: FROM,
    cite: cite(5, 3),
  }),
  clock({
    row: 'retrospective',
    duties: letters,
    part: 'denial',
    arms: [cap('um.retrospective.written-denial-14cd')],
    from: FROM,
    cite: cite(5, 4),
  }),
  clock({
    row: 'reconsideration',
    duties: ['decision'],
    arms: [{ rule: 'um.reconsideration.decision-1bd', within: [1, 'business-days'], of: 'asked' }],
    from: FROM,
    cite: cite(6, 1),
  }),
  clock({
    row: 'reconsideration',
    duties: ['verbal'],
    arms: [{ rule: 'um.reconsideration.verbal-1bd', within: [1, 'business-days'], of: 'asked' }],
    from: FROM,
    cite: cite(6, 2),
  }),
  clock({
    row: 'reconsideration',
    duties: letters,
    part: 'approval',
    arms: [],
    cell: { of: 'original-row', rule: 'um.reconsideration.written-approval-by-type' },
    from: FROM,
    cite: cite(6, 3),
  }),
  clock({
    row: 'reconsideration',
    duties: letters,
    part: 'denial',
    arms: [],
    cell: { of: 'original-row', rule: 'um.reconsideration.written-denial-by-type' },
    from: FROM,
    cite: cite(6, 4),
  }),
];

const pended: readonly Row[] = ['preservice-nonurgent', 'concurrent-nonurgent', 'retrospective'];

/** Misreadings with a rule of their own. Section 7, the same table. */
export const MISREADINGS: readonly Misreading[] = [
  {
    rule: 'um.preservice-urgent.no-info-dependency',
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
    rule: 'um.concurrent-urgent.inpatient-always-urgent',
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
export const TIME_TABLE_RULES: readonly RuleId[] = [
  ...new Set([
    ...TIME_TABLE.flatMap(({ arms }) => arms.filter(({ capScope }) => !capScope).map(({ rule }) => rule)),
    ...TIME_TABLE.flatMap(({ cell }) => (cell ? [cell.rule] : [])),
    ...MISREADINGS.map(({ rule }) => rule),
  ]),
];
