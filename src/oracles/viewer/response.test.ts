import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import { part, responding, viewing } from '../../../tests/checks/viewer.ts';
import { response } from './response.ts';

const kept = () => responding().until();
const shown = (changes: Parameters<typeof responding>[0]) => () => responding(changes).until();

describeChecks('the response screen', response, {
  'portal.response.fields': {
    kept,
    broken: shown({ units: 4 }),
    observed: { units: 4 },
  },
  'portal.response.pended-recheck-hint': {
    kept: shown({ status: 'PEND', message: 'Pending. Look again in 4 hours or the next morning.' }),
    broken: shown({ status: 'PEND', message: 'Pending. Look again in 4 hours.' }),
    observed: { lookAgainAfter: ['4 hours'] },
  },
  'portal.response.clean-referral-approved': {
    kept,
    broken: shown({ status: 'MEDREVIEW' }),
    observed: { status: 'MEDREVIEW' },
  },
  'portal.referral.requesting-provider-autofill': {
    kept,
    broken: shown(part('referredBy', { site: 'site-spec' })),
    observed: { referredBySite: 'site-spec' },
  },
  'portal.referral.contact-editable': {
    kept,
    broken: () => viewing(part('servicingContact', { phone: '617-555-0100' })),
    observed: { servicingContactPhone: '617-555-0100' },
  },
  'portal.referral.servicing-multi-group': {
    kept,
    broken: shown(part('referredTo', { affiliation: 'aff-spec-north' })),
    observed: { referredToAffiliation: 'aff-spec-north' },
  },
  'portal.referral.remarks-content': {
    kept,
    broken: () => viewing({ remarks: 'Knee' }),
    observed: { remarks: 'Knee' },
  },
  'portal.referral.diagnosis-primary-first': {
    kept,
    broken: shown({ diagnoses: [{ code: 'M54.50' }, { code: 'M17.11' }] }),
    observed: { diagnoses: ['M54.50', 'M17.11'] },
  },
});
