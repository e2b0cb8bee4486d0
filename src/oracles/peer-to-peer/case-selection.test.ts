import {
  book,
  CASE,
  denied,
  group,
  keysOf,
  MONDAY_AT_NINE,
  OTHER_CASE,
  offer,
  PREFERENCES,
  submitted,
  twoDenied,
  withAppointment,
} from '../../../tests/checks/delegate.ts';
import { describeChecks, describeVerdicts } from '../../../tests/checks/describe-checks.ts';
import type { SmallHistory } from '../../../tests/checks/small-history.ts';
import { caseSelection } from './case-selection.ts';

const lookUp = (history: SmallHistory, cases: readonly object[], status: number) =>
  history.call('practice', 'look-up-peer-cases', { body: { cases }, status, answer: { cases: [] } }).until();

const both = { numbers: [CASE, OTHER_CASE] };
const offeredBoth = () => offer(twoDenied(), undefined, { cases: keysOf(CASE, OTHER_CASE) });

const setZone = (timeZone: string) =>
  denied()
    .call('practice', 'set-time-zone', { body: { timeZone: 'America/Chicago' }, answer: { timeZone } })
    .until();

describeChecks('the cases of a peer-to-peer', caseSelection, {
  'p2p.request.no-duplicate-case': {
    kept: () => lookUp(denied(), keysOf(CASE, CASE), 422),
    broken: () => lookUp(denied(), keysOf(CASE, CASE), 200),
    observed: { answer: 200 },
  },
  'p2p.request.add-another-case': {
    kept: () => book(offeredBoth(), both).until(),
    broken: () => book(offeredBoth(), { ...both, answer: { cases: [{ caseNumber: CASE }] } }).until(),
    observed: { casesOfAppointment: 1 },
  },
  'p2p.request.each-case-needs-eligibility': {
    kept: () => offer(submitted(), [], { status: 422 }).until(),
    broken: () => offer(submitted()).until(),
    observed: { answer: 200 },
  },
  'p2p.request.remove-case': {
    kept: () => offer(denied(), [], { cases: [], status: 422 }).until(),
    broken: () => offer(denied(), [], { cases: [] }).until(),
  },
  'p2p.request.first-login-timezone': {
    kept: () => setZone('America/Chicago'),
    broken: () => setZone('America/New_York'),
    observed: { timeZone: 'America/New_York' },
  },
});

describeVerdicts('more on the cases of a peer-to-peer', caseSelection, [
  {
    it: 'must not hold two live appointments for a case',
    rule: 'p2p.request.no-duplicate-case',
    history: () => book(withAppointment(), { body: { slot: 'nine-30' }, id: 'appointment-2' }).until(),
    verdicts: ['violated'],
  },
  {
    it: 'may look up two cases at once',
    rule: 'p2p.request.add-another-case',
    history: () => lookUp(twoDenied(), keysOf(CASE, OTHER_CASE), 200),
    verdicts: ['met'],
  },
  {
    it: 'must not offer slots for two cases of which one was never decided',
    rule: 'p2p.request.each-case-needs-eligibility',
    history: () =>
      offer(submitted(), [group(MONDAY_AT_NINE)], { preferences: PREFERENCES, status: 422 }).until(),
    verdicts: ['met'],
  },
]);
