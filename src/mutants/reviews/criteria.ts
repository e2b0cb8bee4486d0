import { changingAnswers } from '../makers/answers.ts';
import { omittingEvents } from '../makers/events.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in criteria and in how the plan can be reached. */
export const criteria: readonly Mutant[] = [
  changingAnswers({
    id: 'own-criteria-hidden',
    breaks: 'um.criteria.internal-on-portal',
    summary: 'Criteria are for reviewers.',
    operations: ['show-criteria'],
    change: (body) => {
      delete body.text;
    },
  }),
  omittingEvents({
    id: 'criteria-never-sent',
    breaks: 'um.criteria.proprietary-on-request',
    summary: 'A request for proprietary criteria is noted.',
    when: (event) => event.type === 'criteria-sent',
  }),
  {
    id: 'messages-a-day-later',
    breaks: 'um.contact.after-hours-next-bd',
    summary: 'Messages of the night are heard with the next night’s.',
    make: (parts) => ({
      ...parts,
      desk: { ...parts.desk, retrieveAt: (left, pack) => parts.desk.retrieveAt(left, pack) + 86_400_000 },
    }),
  },
];
