import type { Pen } from '../pen.ts';

const PASSWORD = 'a long enough password';
const PERMISSIONS = [
  ['view'],
  ['view', 'submit-referral'],
  ['view', 'submit-referral', 'eligibility'],
  ['view', 'clinical-reports'],
  ['view', 'upload'],
  ['submit-referral'],
];

/** People who ask for access, get it or not, lose it, and try what they may do. */
export function accounts(pen: Pen, name: string): void {
  const { draws } = pen;
  const { pick } = draws;
  const user = `user-${name.toLowerCase()}`;
  const person = {
    user,
    name: 'Alex Newcomer',
    email: `${user}@office.example`,
    phone: '617-555-0150',
    password: PASSWORD,
  };
  const request = { ...person, site: 'site-pcp', permissions: pick([['view', 'submit-referral'], ['view']]) };
  const biller = draws.chance(0.3) ? { class: 'third-party-biller' } : {};
  const ask = `ask-${name}`;
  if (draws.chance(0.6)) {
    if (draws.chance(0.25))
      pen.act(pick(['pcp-admin', 'pcp-admin', 'pcp']), 'add-user', {
        name: ask,
        with: { ...person, permissions: request.permissions },
      });
    else pen.act('nobody', 'request-access', { name: ask, with: { ...request, ...biller } });
    pen.onward();
  }
  const users = ['pcp', 'viewer', 'pcp-admin', 'two-sites', 'referrals-only', user];
  for (let left = draws.between(1, 7); left > 0; left -= 1) {
    draws.weighted<() => void>([
      [
        8,
        () =>
          pen.act(
            pick(['pcp-admin', 'support', 'pcp-admin', 'support', 'administrator', 'spec-admin', 'viewer']),
            'approve-access',
            { path: { id: `\${case.${ask}}` } },
          ),
      ],
      [6, () => pen.act(user, pick(['show-session', 'list-request-types', 'list-requests', 'list-claims']))],
      [4, () => pen.act(user, 'submit-request', { case: `${name}-own`, use: 'referral' })],
      [
        7,
        () =>
          pen.act(pick(['pcp-admin', 'pcp-admin', 'pcp-admin', 'spec-admin', 'viewer']), 'change-user', {
            path: { id: pick(users) },
            with: pick<Record<string, unknown>>([
              { permissions: pick(PERMISSIONS) },
              { permissions: pick(PERMISSIONS) },
              { removed: true },
              { administrator: false },
              { administrator: true },
            ]),
          }),
      ],
      [
        5,
        () =>
          pen.act(pick(['pcp-admin', 'pcp-admin', 'spec-admin']), 'renew-access', {
            path: { id: pick(['pcp-admin', 'pcp', 'hospital', 'viewer']) },
          }),
      ],
      [3, () => pen.act(pick(['pcp-admin', 'spec-admin', 'viewer']), 'list-users')],
      [2, () => pen.act(pick(['administrator', 'pcp']), 'read-audit-trail')],
      [
        3,
        () =>
          pen.act(
            pick(['pcp', 'viewer', 'referrals-only', 'two-sites']),
            pick(['list-requests', 'show-session', 'list-request-types']),
          ),
      ],
      [
        3,
        () =>
          pen.act(pick(['pcp', 'viewer', 'referrals-only', 'biller']), 'submit-request', {
            case: `${name}-try`,
            use: pick(['referral', 'outpatient', 'admission']),
          }),
      ],
      [
        2,
        () =>
          pen.act(pick(['pcp', 'viewer', 'biller']), 'show-report', {
            path: { id: pick(['member-roster', 'asthma']) },
          }),
      ],
      [2, () => pen.act(user, 'sign-in', { with: { user, password: PASSWORD } })],
      [3, () => pen.days(1, 40)],
      [2, () => pen.toEdgeOf(pick([29, 30, 31, 89, 90, 179, 180]), pen.now)],
    ])();
    pen.onward();
  }
}
