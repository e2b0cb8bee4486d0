import type { Operation } from '../operation.ts';
import { sessionView, signIn, siteChoice } from './session.ts';

/** Signing in, and the site at which somebody works. Section 4, Overview. */
export const SESSION_OPERATIONS = {
  'sign-in': {
    surface: 'portal',
    method: 'POST',
    path: '/sessions',
    capability: 'sessions',
    status: 201,
    summary: 'Sign in; the token goes into `Authorization: Bearer` of every other portal call',
    body: signIn,
    open: true,
    answer: sessionView,
    refusals: [400, 401, 429],
  },
  'show-session': {
    surface: 'portal',
    method: 'GET',
    path: '/session',
    capability: 'sessions',
    status: 200,
    summary: 'Who is signed in, with their sites and the current one',
    answer: sessionView,
    refusals: [401],
  },
  'choose-site': {
    surface: 'portal',
    method: 'PUT',
    path: '/session/site',
    capability: 'sessions',
    status: 200,
    summary: 'Change the current site to another site of the user',
    body: siteChoice,
    answer: sessionView,
    refusals: [400, 401, 403],
  },
} as const satisfies Record<string, Operation>;
