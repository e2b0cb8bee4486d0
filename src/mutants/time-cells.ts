import {
  both,
  completeAtOnce,
  type Duty,
  first,
  LETTERS,
  markedUrgent,
  neverComplete,
  outcomeIs,
  reconsidered,
  type When,
} from './when.ts';

/** One arm of the time table, with what a sloppy office does about it. */
export type Cell = {
  readonly rule: string;
  readonly duties: readonly Duty[];
  readonly when?: When;
  readonly scenario: string;
};

const row1 = 'um.preservice-nonurgent';
const row2 = 'um.preservice-urgent';
const row3 = 'um.concurrent-urgent';
const row4 = 'um.concurrent-nonurgent';
const row5 = 'um.retrospective';
const row6 = 'um.reconsideration';

/** Every arm of the table, with what a sloppy office does about it. */
export const CELLS: readonly Cell[] = [
  {
    rule: `${row1}.decision-2bd-of-info`,
    duties: ['decision'],
    when: first,
    scenario: 'takes a third business day over standard requests',
  },
  {
    rule: `${row1}.decision-cap-14cd`,
    duties: ['decision'],
    when: neverComplete,
    scenario: 'leaves requests without information beyond day 14',
  },
  {
    rule: `${row1}.verbal-24h-of-decision`,
    duties: ['verbal'],
    when: first,
    scenario: 'calls about standard decisions on the day after next',
  },
  {
    rule: `${row1}.verbal-cap-14cd`,
    duties: ['verbal'],
    when: first,
    scenario: 'calls a day after a decision on day 14',
  },
  {
    rule: `${row1}.written-approval-2bd`,
    duties: LETTERS,
    when: first,
    scenario: 'posts standard approvals a day late',
  },
  {
    rule: `${row1}.written-denial-1bd`,
    duties: LETTERS,
    when: both(first, outcomeIs('denied')),
    scenario: 'posts standard denials with the approvals',
  },
  {
    rule: `${row1}.written-denial-cap-14cd`,
    duties: LETTERS,
    when: both(first, outcomeIs('denied')),
    scenario: 'posts a denial of day 14 on day 15',
  },
  {
    rule: `${row2}.decision-72h`,
    duties: ['decision'],
    when: both(first, completeAtOnce),
    scenario: 'rounds 72 hours up',
  },
  {
    rule: `${row2}.verbal-24h-of-decision`,
    duties: ['verbal'],
    when: first,
    scenario: 'calls about urgent decisions when there is time',
  },
  {
    rule: `${row2}.verbal-cap-72h`,
    duties: ['verbal'],
    when: first,
    scenario: 'gives the call 24 hours of its own after the 72',
  },
  {
    rule: `${row2}.written-approval-2bd`,
    duties: LETTERS,
    when: first,
    scenario: 'posts urgent approvals a day late',
  },
  {
    rule: `${row2}.written-denial-lesser`,
    duties: LETTERS,
    when: both(first, outcomeIs('denied')),
    scenario: 'posts urgent denials a day late',
  },
  {
    rule: `${row3}.decision-24h`,
    duties: ['decision'],
    when: both(first, markedUrgent),
    scenario: 'decides continued stays at the next morning round',
  },
  {
    rule: `${row3}.verbal-24h-of-receipt`,
    duties: ['verbal'],
    when: first,
    scenario: 'counts the call from the decision instead of receipt',
  },
  {
    rule: `${row3}.written-approval-1bd`,
    duties: LETTERS,
    when: first,
    scenario: 'gives continued stays the two days of other approvals',
  },
  {
    rule: `${row3}.written-denial-lesser`,
    duties: LETTERS,
    when: both(first, outcomeIs('denied')),
    scenario: 'posts denied stays a day late',
  },
  {
    rule: `${row4}.decision-1bd-of-info`,
    duties: ['decision'],
    when: first,
    scenario: 'takes two business days over continued therapy',
  },
  {
    rule: `${row4}.decision-cap-14cd`,
    duties: ['decision'],
    when: neverComplete,
    scenario: 'leaves continued therapy beyond day 14',
  },
  {
    rule: `${row4}.notification-cap-14cd`,
    duties: ['verbal'],
    when: first,
    scenario: 'calls about continued therapy on day 15',
  },
  {
    rule: `${row4}.verbal-approval-1bd`,
    duties: ['verbal'],
    when: both(first, outcomeIs('approved')),
    scenario: 'calls about approved therapy two days later',
  },
  {
    rule: `${row4}.verbal-denial-24h`,
    duties: ['verbal'],
    when: both(first, outcomeIs('denied')),
    scenario: 'calls about denied therapy by the next business day',
  },
  {
    rule: `${row4}.written-approval-1bd`,
    duties: LETTERS,
    when: first,
    scenario: 'posts approved therapy a day late',
  },
  {
    rule: `${row4}.written-denial-lesser`,
    duties: LETTERS,
    when: both(first, outcomeIs('denied')),
    scenario: 'posts denied therapy a day late',
  },
  {
    rule: `${row5}.decision-2bd-of-info`,
    duties: ['decision'],
    when: first,
    scenario: 'treats retrospective reviews as not pressing',
  },
  {
    rule: `${row5}.decision-cap-14cd`,
    duties: ['decision'],
    when: neverComplete,
    scenario: 'waits for the record beyond day 14',
  },
  {
    rule: `${row5}.written-approval-14cd`,
    duties: LETTERS,
    when: outcomeIs('approved'),
    scenario: 'posts retrospective approvals after day 14',
  },
  {
    rule: `${row5}.written-denial-14cd`,
    duties: LETTERS,
    when: outcomeIs('denied'),
    scenario: 'posts retrospective denials after day 14',
  },
  {
    rule: `${row6}.decision-1bd`,
    duties: ['decision'],
    when: reconsidered,
    scenario: 'lets reconsiderations queue with new requests',
  },
  {
    rule: `${row6}.verbal-1bd`,
    duties: ['verbal'],
    when: reconsidered,
    scenario: 'counts the call about a reconsideration from its decision',
  },
  {
    rule: `${row6}.written-approval-by-type`,
    duties: LETTERS,
    when: both(reconsidered, outcomeIs('approved')),
    scenario: 'posts overturned denials a day late',
  },
  {
    rule: `${row6}.written-denial-by-type`,
    duties: LETTERS,
    when: both(reconsidered, outcomeIs('denied')),
    scenario: 'posts upheld denials a day late',
  },
];
