import type { Parts } from '../../reference-impl/index.ts';
import { atTheDoor, copy, instead, problem, rowsOf } from '../door.ts';
import { changing, withGate } from '../makers.ts';
import type { Mutant } from '../mutant.ts';

const DAY = 86_400_000;

/** The member whom a submission names. */
const memberOf = ({ state, body }: Parameters<Parts['answer']>[1]) =>
  state?.members.get(String((body as { member?: unknown } | undefined)?.member));

/** An account that ended is found ended once, and the refusal counts as activity. */
const secondTry: Mutant = {
  id: 'second-try-opens',
  breaks: 'portal.account.terminated-blocks-access',
  summary: 'The refused sign-in itself counts as activity.',
  meddles: true,
  make: (parts) => {
    const told = new Set<string>();
    const { terminated } = parts.gates;
    return {
      ...parts,
      gates: {
        ...parts.gates,
        terminated: (account, now, pack) => {
          const ended = terminated(account, now, pack);
          const again = told.has(account.id);
          if (ended) told.add(account.id);
          return ended && !again;
        },
      },
    };
  },
};

/** Faults in accounts, approvals and user administration. */
export const accountMutants: readonly Mutant[] = [
  withGate(
    'ended-after-four-weeks',
    'portal.account.inactive-30-days',
    'Thirty days are taken for a month of four weeks.',
    'terminated',
    () =>
      ({ activeAt }, now) =>
        now - activeAt > 28 * DAY,
  ),
  withGate(
    'old-token-still-opens',
    'portal.account.terminated-blocks-access',
    'Sessions live on when their account has ended.',
    'session',
    () => () => null,
  ),
  secondTry,
  withGate(
    'access-without-end',
    'portal.account.renewal-180-days',
    'Renewal is a reminder in the mail.',
    'lapsed',
    () => () => false,
  ),
  changing(
    'administrator-is-enough',
    'portal.access.dual-approval',
    'What the site has approved the plan waves through.',
    (event) =>
      event.type === 'access-approved' && event.by === 'administrator'
        ? [event, { ...event, by: 'plan' }]
        : event,
  ),
  withGate(
    'any-administrator-approves',
    'portal.useradmin.approve-new-access',
    'An administrator is an administrator, of whatever site.',
    'approve',
    (gate) => (state, access, actor, user) =>
      user?.sites.some(({ administrator }) => administrator)
        ? 'administrator'
        : gate(state, access, actor, user),
  ),
  instead(
    'no-registration-page',
    'portal.useradmin.enrol-paths',
    'Whoever wants an account asks the administrator.',
    ({ operation, body }, { status }) =>
      operation === 'request-access' && status === 201 && (body as { class?: unknown }).class === undefined,
    () => problem(403, 'forbidden', 'Ask the User Administrator of your site.'),
  ),
  withGate(
    'last-administrator-leaves',
    'portal.useradmin.at-least-one-per-site',
    'Nobody counts the administrators.',
    'keepAdministrator',
    () => () => null,
  ),
  atTheDoor(
    'pending-users-not-listed',
    'portal.useradmin.view-all-site-users',
    'The list shows who can sign in today.',
    ['list-users'],
    (body) => {
      body.users = rowsOf(body, 'users').filter(({ state }) => state !== 'pending');
    },
  ),
  changing(
    'permissions-only-grow',
    'portal.useradmin.change-permissions',
    'The form adds what is ticked and never takes away.',
    (event, state) => {
      if (event.type !== 'user-changed' || !event.change.permissions) return event;
      const before = state.accounts.get(event.user)?.links.get(event.site)?.permissions ?? [];
      const permissions = [...new Set([...before, ...event.change.permissions])];
      return { ...event, change: { ...event.change, permissions } };
    },
  ),
  atTheDoor(
    'permissions-of-every-site',
    'portal.useradmin.scope-own-site',
    'The list shows the account, and the account is one.',
    ['list-users'],
    (body, { state }) => {
      for (const row of rowsOf(body, 'users')) {
        const links = state?.accounts.get(String(row.user))?.links.values() ?? [];
        row.permissions = [...new Set([...links].flatMap(({ permissions }) => permissions))];
      }
    },
  ),
  withGate(
    'everybody-administers',
    'portal.useradmin.non-admin-denied',
    'The menu item is hidden and the page behind it is not.',
    'administer',
    () => () => null,
  ),
  withGate(
    'billers-are-staff',
    'portal.access.third-party-biller-users',
    'A billing company signs in like an office.',
    'feature',
    (gate) => (user, site, needed) => (user.class === 'third-party-biller' ? null : gate(user, site, needed)),
  ),
  withGate(
    'claims-for-everybody',
    'portal.access.permission-per-feature',
    'The claims page came later and asks for no permission.',
    'feature',
    (gate) => (user, site, needed) =>
      needed === 'claims' && user.class !== 'third-party-biller' ? null : gate(user, site, needed),
  ),
  withGate(
    'clinical-data-for-everybody',
    'um.reports.role-based-access',
    'Reports are reports: one permission for all.',
    'feature',
    (gate) => (user, site, needed) =>
      needed === 'clinical-reports' && user.class !== 'third-party-biller' ? null : gate(user, site, needed),
  ),
  changing(
    'reads-leave-no-trace',
    'portal.audit.user-actions-logged',
    'Only changes are kept in the trail.',
    (event) => (event.type === 'audited' && /^(find|view|list|show)-/.test(event.operation) ? null : event),
  ),
  instead(
    'refusal-names-the-member',
    'portal.privacy.protect-phi',
    'The message is meant to help, and says whose PCP is another.',
    (context, { status }) =>
      context.operation === 'submit-request' && status === 422 && memberOf(context) !== undefined,
    (context, given) => {
      const member = memberOf(context);
      const body = copy(given.body);
      return {
        ...given,
        body: { ...body, detail: `${String(body.detail)} (${member?.lastName}, ${member?.firstName})` },
      };
    },
  ),
  changing(
    'mail-tells-of-a-member',
    'portal.privacy.no-phi-in-email',
    'The mail lists whom the change concerns.',
    (event, { world }) =>
      event.type === 'mail-sent'
        ? { ...event, text: `${event.text} It concerns ${world.members[0]?.id} and others.` }
        : event,
  ),
  instead(
    'foreign-number-is-confirmed',
    'portal.home.lookup-authid-opens-directly',
    'The message says that the number is another office’s.',
    ({ operation, state, path }, { status }) =>
      operation === 'view-request' && status === 404 && state?.requests.has(path.id ?? '') === true,
    () => problem(404, 'not-found', 'This request belongs to another site.'),
  ),
  instead(
    'search-reveals-a-stranger',
    'um.visibility.own-requests-only',
    'The search by member looks the plan over.',
    ({ operation, query, user }, { status }) =>
      operation === 'list-requests' && status === 200 && query.member !== undefined && user === 'other',
    ({ state, query }, given) => {
      const found = [...(state?.requests.values() ?? [])].filter(
        ({ accepted }) => accepted.member === query.member,
      );
      const requests = found.map(({ id, status, accepted }) => ({
        access: 'verification',
        id,
        type: accepted.type,
        status,
        member: { id: accepted.member, name: '' },
        units: accepted.units,
        start: accepted.start,
        end: accepted.end,
      }));
      return { ...given, body: { requests } };
    },
  ),
];
