import { changingAnswers } from '../makers/answers.ts';
import { changingEvents } from '../makers/events.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in what becomes of a case between its submission and its end. */
export const caseLife: readonly Mutant[] = [
  changingAnswers({
    id: 'drafts-live-on',
    breaks: 'case.submit.unsubmitted-expires-silently',
    summary: 'What was never sent stays in progress.',
    operations: ['view-case'],
    change: (body) => {
      if (body.state === 'expired') body.state = 'in-progress';
    },
  }),
  changingEvents({
    id: 'saved-is-looked-at',
    breaks: 'case.submit.explicit-submit-required',
    summary: 'A nurse takes up what was saved, to save time.',
    change: (event, { delegate }) =>
      event.type === 'case-saved' && delegate.cases.get(event.case)?.build.cancerType === 'RCBREA'
        ? [
            event,
            {
              type: 'case-reviewed',
              at: event.at,
              case: event.case,
              by: 'nurse',
              documents: [],
              notes: null,
            },
          ]
        : event,
  }),
  changingEvents({
    id: 'notes-unread',
    breaks: 'clinical.additional.sent-to-review',
    summary: 'What was typed and sent is not in the packet.',
    change: (event) => (event.type === 'case-reviewed' ? { ...event, documents: [], notes: null } : event),
  }),
  changingEvents({
    id: 'original-stays',
    breaks: 'update.new-approved-withdraws-original',
    summary: 'Both authorizations hold.',
    change: (event) => (event.type === 'case-withdrawn' ? null : event),
  }),
];
