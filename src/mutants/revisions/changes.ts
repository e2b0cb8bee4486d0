import { refuse } from '../../reference-impl/index.ts';
import { changingGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in documents and changes that follow a request. */
export const changes: readonly Mutant[] = [
  changingGate({
    id: 'documents-with-the-request-only',
    breaks: 'um.submit.docs-upload-supported',
    summary: 'What comes later goes by fax.',
    gate: 'supply',
    change: () => () => refuse('conflict', 'Please fax what you want to add.'),
  }),
  changingGate({
    id: 'approved-is-final',
    breaks: 'um.concurrent.revise-existing',
    summary: 'An approved authorization cannot be changed; one asks anew.',
    gate: 'revise',
    change: (gate) => (request, revision, today, pack) =>
      request.status === 'APPROVED' &&
      request.accepted.type !== 'referral' &&
      request.accepted.delegate === null
        ? refuse('conflict', 'Please submit a new request.')
        : gate(request, revision, today, pack),
  }),
  changingGate({
    id: 'more-care-without-documents',
    breaks: 'um.concurrent.docs',
    summary: 'More of the same needs no new documents.',
    gate: 'revise',
    change: (gate) => (request, revision, today, pack) =>
      gate(request, { ...revision, information: ['clinical-notes'] }, today, pack),
  }),
];
