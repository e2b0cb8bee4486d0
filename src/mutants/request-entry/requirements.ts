import { omittingEvents } from '../makers/events.ts';
import type { Mutant } from '../mutant.ts';
import { changingRequirements } from './makers.ts';

/** Faults in what the portal says is required, and in how a change is announced. */
export const requirements: readonly Mutant[] = [
  changingRequirements({
    id: 'guideline-is-empty',
    breaks: 'um.lookup.guidelines-online',
    summary: 'The text of the page was never written.',
    change: () => ({
      guideline: '',
    }),
  }),
  changingRequirements({
    id: 'grid-of-last-year',
    breaks: 'um.lookup.grid-current',
    summary: 'The page reads the first version of the grid.',
    change: (code) => (code === '64561' ? { asks: 'nothing' } : null),
  }),
  changingRequirements({
    id: 'every-operation-listed',
    breaks: 'um.lookup.sdc-list-only',
    summary: 'All day surgery is said to need authorization.',
    change: (code) => (code === '11402' ? { asks: 'prior-authorization' } : null),
  }),
  changingRequirements({
    id: 'all-equipment-listed',
    breaks: 'um.lookup.dme-list-only',
    summary: 'All equipment is said to need authorization.',
    change: (code) => (code === 'E0110' ? { asks: 'prior-authorization' } : null),
  }),
  changingRequirements({
    id: 'requested-said-to-be-required',
    breaks: 'um.notice.requested-or-required',
    summary: 'One word for both kinds of notification.',
    change: (code) => (code === '99284' ? { asks: 'required-notification' } : null),
  }),
  changingRequirements({
    id: 'listed-service-said-to-be-free',
    breaks: 'um.pa.listed-services',
    summary: 'The list of the page lags behind.',
    change: (code) => (code === 'S9494' ? { asks: 'nothing' } : null),
  }),
  omittingEvents({
    id: 'grid-changes-without-a-word',
    breaks: 'um.program.pa-change-notice',
    summary: 'A new grid is loaded overnight.',
    when: (event) => event.type === 'announced',
  }),
];
