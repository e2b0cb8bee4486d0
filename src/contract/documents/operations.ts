import type { Operation } from '../operation.ts';
import { documentHeaders, documentRow, documentRows, faxCover } from './documents.ts';

const surface = 'portal';
const capability = 'documents';

/** Documents of a request, and receipts. User Guide, Response Screen. */
export const DOCUMENT_OPERATIONS = {
  'attach-document': {
    surface,
    capability,
    method: 'POST',
    path: '/requests/{id}/documents',
    status: 201,
    file: 'sent',
    summary:
      'Attach a file of up to 5 MB. The body is the file; its name and description are percent-encoded headers',
    body: documentHeaders,
    answer: documentRow,
    refusals: [400, 401, 403, 404, 409, 413, 422],
  },
  'list-documents': {
    surface,
    capability,
    method: 'GET',
    path: '/requests/{id}/documents',
    status: 200,
    summary: 'The documents of a request, the newest first',
    answer: documentRows,
    refusals: [401, 403, 404],
  },
  'download-document': {
    surface,
    capability,
    method: 'GET',
    path: '/requests/{id}/documents/{document}',
    status: 200,
    file: 'answered',
    summary: 'The file as it was sent, always as an attachment',
    answer: null,
    refusals: [401, 403, 404],
  },
  'show-fax-cover': {
    surface,
    capability,
    method: 'GET',
    path: '/requests/{id}/fax-cover',
    status: 200,
    summary: 'The sheet to print and send before a fax',
    answer: faxCover,
    refusals: [401, 403, 404],
  },
} as const satisfies Record<string, Operation>;
