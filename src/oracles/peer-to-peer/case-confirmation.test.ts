import { CASE, denied, keysOf, memberOf } from '../../../tests/checks/delegate.ts';
import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import { caseConfirmation } from './case-confirmation.ts';

const CONFIRMED = {
  caseNumber: CASE,
  member: memberOf(),
  state: 'MA',
  healthPlan: 'harbor-plan',
  episode: CASE,
  modality: 'radiation-therapy',
  system: 'Harbor Oncology Review',
};

const lookUp = (cases: readonly object[], status: number, answer: object) =>
  denied().call('practice', 'look-up-peer-cases', { body: { cases }, status, answer }).until();

const OTHER_BIRTH_DATE = [{ caseNumber: CASE, birthDate: '1900-01-01' }];

describeChecks('the case-confirmation page', caseConfirmation, {
  'p2p.request.lookup-needs-matching-dob': {
    kept: () => lookUp(OTHER_BIRTH_DATE, 404, { code: 'not-found' }),
    broken: () => lookUp(OTHER_BIRTH_DATE, 404, { detail: `That is not ${memberOf().lastName}.` }),
    observed: { disclosedMember: 'M8000001' },
  },
  'p2p.request.confirmation-fields': {
    kept: () => lookUp(keysOf(CASE), 200, { cases: [CONFIRMED] }),
    broken: () => lookUp(keysOf(CASE), 200, { cases: [{ ...CONFIRMED, member: memberOf('medicare') }] }),
  },
});
