import { changingAnswers, rowsOf } from '../makers/answers.ts';
import { changingEvents } from '../makers/events.ts';
import { changingGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in the administration of users by a practice. */
export const userAdministration: readonly Mutant[] = [
  changingGate({
    id: 'last-administrator-leaves',
    breaks: 'portal.useradmin.at-least-one-per-site',
    summary: 'Nobody counts the administrators.',
    gate: 'keepAdministrator',
    change: () => () => null,
  }),
  changingAnswers({
    id: 'pending-users-not-listed',
    breaks: 'portal.useradmin.view-all-site-users',
    summary: 'The list shows who can sign in today.',
    operations: ['list-users'],
    change: (body) => {
      body.users = rowsOf(body, 'users').filter(({ state }) => state !== 'pending');
    },
  }),
  changingEvents({
    id: 'permissions-only-grow',
    breaks: 'portal.useradmin.change-permissions',
    summary: 'The form adds what is ticked and never takes away.',
    change: (event, state) => {
      if (event.type !== 'user-changed' || !event.change.permissions) return event;
      const before = state.accounts.get(event.user)?.links.get(event.site)?.permissions ?? [];
      const permissions = [...new Set([...before, ...event.change.permissions])];
      return { ...event, change: { ...event.change, permissions } };
    },
  }),
  changingAnswers({
    id: 'permissions-of-every-site',
    breaks: 'portal.useradmin.scope-own-site',
    summary: 'The list shows the account, and the account is one.',
    operations: ['list-users'],
    change: (body, { state }) => {
      for (const row of rowsOf(body, 'users')) {
        const links = state?.accounts.get(String(row.user))?.links.values() ?? [];
        row.permissions = [...new Set([...links].flatMap(({ permissions }) => permissions))];
      }
    },
  }),
  changingGate({
    id: 'everybody-administers',
    breaks: 'portal.useradmin.non-admin-denied',
    summary: 'The menu item is hidden and the page behind it is not.',
    gate: 'administer',
    change: () => () => null,
  }),
];
