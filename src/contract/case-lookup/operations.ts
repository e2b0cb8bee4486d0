import { z } from 'zod';
import { get } from '../delegation/shared-operation.ts';
import type { Operation } from '../operation.ts';
import { caseRows, caseView, correspondence } from './view.ts';

/** Finding and viewing cases. Training, Authorization Lookup. */
export const CASE_LOOKUP_OPERATIONS = {
  'list-cases': {
    ...get,
    path: '/delegate/cases',
    summary: 'The own submitted cases, the latest first; searched, filtered and in pages',
    query: {
      search: z.string().optional(),
      caseNumber: z.string().optional(),
      state: z.string().optional(),
      page: z.string().regex(/^\d+$/).optional(),
    },
    answer: caseRows,
    refusals: [400, 401],
  },
  'view-case': {
    ...get,
    path: '/delegate/cases/{id}',
    summary: 'One case with all that is known of it',
    answer: caseView,
    refusals: [401, 404],
  },
  'look-up-authorization': {
    ...get,
    path: '/delegate/authorizations',
    summary: 'By authorization number and ordering NPI, by member, or by case number',
    query: {
      authorization: z.string().optional(),
      npi: z.string().optional(),
      memberId: z.string().optional(),
      birthDate: z.string().optional(),
      lastName: z.string().optional(),
      caseNumber: z.string().optional(),
    },
    answer: caseRows,
    refusals: [400, 401],
  },
  'list-correspondence': {
    ...get,
    path: '/delegate/cases/{id}/correspondence',
    summary: 'The letters and faxes about a case, for viewing and printing',
    answer: correspondence,
    refusals: [401, 404],
  },
} as const satisfies Record<string, Operation>;
