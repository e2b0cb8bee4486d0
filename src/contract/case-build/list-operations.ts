import { z } from 'zod';
import {
  cancerTypeRows,
  caseMember,
  practitionerRows,
  programRows,
  siteRows,
} from '../accounts/delegate-account.ts';
import { get } from '../delegation/shared-operation.ts';
import type { Operation } from '../operation.ts';
import { civilDate } from '../primitives.ts';

/** The lists that a case is built from. Training, Initiating a Case to Site Selection. */
export const CASE_LIST_OPERATIONS = {
  'find-practitioners': {
    ...get,
    path: '/delegate/practitioners',
    summary: 'Practitioners by NPI, state and zip, all three',
    query: { npi: z.string().min(1), state: z.string().min(1), zip: z.string().min(1) },
    answer: practitionerRows,
    refusals: [400, 401],
  },
  'list-programs': {
    ...get,
    path: '/delegate/programs',
    summary: 'The programs in which a case can be started',
    answer: programRows,
    refusals: [401],
  },
  'list-cancer-types': {
    ...get,
    path: '/delegate/cancer-types',
    summary: 'The coded list of cancer types',
    answer: cancerTypeRows,
    refusals: [401],
  },
  'find-case-member': {
    ...get,
    path: '/delegate/members',
    summary: 'The member of an id, a birth date and a last name, all three',
    query: { id: z.string().min(1), birthDate: civilDate, lastName: z.string().min(1) },
    answer: caseMember,
    refusals: [400, 401, 404],
  },
  'find-treatment-sites': {
    ...get,
    path: '/delegate/sites',
    summary: 'Sites by NPI, TIN, zip, city and name in any combination, at least one',
    query: {
      npi: z.string().optional(),
      tin: z.string().optional(),
      zip: z.string().optional(),
      city: z.string().optional(),
      name: z.string().optional(),
      match: z.enum(['exact', 'starts-with']).optional(),
    },
    answer: siteRows,
    refusals: [400, 401],
  },
} as const satisfies Record<string, Operation>;
