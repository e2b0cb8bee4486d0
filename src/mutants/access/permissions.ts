import { type AnswerContext, type Parts, refuse } from '../../reference-impl/index.ts';
import { changingAnswers, rowsOf } from '../makers/answers.ts';
import { skippingEntryCheck } from '../makers/entry-checks.ts';
import { changingGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

const permissionsOf = (user: Parameters<Parts['gates']['submit']>[0], site: string): readonly string[] =>
  user.sites.find((own) => own.site === site)?.permissions ?? [];

/** Whether the name is one that registered at the delegate, whose accounts are its own. */
const isDelegates = ({ state, body }: AnswerContext): boolean =>
  state?.delegate.accounts.has(String((body as { user?: unknown } | undefined)?.user)) === true;

/** Whether somebody has asked for access and waits for it. */
const isWaiting = ({ state, body }: AnswerContext): boolean =>
  [...(state?.accessCases.values() ?? [])].some(({ user }) => user === (body as { user?: unknown }).user);

/** Faults in who may enter, and with which permission. */
export const permissions: readonly Mutant[] = [
  skippingEntryCheck({
    id: 'foreign-site-taken',
    breaks: 'portal.referral.requesting-provider-changed-by-site',
    summary: 'The requesting site is a field like any other.',
    check: 'own-site',
  }),
  {
    id: 'lists-without-a-session',
    breaks: 'portal.access.login-required',
    summary: 'The list call was left out of the session filter.',
    make: (parts) => ({
      ...parts,
      answer: (answer, context) =>
        context.operation === 'list-requests' && answer.status === 401 && context.user === null
          ? { status: 200, body: { requests: [] } }
          : parts.answer(answer, context),
    }),
  },
  {
    id: 'anybody-may-sign-in',
    breaks: 'portal.access.registration-required',
    summary: 'An unknown user gets a guest session.',
    make: (parts) => ({
      ...parts,
      answer: (answer, context) =>
        context.operation === 'sign-in' &&
        answer.status === 401 &&
        !isWaiting(context) &&
        !isDelegates(context)
          ? {
              status: 201,
              body: {
                token: 'guest-guest-guest-guest',
                user: 'guest',
                role: null,
                currentSite: null,
                sites: [],
              },
            }
          : parts.answer(answer, context),
    }),
  },
  changingGate({
    id: 'viewer-may-submit',
    breaks: 'portal.access.permission-required-to-submit',
    summary: 'The permission hides the button and guards nothing.',
    gate: 'submit',
    change: (gate) => (user, site, type) => (user.id !== 'viewer' ? gate(user, site, type) : null),
  }),
  changingGate({
    id: 'one-permission-for-all',
    breaks: 'portal.access.permission-per-feature',
    summary: 'Whoever may submit may submit anything.',
    gate: 'submit',
    change: (gate) => (user, site, type) =>
      permissionsOf(user, site).some((one) => one.startsWith('submit-')) ? null : gate(user, site, type),
  }),
  changingGate({
    id: 'refused-without-a-hint',
    breaks: 'portal.access.contact-user-admin-hint',
    summary: 'A refusal is a bare code.',
    gate: 'submit',
    change: (gate) => (user, site, type) =>
      gate(user, site, type) ? refuse('forbidden', 'Not permitted.') : null,
  }),
  changingAnswers({
    id: 'second-site-not-shown',
    breaks: 'portal.access.multi-site-single-account',
    summary: 'An account has one site; for another one registers again.',
    operations: ['show-session', 'sign-in'],
    change: (body) => {
      body.sites = rowsOf(body, 'sites').slice(0, 1);
    },
  }),
  changingGate({
    id: 'any-site-can-be-chosen',
    breaks: 'portal.access.single-site-fixed',
    summary: 'The site is taken from the address bar.',
    gate: 'chooseSite',
    change: (gate) => (user, site) => (user.sites.length === 1 ? null : gate(user, site)),
  }),
  changingGate({
    id: 'foreign-site-can-be-chosen',
    breaks: 'portal.access.current-site-dropdown',
    summary: 'A user of several sites is taken for a billing office.',
    gate: 'chooseSite',
    change: (gate) => (user, site) => (user.sites.length > 1 ? null : gate(user, site)),
  }),
  changingAnswers({
    id: 'two-types-offered',
    breaks: 'portal.type.catalogue',
    summary: 'Admissions are for the hospital’s own system.',
    operations: ['list-request-types'],
    change: (body) => {
      body.types = rowsOf(body, 'types').filter(({ type }) => type !== 'admission');
    },
  }),
  changingGate({
    id: 'claims-for-everybody',
    breaks: 'portal.access.permission-per-feature',
    summary: 'The claims page came later and asks for no permission.',
    gate: 'feature',
    change: (gate) => (user, site, needed) =>
      needed === 'claims' && user.class !== 'third-party-biller' ? null : gate(user, site, needed),
  }),
];
