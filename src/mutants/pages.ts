import type { Parts } from '../reference-impl/index.ts';
import { atTheDoor, inner, rowsOf } from './door.ts';
import type { Mutant } from './mutant.ts';

const SUBMIT = ['submit-request'] as const;
const VIEW = ['view-request'] as const;
const ANSWERS = ['submit-request', 'view-request'] as const;

const lateStatus = (type: string): Mutant =>
  atTheDoor(
    `${type}-without-status`,
    `portal.type.${type}-real-time`,
    'The answer is a thank-you; the status comes by mail.',
    SUBMIT,
    (body) => {
      if (body.type === type) delete body.status;
    },
  );

/** A refused submission leaves a draft in the records. */
function leaksDraft(parts: Parts): Parts {
  return {
    ...parts,
    answer: (answer, context) => {
      const { state } = context;
      if (context.operation === 'submit-request' && answer.status === 422 && state) {
        const seq = state.feed.length + 1;
        const at = new Date(state.now).toISOString();
        state.feed.push({
          seq,
          at,
          request: `draft-${seq}`,
          type: 'received',
          requestType: 'referral',
          reviewType: 'preservice',
        });
      }
      return parts.answer(answer, context);
    },
  };
}

/** Faults in what the response screen and the viewer show. */
export const pageMutants: readonly Mutant[] = [
  lateStatus('referral'),
  lateStatus('outpatient'),
  lateStatus('admission'),
  {
    id: 'errors-without-fields',
    breaks: 'portal.referral.error-on-missing-required',
    summary: 'One line says that something is wrong.',
    make: (parts) => ({
      ...parts,
      answer: (answer, context) => {
        if (context.operation !== 'submit-request' || answer.status !== 422)
          return parts.answer(answer, context);
        const { errors: _errors, ...body } = answer.body as { errors?: unknown };
        return { ...answer, body };
      },
    }),
  },
  {
    id: 'refused-but-recorded',
    breaks: 'portal.referral.no-record-on-error',
    summary: 'Every submission is saved first and checked afterwards.',
    make: leaksDraft,
    meddles: true,
  },
  {
    id: 'double-click-makes-two',
    breaks: 'portal.referral.submit-control',
    summary: 'Every POST is a new request.',
    make: (parts) => ({
      ...parts,
      events: (events, state) =>
        parts
          .events(events, state)
          .map((event) => (event.type === 'received' ? { ...event, key: null } : event)),
    }),
  },
  atTheDoor(
    'response-without-birth-date',
    'portal.response.fields',
    'The response screen has no room for it.',
    SUBMIT,
    (body) => {
      delete inner(body, 'member').birthDate;
    },
  ),
  atTheDoor(
    'pended-without-a-hint',
    'portal.response.pended-recheck-hint',
    'A pended request just says so.',
    ANSWERS,
    (body) => {
      if (body.status === 'PEND') body.message = 'Pended.';
    },
  ),
  atTheDoor(
    'referrals-wait-for-review',
    'portal.response.clean-referral-approved',
    'Every request goes through the same queue, referrals too.',
    SUBMIT,
    (body) => {
      if (body.type === 'referral') body.status = 'MEDREVIEW';
    },
  ),
  atTheDoor(
    'requested-by-the-first-site',
    'portal.referral.requesting-provider-autofill',
    'The site comes from the account, not from the session.',
    ANSWERS,
    (body) => {
      if (inner(body, 'referredBy').site === 'site-spec') inner(body, 'referredBy').site = 'site-pcp';
    },
  ),
  atTheDoor(
    'contact-from-the-profile',
    'portal.referral.contact-editable',
    'The profile’s contact overwrites what was typed.',
    ANSWERS,
    (body) => {
      if (inner(body, 'requester').name !== 'Front desk') inner(body, 'requester').name = 'Front desk';
    },
  ),
  atTheDoor(
    'first-affiliation-wins',
    'portal.referral.servicing-multi-group',
    'Only the clinician is stored, and the group is guessed.',
    ANSWERS,
    (body) => {
      if (inner(body, 'referredTo').affiliation === 'aff-spec-north')
        inner(body, 'referredTo').affiliation = 'aff-spec';
    },
  ),
  atTheDoor(
    'remarks-escaped-twice',
    'portal.referral.remarks-content',
    'Remarks are escaped on the way in and again on the way out.',
    ANSWERS,
    (body) => {
      body.remarks = String(body.remarks).replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    },
  ),
  atTheDoor(
    'diagnoses-sorted',
    'portal.referral.diagnosis-primary-first',
    'Diagnoses are kept as a set and shown in order of code.',
    ANSWERS,
    (body) => {
      rowsOf(body, 'diagnoses').sort((a, b) => (String(a.code) < String(b.code) ? -1 : 1));
    },
  ),
  atTheDoor(
    'viewer-without-product',
    'portal.viewer.header-fields',
    'The product is on another screen.',
    VIEW,
    (body) => {
      delete inner(body, 'member').product;
    },
  ),
  atTheDoor(
    'lines-without-code-type',
    'portal.viewer.service-line-columns',
    'Everything is CPT, so the column was dropped.',
    VIEW,
    (body) => {
      for (const line of rowsOf(body, 'lines')) delete line.codeType;
    },
  ),
  atTheDoor(
    'used-units-run-over',
    'portal.viewer.used-units',
    'A claim is counted once for each of its lines.',
    VIEW,
    (body) => {
      for (const line of rowsOf(body, 'lines')) line.usedUnits = Number(line.totalUnits) + 1;
    },
  ),
  atTheDoor(
    'npi-of-the-group',
    'portal.viewer.provider-with-npi',
    'The group’s number is shown for the clinician.',
    VIEW,
    (body) => {
      inner(body, 'referredTo').npi = inner(body, 'payTo').npi;
    },
  ),
  atTheDoor(
    'npi-made-up',
    'portal.referral.npi-format',
    'A placeholder number where none is on file.',
    VIEW,
    (body) => {
      inner(body, 'payTo').npi = '1234567890';
    },
  ),
  atTheDoor(
    'setting-in-own-words',
    'portal.viewer.setting-values',
    'The setting is shown as the claim system’s word.',
    VIEW,
    (body) => {
      body.inpatientOutpatient = 'Ambulatory';
    },
  ),
  atTheDoor(
    'visits-are-never-used',
    'portal.viewer.used-units',
    'The column is there for a later release.',
    VIEW,
    (body) => {
      for (const line of rowsOf(body, 'lines')) line.usedUnits = 0;
    },
  ),
  atTheDoor(
    'referral-line-by-code',
    'portal.viewer.referral-line',
    'The line shows the code’s description and one unit.',
    VIEW,
    (body) => {
      const asAsked = body.type === 'referral' && rowsOf(body, 'revisions').length === 0;
      if (!asAsked) return;
      for (const line of rowsOf(body, 'lines')) if (line.usedUnits === 0) line.totalUnits = 1;
    },
  ),
];
