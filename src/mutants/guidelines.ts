import { faulty, type Mutant } from './mutant.ts';

/** A guideline page that says something else of some services. */
const guiding = (
  id: string,
  breaks: string,
  summary: string,
  change: (code: string) => Record<string, unknown> | null,
): Mutant =>
  faulty(id, breaks, summary, ({ requirementView }) => ({
    requirementView: (state, question) => {
      const view = requirementView(state, question);
      const changed = change(question.procedure);
      return changed ? { ...(view as Record<string, unknown>), ...changed } : view;
    },
  }));

/** Faults in what the portal says is required. */
export const guidelineMutants: readonly Mutant[] = [
  guiding(
    'guideline-is-empty',
    'um.lookup.guidelines-online',
    'The text of the page was never written.',
    () => ({
      guideline: '',
    }),
  ),
  guiding(
    'grid-of-last-year',
    'um.lookup.grid-current',
    'The page reads the first version of the grid.',
    (code) => (code === '64561' ? { asks: 'nothing' } : null),
  ),
  guiding(
    'every-operation-listed',
    'um.lookup.sdc-list-only',
    'All day surgery is said to need authorization.',
    (code) => (code === '11402' ? { asks: 'prior-authorization' } : null),
  ),
  guiding(
    'all-equipment-listed',
    'um.lookup.dme-list-only',
    'All equipment is said to need authorization.',
    (code) => (code === 'E0110' ? { asks: 'prior-authorization' } : null),
  ),
  guiding(
    'requested-said-to-be-required',
    'um.notice.requested-or-required',
    'One word for both kinds of notification.',
    (code) => (code === '99284' ? { asks: 'required-notification' } : null),
  ),
  guiding(
    'listed-service-said-to-be-free',
    'um.pa.listed-services',
    'The list of the page lags behind.',
    (code) => (code === 'S9494' ? { asks: 'nothing' } : null),
  ),
];
