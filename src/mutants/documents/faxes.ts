import { changingAnswers } from '../makers/answers.ts';
import { changingEvents } from '../makers/events.ts';
import type { Mutant } from '../mutant.ts';

const COVER = ['show-fax-cover'] as const;

/** Faults in cover sheets and in what comes by fax. */
export const faxes: readonly Mutant[] = [
  changingAnswers({
    id: 'sheet-without-a-number',
    breaks: 'portal.docs.fax-cover-generated',
    summary: 'The number is left for the user to write in.',
    operations: COVER,
    change: (body) => {
      body.authorization = '';
    },
  }),
  changingAnswers({
    id: 'sheet-without-a-phone',
    breaks: 'portal.docs.fax-cover-fields',
    summary: 'The phone is only in the profile.',
    operations: COVER,
    change: (body) => {
      body.phone = '';
    },
  }),
  changingAnswers({
    id: 'nobody-to-call-for-a-stray-fax',
    breaks: 'portal.docs.fax-cover-confidentiality',
    summary: 'The notice has no number to call.',
    operations: COVER,
    change: (body) => {
      body.confidentiality = 'CONFIDENTIAL. Please destroy what is not meant for you.';
    },
  }),
  changingAnswers({
    id: 'sheet-names-the-member',
    breaks: 'portal.docs.fax-cover-no-member-phi',
    summary: 'The subject line has the patient’s name.',
    operations: COVER,
    change: (body, { state, path }) => {
      const member = state?.members.get(state.requests.get(path.id ?? '')?.accepted.member ?? '');
      body.to = `Utilization Management, re ${member?.lastName}`;
    },
  }),
  changingEvents({
    id: 'stray-fax-goes-to-the-newest',
    breaks: 'portal.docs.fax-print-and-include',
    summary: 'A fax without a number is filed under the last request.',
    change: (event, state) => {
      const [last] = [...state.requests.keys()].slice(-1);
      if (event.type !== 'fax-unmatched' || last === undefined) return event;
      return {
        type: 'document-attached',
        at: event.at,
        request: last,
        document: 'document-stray',
        name: `${last}.pdf`,
        description: 'Clinical information',
        bytes: 900,
        kind: 'pdf',
        sha256: event.sha256,
        source: 'fax',
      };
    },
  }),
  changingEvents({
    id: 'faxes-named-by-the-machine',
    breaks: 'portal.docs.fax-auto-name',
    summary: 'The file keeps the name that the fax server gave it.',
    change: (event) =>
      event.type === 'document-attached' && event.source === 'fax'
        ? { ...event, name: `${event.document}.pdf` }
        : event,
  }),
  changingEvents({
    id: 'every-fax-has-one-name',
    breaks: 'portal.docs.fax-file-suffix',
    summary: 'The name is the number, each time.',
    change: (event) =>
      event.type === 'document-attached' && event.source === 'fax'
        ? { ...event, name: `${event.request}.pdf` }
        : event,
  }),
  changingEvents({
    id: 'fax-without-its-day',
    breaks: 'portal.docs.fax-description',
    summary: 'The description is a fixed text.',
    change: (event) =>
      event.type === 'document-attached' && event.source === 'fax'
        ? { ...event, description: 'Clinical information received' }
        : event,
  }),
];
