import { z } from 'zod';
import { base, get } from '../delegation/shared-operation.ts';
import type { Operation } from '../operation.ts';
import { identifier } from '../primitives.ts';
import {
  delegateAccountView,
  passwordChoice,
  practitionerChoice,
  registration,
  timeZoneChoice,
} from './delegate-account.ts';

/** Accounts at the delegate. Training, Creating an Account. */
export const DELEGATE_ACCOUNT_OPERATIONS = {
  'register-account': {
    ...base,
    method: 'POST',
    path: '/delegate/accounts',
    status: 201,
    open: true,
    summary: 'Register at the delegate; a mail brings the link with which a password is set',
    body: registration,
    answer: z.strictObject({ user: identifier, status: z.literal('incomplete') }),
    refusals: [400, 409, 422],
  },
  'set-account-password': {
    ...base,
    method: 'PUT',
    path: '/delegate/accounts/{id}/password',
    status: 204,
    open: true,
    summary: 'Set the password, with the token from the mail; nobody is signed in by it',
    body: passwordChoice,
    answer: null,
    refusals: [400, 403, 404],
  },
  'show-account': {
    ...get,
    path: '/delegate/account',
    summary: 'The own account with its practitioners',
    answer: delegateAccountView,
    refusals: [401],
  },
  'add-practitioner': {
    ...base,
    method: 'POST',
    path: '/delegate/account/practitioners',
    status: 201,
    summary: 'Choose a practitioner for the own account; the first one completes the registration',
    body: practitionerChoice,
    answer: delegateAccountView,
    refusals: [400, 401, 404, 409],
  },
  'set-time-zone': {
    ...base,
    method: 'PUT',
    path: '/delegate/account/time-zone',
    status: 200,
    summary: 'Confirm the own time zone, before the first peer-to-peer',
    body: timeZoneChoice,
    answer: delegateAccountView,
    refusals: [400, 401, 422],
  },
} as const satisfies Record<string, Operation>;
