import { fieldError, refuse } from '../../reference-impl/index.ts';
import { changingAnswers, rowsOf } from '../makers/answers.ts';
import { changingGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

const LIST = ['list-documents'] as const;

const notAttached = (path: string, detail: string) =>
  refuse('invalid', 'The document was not attached.', [fieldError(path, 'not-allowed', detail)]);

/** Faults in documents and in how they are attached and listed. */
export const documents: readonly Mutant[] = [
  changingGate({
    id: 'laboratory-reports-by-fax',
    breaks: 'portal.docs.upload-steps',
    summary: 'Some kinds of document still go by fax.',
    gate: 'attach',
    change: (gate) => (upload, request, today, pack) =>
      /laborator/i.test(upload.description)
        ? notAttached('description', 'by fax, please')
        : gate(upload, request, today, pack),
  }),
  changingGate({
    id: 'endings-in-small-letters',
    breaks: 'portal.docs.file-types',
    summary: 'The ending is compared letter by letter.',
    gate: 'attach',
    change: (gate) => (upload, request, today, pack) =>
      /\.PDF$/.test(upload.name) ? notAttached('file', 'not a .pdf') : gate(upload, request, today, pack),
  }),
  changingGate({
    id: 'documents-without-a-word',
    breaks: 'portal.docs.description-required',
    summary: 'The description is optional.',
    gate: 'attach',
    change: (gate) => (upload, request, today, pack) =>
      gate({ ...upload, description: upload.description.trim() || '-' }, request, today, pack),
  }),
  changingGate({
    id: 'empty-files-taken',
    breaks: 'portal.docs.file-required',
    summary: 'Only the description is checked.',
    gate: 'attach',
    change: (gate) => (upload, request, today, pack) =>
      upload.bytes === 0 ? null : gate(upload, request, today, pack),
  }),
  changingGate({
    id: 'a-byte-less-than-five-million',
    breaks: 'portal.docs.max-5mb',
    summary: 'The limit itself is left out.',
    gate: 'attach',
    change: (gate) => (upload, request, today, pack) =>
      upload.bytes >= 5_000_000 ? refuse('too-large', 'At most 5 MB.') : gate(upload, request, today, pack),
  }),
  changingAnswers({
    id: 'view-without-documents',
    breaks: 'portal.docs.appears-at-bottom',
    summary: 'The table is filled when the page is opened anew the next day.',
    operations: ['view-request'],
    change: (body) => {
      body.documents = [];
    },
  }),
  changingGate({
    id: 'nothing-after-the-end',
    breaks: 'portal.docs.more-any-time',
    summary: 'When the period is over the file is closed.',
    gate: 'attach',
    change: (gate) => (upload, request, today, pack) =>
      today > request.accepted.end
        ? refuse('conflict', 'The period is over.')
        : gate(upload, request, today, pack),
  }),
  changingAnswers({
    id: 'sizes-in-kilobytes',
    breaks: 'portal.docs.table-columns',
    summary: 'The size is rounded for display and stored so.',
    operations: LIST,
    change: (body) => {
      for (const row of rowsOf(body, 'documents')) row.bytes = Math.ceil(Number(row.bytes) / 1024);
    },
  }),
  changingGate({
    id: 'document-link-shared',
    breaks: 'portal.docs.download-identical',
    summary: 'Whoever has the address of a document has the document.',
    gate: 'download',
    change: () => (_state, request) => request !== undefined,
  }),
  changingAnswers({
    id: 'newest-of-a-name',
    breaks: 'portal.docs.download-identical',
    summary: 'Files are kept under their names.',
    operations: ['download-document'],
    change: (body, { state, path }) => {
      const file = body.file as { name?: string; sha256?: string };
      const notes = state?.requests.get(path.id ?? '')?.notes ?? [];
      for (const note of notes)
        if (note.type === 'document-attached' && note.name === file.name) file.sha256 = note.sha256;
    },
  }),
  changingAnswers({
    id: 'same-name-overwrites',
    breaks: 'portal.docs.multiple-per-request',
    summary: 'A second file of a name takes the place of the first.',
    operations: LIST,
    change: (body) => {
      const seen = new Set<unknown>();
      body.documents = rowsOf(body, 'documents').filter(({ name }) => !seen.has(name) && seen.add(name));
    },
  }),
  changingAnswers({
    id: 'oldest-document-first',
    breaks: 'portal.docs.order-newest-first',
    summary: 'New rows are added below.',
    operations: LIST,
    change: (body) => {
      body.documents = rowsOf(body, 'documents').reverse();
    },
  }),
  changingAnswers({
    id: 'weekend-uploads-wait-for-nobody',
    breaks: 'portal.maintenance.edit-and-upload',
    summary: 'What is sent in the window goes into a queue that is emptied on Monday.',
    operations: LIST,
    change: (body) => {
      body.documents = rowsOf(body, 'documents').filter(
        ({ uploadedAt }) => new Date(String(uploadedAt)).getUTCDay() !== 6,
      );
    },
  }),
];
