import { fieldError, refuse } from '../../reference-impl/index.ts';
import { atTheDoor, rowsOf } from '../door.ts';
import { changing, withGate } from '../makers.ts';
import type { Mutant } from '../mutant.ts';

const LIST = ['list-documents'] as const;
const COVER = ['show-fax-cover'] as const;
const no = (path: string, detail: string) =>
  refuse('invalid', 'The document was not attached.', [fieldError(path, 'not-allowed', detail)]);

/** Faults in documents, cover sheets and what comes by fax. */
export const documentMutants: readonly Mutant[] = [
  withGate(
    'laboratory-reports-by-fax',
    'portal.docs.upload-steps',
    'Some kinds of document still go by fax.',
    'attach',
    (gate) => (upload, request, today, pack) =>
      /laborator/i.test(upload.description)
        ? no('description', 'by fax, please')
        : gate(upload, request, today, pack),
  ),
  withGate(
    'endings-in-small-letters',
    'portal.docs.file-types',
    'The ending is compared letter by letter.',
    'attach',
    (gate) => (upload, request, today, pack) =>
      /\.PDF$/.test(upload.name) ? no('file', 'not a .pdf') : gate(upload, request, today, pack),
  ),
  withGate(
    'documents-without-a-word',
    'portal.docs.description-required',
    'The description is optional.',
    'attach',
    (gate) => (upload, request, today, pack) =>
      gate({ ...upload, description: upload.description.trim() || '-' }, request, today, pack),
  ),
  withGate(
    'empty-files-taken',
    'portal.docs.file-required',
    'Only the description is checked.',
    'attach',
    (gate) => (upload, request, today, pack) =>
      upload.bytes === 0 ? null : gate(upload, request, today, pack),
  ),
  withGate(
    'a-byte-less-than-five-million',
    'portal.docs.max-5mb',
    'The limit itself is left out.',
    'attach',
    (gate) => (upload, request, today, pack) =>
      upload.bytes >= 5_000_000 ? refuse('too-large', 'At most 5 MB.') : gate(upload, request, today, pack),
  ),
  atTheDoor(
    'view-without-documents',
    'portal.docs.appears-at-bottom',
    'The table is filled when the page is opened anew the next day.',
    ['view-request'],
    (body) => {
      body.documents = [];
    },
  ),
  withGate(
    'nothing-after-the-end',
    'portal.docs.more-any-time',
    'When the period is over the file is closed.',
    'attach',
    (gate) => (upload, request, today, pack) =>
      today > request.accepted.end
        ? refuse('conflict', 'The period is over.')
        : gate(upload, request, today, pack),
  ),
  atTheDoor(
    'sizes-in-kilobytes',
    'portal.docs.table-columns',
    'The size is rounded for display and stored so.',
    LIST,
    (body) => {
      for (const row of rowsOf(body, 'documents')) row.bytes = Math.ceil(Number(row.bytes) / 1024);
    },
  ),
  withGate(
    'document-link-shared',
    'portal.docs.download-identical',
    'Whoever has the address of a document has the document.',
    'download',
    () => (_state, request) => request !== undefined,
  ),
  atTheDoor(
    'newest-of-a-name',
    'portal.docs.download-identical',
    'Files are kept under their names.',
    ['download-document'],
    (body, { state, path }) => {
      const file = body.file as { name?: string; sha256?: string };
      const notes = state?.requests.get(path.id ?? '')?.notes ?? [];
      for (const note of notes)
        if (note.type === 'document-attached' && note.name === file.name) file.sha256 = note.sha256;
    },
  ),
  atTheDoor(
    'same-name-overwrites',
    'portal.docs.multiple-per-request',
    'A second file of a name takes the place of the first.',
    LIST,
    (body) => {
      const seen = new Set<unknown>();
      body.documents = rowsOf(body, 'documents').filter(({ name }) => !seen.has(name) && seen.add(name));
    },
  ),
  atTheDoor(
    'oldest-document-first',
    'portal.docs.order-newest-first',
    'New rows are added below.',
    LIST,
    (body) => {
      body.documents = rowsOf(body, 'documents').reverse();
    },
  ),
  atTheDoor(
    'sheet-without-a-number',
    'portal.docs.fax-cover-generated',
    'The number is left for the user to write in.',
    COVER,
    (body) => {
      body.authorization = '';
    },
  ),
  atTheDoor(
    'sheet-without-a-phone',
    'portal.docs.fax-cover-fields',
    'The phone is only in the profile.',
    COVER,
    (body) => {
      body.phone = '';
    },
  ),
  atTheDoor(
    'nobody-to-call-for-a-stray-fax',
    'portal.docs.fax-cover-confidentiality',
    'The notice has no number to call.',
    COVER,
    (body) => {
      body.confidentiality = 'CONFIDENTIAL. Please destroy what is not meant for you.';
    },
  ),
  atTheDoor(
    'sheet-names-the-member',
    'portal.docs.fax-cover-no-member-phi',
    'The subject line has the patient’s name.',
    COVER,
    (body, { state, path }) => {
      const member = state?.members.get(state.requests.get(path.id ?? '')?.accepted.member ?? '');
      body.to = `Utilization Management, re ${member?.lastName}`;
    },
  ),
  changing(
    'stray-fax-goes-to-the-newest',
    'portal.docs.fax-print-and-include',
    'A fax without a number is filed under the last request.',
    (event, state) => {
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
  ),
  changing(
    'faxes-named-by-the-machine',
    'portal.docs.fax-auto-name',
    'The file keeps the name that the fax server gave it.',
    (event) =>
      event.type === 'document-attached' && event.source === 'fax'
        ? { ...event, name: `${event.document}.pdf` }
        : event,
  ),
  changing(
    'every-fax-has-one-name',
    'portal.docs.fax-file-suffix',
    'The name is the number, each time.',
    (event) =>
      event.type === 'document-attached' && event.source === 'fax'
        ? { ...event, name: `${event.request}.pdf` }
        : event,
  ),
  changing(
    'fax-without-its-day',
    'portal.docs.fax-description',
    'The description is a fixed text.',
    (event) =>
      event.type === 'document-attached' && event.source === 'fax'
        ? { ...event, description: 'Clinical information received' }
        : event,
  ),
  atTheDoor(
    'weekend-uploads-wait-for-nobody',
    'portal.maintenance.edit-and-upload',
    'What is sent in the window goes into a queue that is emptied on Monday.',
    LIST,
    (body) => {
      body.documents = rowsOf(body, 'documents').filter(
        ({ uploadedAt }) => new Date(String(uploadedAt)).getUTCDay() !== 6,
      );
    },
  ),
];
