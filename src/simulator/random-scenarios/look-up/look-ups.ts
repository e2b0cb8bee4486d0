import { known } from '../known.ts';
import type { Pen } from '../pen.ts';
import { MEMBERS } from '../request-entry/unusual-entries.ts';

/** What offices look up: members, providers, diagnoses, eligibility; by whom it may be and by whom not. */
export function lookUps(pen: Pen): void {
  const { draws } = pen;
  const { pick } = draws;
  for (let left = draws.between(1, 5); left > 0; left -= 1) {
    pick<() => void>([
      () =>
        pen.act(
          pick(['pcp', 'pcp', 'pcp', 'specialist', 'nobody', 'referrals-only', 'biller']),
          'find-members',
          {
            query: {
              query: pick([
                'M1000001',
                'M100',
                'M1000002',
                known('member.M1000002.lastName'),
                known('member.M1000002.lastName:3'),
                known('member.M2000001.lastName'),
                'M3000001',
                'Zzz',
              ]),
            },
          },
        ),
      () =>
        pen.act('pcp', 'find-diagnoses', {
          query: { query: pick(['S82.891B', 'S82891B', 'open fracture', 'E11', 'zzz']) },
        }),
      () =>
        pen.act('pcp', 'find-providers', {
          query: {
            query: pick([
              known('provider.dr-spec.name'),
              'North Bay',
              known('provider.dr-spec.npi'),
              known('provider.dr-out.name'),
              known('provider.dr-left.npi'),
              'zzz',
            ]),
          },
        }),
      () =>
        pen.act(
          pick(['pcp', 'pcp', 'referrals-only', 'former', 'specialist', 'nobody', 'viewer']),
          'show-eligibility',
          {
            query: pick([
              { by: 'id', query: 'M1000001' },
              { by: 'id', query: pick(MEMBERS) },
              { by: 'name', query: known('member.M1000002.lastName') },
              { by: 'birth-date', query: known('member.M1000001.birthDate') },
            ]),
          },
        ),
      () => pen.inject('visit', { member: 'M1000001', site: 'site-pcp', procedure: '99213' }),
      () =>
        pen.inject('eligibility-feed', {
          member: pick(['M1000001', 'M1000002']),
          coverage: [{ from: '2019-01-01', to: pen.date(pick([-1, 0, 1, 25])) }],
        }),
      () => pen.act(pick(['pcp', 'two-sites', 'pcp-admin']), 'show-session'),
      () => pen.act(pick(['pcp', 'referrals-only', 'viewer']), 'list-request-types'),
      () =>
        pen.act('two-sites', 'choose-site', {
          with: { site: pick(['site-spec', 'site-other', 'site-pcp']) },
        }),
      () => pen.act('stranger', 'sign-in', { with: { user: pick(['stranger', 'pcp']), password: 'guess' } }),
    ])();
    pen.onward();
  }
}
