import { describe, expect, it } from 'vitest';
import { describeChecks, type KeptAndBroken } from '../../../tests/checks/describe-checks.ts';
import {
  ADMISSION,
  errors,
  NUMBER,
  OUTPATIENT,
  REFERRAL,
  type Submission,
  servicing,
  signedIn,
  submit,
  submitted,
} from '../../../tests/checks/request-entry.ts';
import { withChanges } from '../../../tests/checks/small-history.ts';
import type { History } from '../../history/index.ts';
import { packOf } from '../../rulebook/index.ts';
import { judge } from '../index.ts';
import { submissions } from './submissions.ts';

type Body = Readonly<Record<string, unknown>>;

const taken =
  (standard: Body, changes: Body = {}, about: Submission = {}) =>
  (): History =>
    submitted(standard, changes, about).until();

const refused =
  (standard: Body, changes: Body, path: string, code: string, about: Submission = {}) =>
  (): History =>
    submitted(standard, changes, { ...about, status: 422, answer: errors([path, code]) }).until();

/** What a rule allows, taken; and what it forbids, taken as well. */
const forbids = (standard: Body, allowed: Body, forbidden: Body, about: Submission = {}): KeptAndBroken => ({
  kept: taken(standard, allowed, about),
  broken: taken(standard, forbidden, about),
  observed: { answer: 201 },
});

/** What a delegate decides, refused; and the same, taken. */
const belongsElsewhere = (changes: Body): KeptAndBroken => ({
  kept: refused(OUTPATIENT, changes, 'procedure', 'delegated'),
  broken: taken(OUTPATIENT, changes),
  observed: { answer: 201 },
});

const SEVEN = ['M17.11', 'M54.50', 'E11.9', 'I10', 'J45.909', 'S82.891B', 'G43.909'];
const contact = (name: string, phone: string): Body => ({
  servicing: { provider: 'dr-spec', affiliation: 'aff-spec', contact: { name, phone } },
});
const WHEN_ENDED = { kind: 'eligibility-feed' as const, member: 'M1000001' };

/** An authorization for care on 02/10 of a member whose coverage ends on a date. */
const coveredUntil = (to: string) => (): History =>
  submit(signedIn().inject({ ...WHEN_ENDED, coverage: [{ from: '2019-01-01', to }] }), OUTPATIENT).until();

/** A referral from 02/03 to 03/03 that is open, and one more to the same affiliation. */
const again = (changes: Body) => (): History =>
  submit(submitted(REFERRAL, {}), withChanges(REFERRAL, changes), {
    case: 'B',
    answer: { id: '26034R00002', status: 'APPROVED' },
  }).until();

/** One referral, sent twice with one key. */
const twice = (second: string) => (): History =>
  submit(submit(signedIn(), REFERRAL, { key: 'k1' }), REFERRAL, {
    key: 'k1',
    answer: { id: second, status: 'PEND' },
  }).until();

describeChecks('submissions', submissions, {
  'portal.referral.required-fields': forbids(REFERRAL, {}, { procedure: ' ' }),
  'portal.referral.diagnosis-min-one': forbids(REFERRAL, {}, { diagnoses: [] }),
  'portal.referral.diagnosis-max-six': forbids(
    REFERRAL,
    { diagnoses: SEVEN.slice(0, 6) },
    { diagnoses: SEVEN },
  ),
  'portal.referral.diagnosis-search': forbids(REFERRAL, {}, { diagnoses: ['M17.11', 'Z99.99'] }),
  'portal.referral.remarks-max-255': forbids(
    REFERRAL,
    { remarks: 'a'.repeat(255) },
    { remarks: 'a'.repeat(256) },
  ),
  // The portal fills in the requester's telephone where the servicing contact's was left out.
  'portal.referral.servicing-contact-entered': {
    kept: taken(REFERRAL, contact('Scheduling', '617-555-0200')),
    broken: taken(REFERRAL, contact('Scheduling', ''), {
      answer: { id: NUMBER, status: 'PEND', servicingContact: { name: 'Scheduling', phone: '617-555-0100' } },
    }),
  },
  'portal.viewer.retro-date-allowed': {
    kept: taken(ADMISSION, { start: '2026-02-02' }),
    broken: refused(ADMISSION, { start: '2026-02-02' }, 'start', 'out-of-range'),
    observed: { answer: 422, refusedFor: ['start'] },
  },
  // The coverage of M3000001 ended with 2020.
  'portal.referral.active-eligibility-required': forbids(REFERRAL, {}, { member: 'M3000001' }),
  'portal.referral.patient-must-be-selected': forbids(REFERRAL, {}, { member: 'M9999999' }),
  'portal.referral.servicing-must-be-selected': forbids(REFERRAL, {}, servicing('dr-spec', 'aff-hosp')),
  'um.submit.oon-not-via-portal': forbids(REFERRAL, {}, servicing('dr-out', 'aff-out')),
  'portal.referral.units-positive-integer': forbids(REFERRAL, { units: 1 }, { units: 0 }),
  'portal.referral.date-range-required': forbids(REFERRAL, {}, { end: '2026-02-30' }),
  'portal.referral.date-order': forbids(REFERRAL, { end: '2026-02-03' }, { end: '2026-02-02' }),
  // An area code does not begin with 0 or 1.
  'portal.referral.phone-area-code': forbids(
    REFERRAL,
    contact('Scheduling', '1 (617) 555-0200'),
    contact('Scheduling', '117-555-0200'),
  ),
  'portal.type.status-is-not-creatable': forbids(REFERRAL, {}, { type: 'status' }),
  'um.time.urgent-flag': forbids(OUTPATIENT, { urgency: 'urgent' }, { urgency: '' }),
  'portal.referral.requested-service-consultation': forbids(REFERRAL, {}, { service: 'surgery' }),
  'portal.referral.procedure-range': forbids(REFERRAL, { procedure: '99215' }, { procedure: '99216' }),
  'um.referral.pcp-only': {
    kept: taken(REFERRAL),
    broken: taken(REFERRAL, {}, { by: 'specialist' }),
    observed: { answer: 201 },
  },
  'portal.referral.distinct-date-span': {
    kept: again({ start: '2026-04-01', end: '2026-05-01' }),
    broken: again({}),
  },
  // The benefits of M5000002 leave out 99205.
  'um.referral.allowed-within-agreement': forbids(
    REFERRAL,
    { member: 'M5000002' },
    { member: 'M5000002', procedure: '99205' },
  ),
  // dr-left was in the network until 01/31.
  'um.referral.allowed-specialist-network': {
    kept: taken(
      REFERRAL,
      { ...servicing('dr-left', 'aff-left'), start: '2026-01-30' },
      { at: '2026-01-30T09:00:00-05:00' },
    ),
    broken: taken(REFERRAL, servicing('dr-left', 'aff-left')),
  },
  // 02/03/2026 is 90 days after 11/05/2025.
  'um.referral.within-90-days': {
    kept: taken(REFERRAL, { start: '2025-11-05' }),
    broken: refused(REFERRAL, { start: '2025-11-05' }, 'start', 'out-of-range'),
    observed: { answer: 422 },
  },
  'portal.referral.max-span-one-year': {
    kept: taken(REFERRAL, { end: '2027-02-03' }),
    broken: refused(REFERRAL, { end: '2027-02-03' }, 'end', 'out-of-range'),
  },
  'um.valid.initiator': {
    kept: taken(OUTPATIENT, {}, { by: 'specialist' }),
    broken: taken(OUTPATIENT, {}, { by: 'other' }),
  },
  'um.dme.requester': {
    kept: taken(OUTPATIENT, { procedure: 'E1390', ...servicing('vendor', 'aff-vendor') }, { by: 'vendor' }),
    broken: taken(OUTPATIENT, { procedure: 'E1390', ...servicing('vendor', 'aff-vendor') }, { by: 'other' }),
  },
  'um.concurrent.request-source': {
    kept: taken(ADMISSION, { reviewType: 'concurrent' }, { by: 'hospital' }),
    broken: taken(ADMISSION, { reviewType: 'concurrent' }, { by: 'hospital-north' }),
  },
  // site-out, which treats M6000005, is outside the network.
  'um.valid.network-provider': {
    kept: taken(OUTPATIENT, { member: 'M6000005' }),
    broken: taken(OUTPATIENT, { member: 'M6000005' }, { by: 'outsider' }),
  },
  'um.valid.member-active-at-service': {
    kept: coveredUntil('2026-02-10'),
    broken: coveredUntil('2026-02-09'),
  },
  'um.valid.portal-template': forbids(OUTPATIENT, {}, { setting: 'inpatient' }),
  'um.delegate.evicore-services': belongsElsewhere({ procedure: '70551', setting: 'office' }),
  'um.delegate.sleep-direct': belongsElsewhere({ procedure: '95810', setting: 'office' }),
  'um.delegate.sleep-all-lines': belongsElsewhere({
    procedure: '95810',
    setting: 'office',
    member: 'M4000001',
  }),
  'um.delegate.bh-optum': belongsElsewhere({ procedure: '90870', setting: 'office' }),
  'um.delegate.cvs-scope': belongsElsewhere({ procedure: 'J0135', setting: 'office' }),
  'um.delegate.evicore-exempt-settings': {
    kept: taken(OUTPATIENT, { procedure: '70551', setting: 'surgical' }),
    broken: refused(OUTPATIENT, { procedure: '70551', setting: 'surgical' }, 'procedure', 'delegated'),
  },
  'um.program.review-types': {
    kept: taken(OUTPATIENT, { reviewType: 'preservice' }),
    broken: refused(OUTPATIENT, { reviewType: 'preservice' }, 'reviewType', 'not-allowed'),
  },
  'um.concurrent.scope': {
    kept: taken(ADMISSION, { reviewType: 'concurrent' }),
    broken: refused(ADMISSION, { reviewType: 'concurrent' }, 'reviewType', 'not-allowed'),
  },
  'portal.referral.error-on-missing-required': {
    kept: refused(REFERRAL, { units: 0 }, 'units', 'out-of-range'),
    broken: refused(REFERRAL, { units: 0 }, 'remarks', 'too-long'),
    observed: { faultsNamed: [], entriesNamed: ['remarks'] },
  },
  'portal.referral.no-record-on-error': {
    kept: refused(REFERRAL, { units: 0 }, 'units', 'out-of-range'),
    broken: taken(REFERRAL, { units: 0 }, { status: 422, answer: { code: 'invalid-input', id: NUMBER } }),
    observed: { request: NUMBER },
  },
  'portal.referral.submit-control': {
    kept: twice(NUMBER),
    broken: twice('26034R00002'),
    observed: { request: '26034R00002' },
  },
  'portal.type.referral-real-time': {
    kept: taken(REFERRAL),
    broken: taken(REFERRAL, {}, { status: 422, answer: { code: 'invalid-input' } }),
    observed: { answer: 422, number: null },
  },
  'portal.type.outpatient-real-time': {
    kept: taken(OUTPATIENT),
    broken: taken(OUTPATIENT, {}, { status: 201, answer: { id: NUMBER } }),
    observed: { answer: 201, status: null },
  },
  'portal.type.admission-real-time': {
    kept: taken(ADMISSION),
    broken: taken(ADMISSION, {}, { status: 422, answer: { code: 'invalid-input' } }),
  },
});

const violatedIn = (history: History): string[] =>
  judge(history, packOf(history.header.pack), { explain: false })
    .filter(({ verdict, rule }) => verdict === 'violated' && submissions.some((check) => check.rule === rule))
    .map(({ rule }) => rule);

describe('a submission with two faults', () => {
  it('that was taken is held against neither rule, since either may be the one that the portal does not keep', () => {
    expect(violatedIn(taken(REFERRAL, { units: 0, end: '2026-02-02' })())).toEqual([]);
  });
  it('that was taken without one of the faults is held against the rule on the other', () => {
    expect(violatedIn(taken(REFERRAL, { units: 0 })())).toEqual(['portal.referral.units-positive-integer']);
    expect(violatedIn(taken(REFERRAL, { end: '2026-02-02' })())).toEqual(['portal.referral.date-order']);
  });
});
