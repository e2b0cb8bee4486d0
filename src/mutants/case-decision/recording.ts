import { changingAnswers, objectAt } from '../makers/answers.ts';
import { CONFLICT } from '../makers/delegate.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import { DAY_MS } from '../makers/times.ts';
import { type Mutant, replacingParts } from '../mutant.ts';

/** Faults in what the delegate records with a determination. */
export const recording: readonly Mutant[] = [
  changingAnswers({
    id: 'no-word-of-a-fax',
    breaks: 'clinical.notmet.review-message',
    summary: 'The message thanks, and says no more.',
    operations: ['submit-case'],
    change: (body) => {
      if (body.state === 'clinical-review')
        body.message = 'Thank you. Your case was sent to clinical review.';
    },
  }),
  changingAnswers({
    id: 'expires-before-it-is-decided',
    breaks: 'clinical.summary.review-fields',
    summary: 'The summary of a pending case shows the span that it asks for.',
    operations: ['submit-case'],
    change: (body) => {
      if (body.state === 'clinical-review') body.expiration = '2026-12-31';
    },
  }),
  changingAnswers({
    id: 'provider-left-out',
    breaks: 'case.info.four-categories',
    summary: 'The practitioner is kept under a name alone.',
    operations: ['submit-case'],
    change: (body) => {
      objectAt(body, 'practitioner').npi = '';
    },
  }),
  replacingParts({
    id: 'criteria-met-and-waiting',
    breaks: 'decision.realtime.approval-possible',
    summary: 'Whatever meets the criteria is approved over night.',
    replace: (parts) => ({
      events: (events, state) => {
        const passed = parts.events(events, state);
        const sent = passed.find((event) => event.type === 'case-submitted');
        return sent?.type === 'case-submitted' && sent.criteriaMet ? [sent] : passed;
      },
    }),
  }),
  changingAnswers({
    id: 'no-room-for-reasons',
    breaks: 'decision.summary.four-sections',
    summary: 'Reasons are in the letter.',
    operations: ['view-case'],
    change: (body) => {
      if (body.decision) delete objectAt(body, 'decision').rationale;
    },
  }),
  changingAnswers({
    id: 'site-without-number',
    breaks: 'decision.summary.identifiers',
    summary: 'The site is printed by its name.',
    operations: ['view-case'],
    change: (body) => {
      objectAt(body, 'site').npi = '';
    },
  }),
  changingDelegateGate({
    id: 'ninety-days-of-authorization',
    breaks: 'decision.expiration.180-days-from-review',
    summary: 'Authorizations hold for a quarter of a year.',
    gate: 'windowAuthorization',
    change: (window) => (file, pack) => {
      const until = window(file, pack);
      return until === null ? null : until - 90 * DAY_MS;
    },
  }),
  changingDelegateGate({
    id: 'nothing-by-phone',
    breaks: 'update.existing.by-phone',
    summary: 'Every change is a new case.',
    gate: 'updateScope',
    change: () => () => CONFLICT,
  }),
  changingDelegateGate({
    id: 'technique-by-phone',
    breaks: 'update.change-needs-new-review',
    summary: 'Whoever calls can change anything.',
    gate: 'updateScope',
    change: () => () => null,
  }),
];
