import { z } from 'zod';
import { caseRows } from '../case-lookup/view.ts';
import { get, onCase } from '../delegation/shared-operation.ts';
import { documentHeaders } from '../documents/documents.ts';
import type { Operation } from '../operation.ts';
import { identifier } from '../primitives.ts';
import { caseBuild, caseChange } from './case.ts';

/** Building and submitting cases. Training, Initiating a Case to Submission. */
export const CASE_BUILD_OPERATIONS = {
  'start-case': {
    ...onCase,
    path: '/delegate/cases',
    status: 201,
    summary: 'Start a case with everything up to the gate',
    body: caseBuild,
  },
  'change-case': {
    ...onCase,
    method: 'PUT',
    path: '/delegate/cases/{id}',
    summary: 'Change a draft; after the gate only its contact',
    body: caseChange,
  },
  'pass-gate': {
    ...onCase,
    path: '/delegate/cases/{id}/gate',
    summary: 'Go on to clinical information: practitioner, member and service are fixed from here on',
  },
  'set-priority': {
    ...onCase,
    method: 'PUT',
    path: '/delegate/cases/{id}/priority',
    summary: 'Whether the case is routine: yes is standard, no is urgent',
    body: z.strictObject({ routine: z.boolean() }),
  },
  'attach-case-document': {
    ...onCase,
    path: '/delegate/cases/{id}/documents',
    status: 201,
    file: 'sent',
    summary: 'Attach a .doc, .docx or .pdf to a draft (up to five), or to an open case',
    body: documentHeaders,
    refusals: [400, 401, 403, 404, 409, 413, 422],
  },
  'answer-questions': {
    ...onCase,
    path: '/delegate/cases/{id}/answers',
    summary: 'Submit one page of clinical questions',
    body: z.strictObject({ page: identifier, answers: z.record(z.string(), z.string()) }),
  },
  'choose-additional': {
    ...onCase,
    path: '/delegate/cases/{id}/additional',
    summary: 'Where the criteria are not met: upload, notes, both, or nothing further',
    body: z.strictObject({
      choice: z.enum(['upload', 'notes', 'both', 'nothing']),
      notes: z.string().optional(),
    }),
  },
  'save-case': {
    ...onCase,
    path: '/delegate/cases/{id}/saves',
    summary: 'Save the draft and finish later',
  },
  'resume-case': {
    ...onCase,
    path: '/delegate/cases/{id}/resumption',
    summary: 'Go on with a saved draft',
  },
  'cancel-case': {
    ...onCase,
    path: '/delegate/cases/{id}/cancellation',
    summary: 'Give a draft up',
  },
  'submit-case': {
    ...onCase,
    path: '/delegate/cases/{id}/submission',
    summary: 'Submit: only this makes it a request',
  },
  'list-cases-in-progress': {
    ...get,
    path: '/delegate/cases/in-progress',
    summary: 'The own drafts that can still be finished',
    answer: caseRows,
    refusals: [401],
  },
} as const satisfies Record<string, Operation>;
