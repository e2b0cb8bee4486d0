import { atTheDoor, instead } from '../door.ts';
import { changing } from '../makers.ts';
import type { Mutant } from '../mutant.ts';
import { bodyOf, withDelegate } from './makers.ts';

const registered = { status: 201, body: { user: 'newcomer', status: 'incomplete' } };

/** Faults in registration and in accounts. */
export const delegateAccountMutants: readonly Mutant[] = [
  instead(
    'account-without-password-opens',
    'portal.login.user-id-and-password',
    'The account is usable before the link was followed.',
    ({ operation, body, state }, { status }) => {
      const user = String((body as { user?: unknown } | undefined)?.user);
      const account = state?.delegate.accounts.get(user);
      return operation === 'sign-in' && status === 401 && account !== undefined && account.secret === null;
    },
    ({ body }) => ({
      status: 201,
      body: {
        token: 'a-token-that-opens-nothing',
        user: (body as { user: string }).user,
        role: null,
        currentSite: null,
        sites: [],
      },
    }),
  ),
  instead(
    'default-portal-is-guessed',
    'account.register.default-portal-required',
    'Who chooses no portal gets the first one.',
    (context, { status }) => {
      const { defaultPortal, city } = bodyOf(context);
      const known = ['CareCore National', 'Medsolutions'].includes(String(defaultPortal));
      return context.operation === 'register-account' && status === 400 && !known && city !== undefined;
    },
    () => registered,
  ),
  instead(
    'registration-without-city',
    'account.register.required-fields',
    'The zip is taken to tell the city.',
    (context, { status }) =>
      context.operation === 'register-account' && status === 400 && bodyOf(context).city === undefined,
    () => registered,
  ),
  withDelegate(
    'second-address-unread',
    'account.register.email-confirmation-match',
    'The second address is asked for and never compared.',
    'registrationMails',
    () => () => null,
  ),
  changing(
    'password-mail-by-hand',
    'account.register.password-email-immediate',
    'Somebody sends the mails at the end of the day.',
    (event) => (event.type === 'mail-sent' && event.link !== undefined ? null : event),
  ),
  atTheDoor(
    'registration-never-complete',
    'account.register.complete-after-practitioner',
    'The status waits for a welcome call.',
    ['show-account', 'add-practitioner'],
    (body) => {
      body.status = 'incomplete';
    },
  ),
  changing(
    'one-practitioner-each',
    'account.provider.add-another',
    'An account belongs to one practitioner.',
    (event, { delegate }) =>
      event.type === 'practitioner-added' &&
      (delegate.accounts.get(event.user)?.practitioners.length ?? 0) > 0
        ? null
        : event,
  ),
  atTheDoor(
    'npi-is-enough',
    'account.provider.search-npi-state-zip',
    'State and zip are asked for and not used.',
    ['find-practitioners'],
    (body, { query, state }) => {
      const all = state?.world.delegation?.practitioners ?? [];
      body.practitioners = all
        .filter(({ npi }) => npi === query.npi)
        .map(({ kind: _kind, phone: _phone, fax: _fax, renderingNpi: _npi, ...row }) => row);
    },
  ),
  atTheDoor(
    'laboratory-by-any-number',
    'account.provider.genetic-lab-billing-npi',
    'A laboratory is found by the number under which it renders.',
    ['find-practitioners'],
    (body, { query, state }) => {
      const lab = state?.world.delegation?.practitioners.find(
        ({ renderingNpi }) => renderingNpi === query.npi,
      );
      if (!lab) return;
      const { kind: _kind, phone: _phone, fax: _fax, renderingNpi: _npi, ...row } = lab;
      body.practitioners = [row];
    },
  ),
];
