import type { Pen } from '../pen.ts';

/** Access that is given, changed, renewed or not, and tried again much later. */
export function accessOverMonths(pen: Pen): void {
  const { draws } = pen;
  const user = draws.pick(['pcp', 'viewer', 'two-sites']);
  const tries = (): void => {
    pen.act(user, draws.pick(['list-requests', 'show-session', 'list-request-types']));
    if (draws.chance(0.6))
      pen.act(user, 'submit-request', {
        case: `try${draws.below(9)}`,
        use: draws.pick(['referral', 'outpatient']),
      });
  };
  const permissions = draws.pick([
    ['view'],
    ['view', 'submit-referral'],
    ['submit-referral'],
    ['view', 'upload'],
  ]);
  if (draws.chance(0.6))
    pen.act(draws.pick(['pcp-admin', 'pcp-admin', 'spec-admin']), 'change-user', {
      path: { id: user },
      with: { permissions },
    });
  pen.minutes();
  tries();
  for (let turn = draws.between(3, 8); turn > 0; turn -= 1) {
    pen.days(20, 29);
    pen.act(user, 'show-session');
    if (draws.chance(0.15)) pen.act('pcp-admin', 'renew-access', { path: { id: user } });
    if (draws.chance(0.5)) pen.act('pcp-admin', 'list-users');
  }
  tries();
}
