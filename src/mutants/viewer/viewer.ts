import { changingAnswers, objectAt, rowsOf } from '../makers/answers.ts';
import { HOUR_MS } from '../makers/times.ts';
import type { Mutant } from '../mutant.ts';

const VIEW = ['view-request'] as const;

const ANSWERS = ['submit-request', 'view-request'] as const;

/** Faults in what the response page and the viewer show. */
export const viewer: readonly Mutant[] = [
  changingAnswers({
    id: 'received-when-opened',
    breaks: 'um.submit.same-clock-any-channel',
    summary: 'The receipt time is stamped when the record is imported, an hour later.',
    operations: ['view-request'],
    change: (body) => {
      body.receivedAt = new Date(Date.parse(String(body.receivedAt)) + HOUR_MS).toISOString();
    },
  }),
  changingAnswers({
    id: 'response-without-birth-date',
    breaks: 'portal.response.fields',
    summary: 'The response screen has no room for it.',
    operations: ['submit-request'],
    change: (body) => {
      delete objectAt(body, 'member').birthDate;
    },
  }),
  changingAnswers({
    id: 'pended-without-a-hint',
    breaks: 'portal.response.pended-recheck-hint',
    summary: 'A pended request just says so.',
    operations: ANSWERS,
    change: (body) => {
      if (body.status === 'PEND') body.message = 'Pended.';
    },
  }),
  changingAnswers({
    id: 'referrals-wait-for-review',
    breaks: 'portal.response.clean-referral-approved',
    summary: 'Every request goes through the same queue, referrals too.',
    operations: ['submit-request'],
    change: (body) => {
      if (body.type === 'referral') body.status = 'MEDREVIEW';
    },
  }),
  changingAnswers({
    id: 'requested-by-the-first-site',
    breaks: 'portal.referral.requesting-provider-autofill',
    summary: 'The site comes from the account, not from the session.',
    operations: ANSWERS,
    change: (body) => {
      if (objectAt(body, 'referredBy').site === 'site-spec') objectAt(body, 'referredBy').site = 'site-pcp';
    },
  }),
  changingAnswers({
    id: 'contact-from-the-profile',
    breaks: 'portal.referral.contact-editable',
    summary: 'The profile’s contact overwrites what was typed.',
    operations: ANSWERS,
    change: (body) => {
      if (objectAt(body, 'requester').name !== 'Front desk') objectAt(body, 'requester').name = 'Front desk';
    },
  }),
  changingAnswers({
    id: 'first-affiliation-wins',
    breaks: 'portal.referral.servicing-multi-group',
    summary: 'Only the clinician is stored, and the group is guessed.',
    operations: ANSWERS,
    change: (body) => {
      if (objectAt(body, 'referredTo').affiliation === 'aff-spec-north')
        objectAt(body, 'referredTo').affiliation = 'aff-spec';
    },
  }),
  changingAnswers({
    id: 'remarks-escaped-twice',
    breaks: 'portal.referral.remarks-content',
    summary: 'Remarks are escaped on the way in and again on the way out.',
    operations: ANSWERS,
    change: (body) => {
      body.remarks = String(body.remarks).replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    },
  }),
  changingAnswers({
    id: 'diagnoses-sorted',
    breaks: 'portal.referral.diagnosis-primary-first',
    summary: 'Diagnoses are kept as a set and shown in order of code.',
    operations: ANSWERS,
    change: (body) => {
      rowsOf(body, 'diagnoses').sort((a, b) => (String(a.code) < String(b.code) ? -1 : 1));
    },
  }),
  changingAnswers({
    id: 'viewer-without-product',
    breaks: 'portal.viewer.header-fields',
    summary: 'The product is on another screen.',
    operations: VIEW,
    change: (body) => {
      delete objectAt(body, 'member').product;
    },
  }),
  changingAnswers({
    id: 'lines-without-code-type',
    breaks: 'portal.viewer.service-line-columns',
    summary: 'Everything is CPT, so the column was dropped.',
    operations: VIEW,
    change: (body) => {
      for (const line of rowsOf(body, 'lines')) delete line.codeType;
    },
  }),
  changingAnswers({
    id: 'used-units-run-over',
    breaks: 'portal.viewer.used-units',
    summary: 'A claim is counted once for each of its lines.',
    operations: VIEW,
    change: (body) => {
      for (const line of rowsOf(body, 'lines')) line.usedUnits = Number(line.totalUnits) + 1;
    },
  }),
  changingAnswers({
    id: 'npi-of-the-group',
    breaks: 'portal.viewer.provider-with-npi',
    summary: 'The group’s number is shown for the clinician.',
    operations: VIEW,
    change: (body) => {
      objectAt(body, 'referredTo').npi = objectAt(body, 'payTo').npi;
    },
  }),
  changingAnswers({
    id: 'npi-made-up',
    breaks: 'portal.referral.npi-format',
    summary: 'A placeholder number where none is on file.',
    operations: VIEW,
    change: (body) => {
      objectAt(body, 'payTo').npi = '1234567890';
    },
  }),
  changingAnswers({
    id: 'setting-in-own-words',
    breaks: 'portal.viewer.setting-values',
    summary: 'The setting is shown as the claim system’s word.',
    operations: VIEW,
    change: (body) => {
      body.inpatientOutpatient = 'Ambulatory';
    },
  }),
  changingAnswers({
    id: 'visits-are-never-used',
    breaks: 'portal.viewer.used-units',
    summary: 'The column is there for a later release.',
    operations: VIEW,
    change: (body) => {
      for (const line of rowsOf(body, 'lines')) line.usedUnits = 0;
    },
  }),
  changingAnswers({
    id: 'referral-line-by-code',
    breaks: 'portal.viewer.referral-line',
    summary: 'The line shows the code’s description and one unit.',
    operations: VIEW,
    change: (body) => {
      const asAsked = body.type === 'referral' && rowsOf(body, 'revisions').length === 0;
      if (!asAsked) return;
      for (const line of rowsOf(body, 'lines')) if (line.usedUnits === 0) line.totalUnits = 1;
    },
  }),
];
