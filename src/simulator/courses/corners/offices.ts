import { HOUR, type Pen } from '../pen.ts';

const SECOND = 1000;

/** What users did, as the trail of it tells. */
export function trail(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.act('pcp', 'submit-request', { case: name, use: 'referral' });
  for (const op of ['view-request', 'list-requests', 'find-members', 'show-eligibility'].filter(() =>
    draws.chance(0.7),
  )) {
    pen.minutes();
    const about =
      op === 'view-request'
        ? { case: name }
        : op === 'find-members'
          ? { query: { query: 'M1000001' } }
          : op === 'show-eligibility'
            ? { query: { by: 'id', query: 'M1000001' } }
            : {};
    pen.act('pcp', op, about);
  }
  pen.minutes();
  pen.act('administrator', 'read-audit-trail');
}

/** A user of two sites, and lists that must follow the site. */
export function twoSites(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.act('pcp', 'submit-request', { case: name, use: 'referral', with: { diagnoses: ['E11.9'] } });
  pen.act('specialist', 'submit-request', { case: `${name}2`, use: 'concurrent' });
  for (const site of ['site-spec', 'site-pcp']) {
    pen.minutes();
    pen.act('two-sites', 'choose-site', { with: { site } });
    pen.act('two-sites', 'list-requests');
  }
  for (let left = draws.between(1, 4); left > 0; left -= 1) {
    pen.minutes();
    draws.pick<() => void>([
      () =>
        pen.act('two-sites', 'choose-site', {
          with: { site: draws.pick(['site-spec', 'site-pcp', 'site-other']) },
        }),
      () => pen.act('two-sites', 'list-requests'),
      () => pen.act('two-sites', 'show-session'),
      () => pen.act('pcp', 'choose-site', { with: { site: draws.pick(['site-spec', 'site-pcp']) } }),
      () => pen.act('pcp', 'list-requests', { query: { diagnosis: draws.pick(['E11.9', 'M17.11']) } }),
      () =>
        pen.act(draws.pick(['other', 'pcp-sister', 'specialist']), 'list-requests', {
          query: { member: 'M1000001' },
        }),
    ])();
  }
}

/** Access that is given, changed, renewed or not, and tried again much later. */
export function longAccess(pen: Pen): void {
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

/** What an office is paid, told and shown over some days. */
export function officeDays(pen: Pen): void {
  const { draws } = pen;
  pen.act('pcp', 'register-electronic-payment', { with: { account: '000123456', routing: '011000015' } });
  pen.minutes();
  pen.inject('payment-run', { site: 'site-pcp', amount: 1000 });
  pen.days(0, 3);
  pen.inject('electronic-payment-completed', { site: 'site-pcp' });
  pen.days(0, 2);
  pen.inject('payment-run', { site: 'site-pcp', amount: 2000 });
  if (draws.chance(0.6))
    pen.inject('member-call', { member: 'M1000002', provider: 'dr-sister', site: 'site-pcp-sister' });
  pen.days(2, 4);
  for (const who of ['pcp-sister', 'pcp', 'pcp-admin'])
    pen.act(who, 'show-report', {
      path: { id: draws.pick(['member-roster', 'member-transactions', 'asthma', 'diabetes']) },
    });
  pen.act('pcp-admin', 'download-report', {
    path: { id: draws.pick(['asthma', 'immunization', 'member-roster', 'er-utilization']) },
  });
}

/** Documents of one name, newer ones and none, at every stage of a request. */
export function sameName(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.act('pcp', 'submit-request', {
    case: name,
    use: draws.pick(['outpatient', 'referral']),
    ...(draws.chance(0.4) ? { with: { procedure: '27447', information: [] } } : {}),
  });
  for (let file = 1; file <= draws.between(2, 3); file += 1) {
    pen.minutes(1, 900);
    pen.act('pcp', 'attach-document', {
      case: name,
      name: `${name}-file${file}`,
      with: { name: 'notes.pdf', description: 'Notes', content: `pdf:${2000 + file * 100}` },
    });
  }
  for (let pages = draws.below(3); pages > 0; pages -= 1)
    pen.inject('fax', { request: `\${case.${name}}`, text: `Notes, page ${pages}` });
  pen.minutes();
  pen.act('pcp', 'list-documents', { case: name });
  for (const file of [1, 2])
    pen.act(draws.pick(['pcp', 'pcp', 'specialist', 'other']), 'download-document', {
      case: name,
      path: { id: `\${case.${name}}`, document: `\${case.${name}-file${file}}` },
    });
  pen.minutes();
  pen.act('pcp', 'revise-request', {
    case: name,
    with: { units: draws.pick([0, 1, 2]), information: ['clinical-notes'] },
  });
  pen.days(1, 3);
  pen.act('pcp', 'revise-request', {
    case: name,
    with: { units: 1, add: [{ procedure: '97110', units: 1 }], information: ['clinical-notes'] },
  });
  pen.days(1, 3);
  pen.act('pcp', 'view-request', { case: name });
}

/** The days of the maintenance of the third weekend, from its beginning to the Monday after. */
export function thirdWeekend(pen: Pen, name: string): void {
  const { draws } = pen;
  pen.now = Date.parse(
    draws.pick(['2026-02-21T17:00:00-05:00', '2026-03-21T17:00:00-04:00', '2026-02-14T17:00:00-05:00']),
  );
  for (let left = draws.between(3, 7); left > 0; left -= 1) {
    pen.now += draws.pick([HOUR, 3 * HOUR, 7 * HOUR, 13 * HOUR]) + draws.pick([-SECOND, 0, SECOND]);
    draws.pick<() => void>([
      () =>
        pen.act('pcp', 'submit-request', {
          case: `${name}${left}`,
          use: draws.pick(['referral', 'outpatient', 'urgent']),
        }),
      () => pen.act('pcp', 'show-eligibility', { query: { by: 'id', query: 'M1000001' } }),
      () => pen.act('pcp', 'find-members', { query: { query: 'M1000001' } }),
      () => pen.act('pcp', 'list-requests'),
      () => pen.act('pcp', 'view-request', { case: `${name}${left + 1}` }),
      () =>
        pen.act('pcp', 'attach-document', {
          case: `${name}${left + 1}`,
          with: { name: 'notes.pdf', description: 'Notes', content: 'pdf:2000' },
        }),
    ])();
  }
}
