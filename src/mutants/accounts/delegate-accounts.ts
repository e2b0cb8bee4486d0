import { changingAnswers, replacingAnswers } from '../makers/answers.ts';
import { bodyOf } from '../makers/delegate.ts';
import { changingEvents } from '../makers/events.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

const registered = { status: 201, body: { user: 'newcomer', status: 'incomplete' } };

/** Faults in registration and accounts at the delegate. */
export const delegateAccounts: readonly Mutant[] = [
  replacingAnswers({
    id: 'account-without-password-opens',
    breaks: 'portal.login.user-id-and-password',
    summary: 'The account is usable before the link was followed.',
    when: ({ operation, body, state }, { status }) => {
      const user = String((body as { user?: unknown } | undefined)?.user);
      const account = state?.delegate.accounts.get(user);
      return operation === 'sign-in' && status === 401 && account !== undefined && account.secret === null;
    },
    answer: ({ body }) => ({
      status: 201,
      body: {
        token: 'a-token-that-opens-nothing',
        user: (body as { user: string }).user,
        role: null,
        currentSite: null,
        sites: [],
      },
    }),
  }),
  replacingAnswers({
    id: 'default-portal-is-guessed',
    breaks: 'account.register.default-portal-required',
    summary: 'Who chooses no portal gets the first one.',
    when: (context, { status }) => {
      const { defaultPortal, city } = bodyOf(context);
      const known = ['CareCore National', 'Medsolutions'].includes(String(defaultPortal));
      return context.operation === 'register-account' && status === 400 && !known && city !== undefined;
    },
    answer: () => registered,
  }),
  replacingAnswers({
    id: 'registration-without-city',
    breaks: 'account.register.required-fields',
    summary: 'The city is not asked for, since the ZIP code implies it.',
    when: (context, { status }) =>
      context.operation === 'register-account' && status === 400 && bodyOf(context).city === undefined,
    answer: () => registered,
  }),
  changingDelegateGate({
    id: 'second-address-unread',
    breaks: 'account.register.email-confirmation-match',
    summary: 'The second address is asked for and never compared.',
    gate: 'registrationMails',
    change: () => () => null,
  }),
  changingEvents({
    id: 'password-mail-by-hand',
    breaks: 'account.register.password-email-immediate',
    summary: 'Somebody sends the mails at the end of the day.',
    change: (event) => (event.type === 'mail-sent' && event.link !== undefined ? null : event),
  }),
  changingAnswers({
    id: 'registration-never-complete',
    breaks: 'account.register.complete-after-practitioner',
    summary: 'The status waits for a welcome call.',
    operations: ['show-account', 'add-practitioner'],
    change: (body) => {
      body.status = 'incomplete';
    },
  }),
  changingEvents({
    id: 'one-practitioner-each',
    breaks: 'account.provider.add-another',
    summary: 'An account belongs to one practitioner.',
    change: (event, { delegate }) =>
      event.type === 'practitioner-added' &&
      (delegate.accounts.get(event.user)?.practitioners.length ?? 0) > 0
        ? null
        : event,
  }),
  changingAnswers({
    id: 'npi-is-enough',
    breaks: 'account.provider.search-npi-state-zip',
    summary: 'State and zip are asked for and not used.',
    operations: ['find-practitioners'],
    change: (body, { query, state }) => {
      const all = state?.world.delegation?.practitioners ?? [];
      body.practitioners = all
        .filter(({ npi }) => npi === query.npi)
        .map(({ kind: _kind, phone: _phone, fax: _fax, renderingNpi: _npi, ...row }) => row);
    },
  }),
  changingAnswers({
    id: 'laboratory-by-any-number',
    breaks: 'account.provider.genetic-lab-billing-npi',
    summary: 'A laboratory is found by the number under which it renders.',
    operations: ['find-practitioners'],
    change: (body, { query, state }) => {
      const lab = state?.world.delegation?.practitioners.find(
        ({ renderingNpi }) => renderingNpi === query.npi,
      );
      if (!lab) return;
      const { kind: _kind, phone: _phone, fax: _fax, renderingNpi: _npi, ...row } = lab;
      body.practitioners = [row];
    },
  }),
];
