import { refuse } from '../../reference-impl/index.ts';
import { changingGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in reconsideration by the plan. */
export const plan: readonly Mutant[] = [
  changingGate({
    id: 'anything-is-reconsidered',
    breaks: 'um.reconsideration.eligible-denials',
    summary: 'The button is there for every decided request.',
    gate: 'reconsider',
    change: (gate) => (request) =>
      request.determinations.length > 0 && !request.reconsideration ? null : gate(request),
  }),
  changingGate({
    id: 'no-reconsideration-online',
    breaks: 'um.reconsideration.provider-only',
    summary: 'Reconsideration by letter only.',
    gate: 'reconsider',
    change: () => () => refuse('forbidden', 'Please write to us.'),
  }),
  {
    id: 'reconsideration-called-appeal',
    breaks: 'um.reconsideration.informal-not-appeal',
    summary: 'The appeal template is used for reconsiderations.',
    make: (parts) => ({
      ...parts,
      desk: {
        ...parts.desk,
        sections: (state, request, made) => {
          const letter = parts.desk.sections(state, request, made);
          return made.reconsideration
            ? { ...letter, determination: `Your appeal: ${letter.determination}` }
            : letter;
        },
      },
    }),
  },
];
