import { z } from 'zod';
import type { Operation } from '../operation.ts';
import { diagnosisRows, memberRows, procedureRows, providerRows } from './lookup.ts';

const search = { query: z.string().min(2).meta({ description: 'At least two characters' }) };

/** Finding members, providers, diagnoses and procedures. User Guide, look-ups of the request form. */
export const LOOK_UP_OPERATIONS = {
  'find-members': {
    surface: 'portal',
    method: 'GET',
    path: '/members',
    capability: 'lookup',
    status: 200,
    summary: 'Find members by the start of the id or of the last name, the plan over',
    query: search,
    answer: memberRows,
    refusals: [400, 401],
  },
  'find-providers': {
    surface: 'portal',
    method: 'GET',
    path: '/providers',
    capability: 'lookup',
    status: 200,
    summary: 'Find servicing providers by clinician, group or NPI; one row for each affiliation',
    query: search,
    answer: providerRows,
    refusals: [400, 401],
  },
  'find-diagnoses': {
    surface: 'portal',
    method: 'GET',
    path: '/diagnoses',
    capability: 'lookup',
    status: 200,
    summary: 'Find diagnoses by code (with or without its dot) or by words',
    query: search,
    answer: diagnosisRows,
    refusals: [400, 401],
  },
  'find-procedures': {
    surface: 'portal',
    method: 'GET',
    path: '/procedures',
    capability: 'lookup',
    status: 200,
    summary: 'Find procedures by code or by words',
    query: search,
    answer: procedureRows,
    refusals: [400, 401],
  },
} as const satisfies Record<string, Operation>;
