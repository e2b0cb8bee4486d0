import type { Json } from '../makers/answers.ts';
import { skippingEntryCheck } from '../makers/entry-checks.ts';
import { categoryOf, type Fault, type Mutant, replacingParts } from '../mutant.ts';

/** A portal that says something else of what some procedures require; null leaves its answer as it is. */
export const changingRequirements = ({
  change,
  ...fault
}: Fault & { readonly change: (procedure: string) => Json | null }): Mutant =>
  replacingParts({
    ...fault,
    replace: ({ requirementView }) => ({
      requirementView: (state, question) => {
        const view = requirementView(state, question);
        const changed = change(question.procedure);
        return changed ? { ...(view as Json), ...changed } : view;
      },
    }),
  });

/** A portal that takes what a delegate should be asked for: of one category, for all members or those of one kind. */
export const acceptingDelegatedCare = ({
  category,
  medicaid,
  ...fault
}: Fault & { readonly category: string; readonly medicaid?: boolean }): Mutant =>
  skippingEntryCheck({
    ...fault,
    check: 'not-delegated',
    when: (draft, { state }) => {
      const line = state.members.get(String(draft.member))?.lineOfBusiness;
      return (
        categoryOf(state, draft.procedure) === category &&
        (medicaid === undefined || (line === 'medicaid') === medicaid)
      );
    },
  });

/** Takes the status out of the answer to a request of one type. */
export const withoutStatusOf =
  (type: string) =>
  (body: Json): void => {
    if (body.type === type) delete body.status;
  };
