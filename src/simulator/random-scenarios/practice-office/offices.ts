import { known } from '../known.ts';
import { DAY, type Pen } from '../pen.ts';

const OFFICE = [
  'pcp',
  'pcp',
  'pcp',
  'pcp-admin',
  'referrals-only',
  'biller',
  'pcp-sister',
  'specialist',
  'specialist-north',
];
const REPORTS = [
  'member-roster',
  'asthma',
  'member-transactions',
  'redetermination',
  'provider-roster',
  'referred-in',
  'diabetes',
  'immunization',
  'er-utilization',
];

/** What an office does beside requests: reports, claims, payments, documents, changes of enrollment and of the PCP. */
export function offices(pen: Pen, name: string): void {
  const { draws } = pen;
  const { pick } = draws;
  const change = `change-${name}`;
  // An account rests for thirty days at most before it ends; after that nothing is registered any more.
  const early = pen.now + 20 * DAY;
  let registered = false;
  for (let left = draws.between(2, 7); left > 0; left -= 1) {
    const who = pick(OFFICE);
    draws.weighted<() => void>([
      [
        12,
        () =>
          pen.act(who, pick(['show-report', 'show-report', 'show-report', 'download-report']), {
            path: { id: pick(REPORTS) },
            ...(draws.chance(0.2)
              ? { query: pick<Record<string, string>>([{ provider: 'dr-pcp-open' }, { member: 'M1000001' }]) }
              : {}),
          }),
      ],
      [1, () => pen.act('pcp', 'list-reports')],
      [
        4,
        () =>
          pen.act(
            who,
            'list-claims',
            draws.chance(0.4) ? { query: { claim: pick(['claim-1', 'claim-2', 'claim-3']) } } : {},
          ),
      ],
      [3, () => pen.act(who, 'list-payments')],
      [
        3,
        () =>
          pen.act('pcp', 'download-payment', {
            path: { id: pick(['eop-2026-01', 'eop-2025-11', 'eop-spec']) },
          }),
      ],
      [2, () => pen.inject('payment-run', { site: 'site-pcp', amount: pick([1000, 2000]) })],
      [2, () => pen.act('pcp', 'show-electronic-payment')],
      [
        2,
        () => {
          registered = registered || pen.now < early;
          pen.act('pcp', 'register-electronic-payment', {
            with: { account: '000123456', routing: '011000015' },
          });
        },
      ],
      [2, () => registered && pen.inject('electronic-payment-completed', { site: 'site-pcp' })],
      [
        5,
        () =>
          pen.act(pick(['pcp', 'pcp', 'pcp', 'referrals-only', 'specialist']), 'correct-pcp', {
            with: {
              member: pick(['M1000001', 'M1000001', 'M7000001', 'M1000002']),
              provider: pick(['dr-pcp-open', 'dr-pcp-closed', 'dr-sister', 'dr-pcp-gone']),
            },
          }),
      ],
      [
        5,
        () =>
          pen.act(pick(['pcp', 'pcp', 'pcp', 'referrals-only']), 'submit-enrollment-change', {
            name: change,
            with: {
              kind: pick(['panel-close', 'panel-open', 'enroll', 'terminate', 'demographic']),
              npi: known('provider.dr-pcp.npi'),
              effective: pick(['2026-04-01', pen.date(30), pen.date(1)]),
            },
          }),
      ],
      [
        3,
        () =>
          pen.inject('enrollment-decision', {
            change: `\${case.${change}}`,
            state: pick(['in-review', 'completed']),
          }),
      ],
      [3, () => pen.act('pcp', 'list-enrollment-changes')],
      [2, () => pen.act(who, 'list-site-documents')],
      [
        3,
        () => pen.act('pcp', 'download-site-document', { path: { id: pick(['posted-pcp', 'posted-spec']) } }),
      ],
      [
        2,
        () =>
          pen.inject('member-call', {
            member: pick(['M1000002', 'M1000001']),
            provider: 'dr-sister',
            site: 'site-pcp-sister',
          }),
      ],
      [2, () => pen.act('pcp', 'submit-request', { case: `${name}-in`, use: 'referral' })],
      [2, () => pen.act(who, 'list-request-types')],
    ])();
    pen.onward();
  }
}
