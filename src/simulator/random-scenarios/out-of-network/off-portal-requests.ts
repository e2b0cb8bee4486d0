import { afterRequest } from '../after-request.ts';
import { claim } from '../claims/claim.ts';
import type { Pen } from '../pen.ts';

const GROUNDS = [
  'expertise',
  'pregnancy',
  'terminal-illness',
  'active-treatment',
  'new-member',
  'pcp-termination',
  'delay',
  'unnecessary-risk',
  'prior-relationship',
];
const MEMBERS = [
  'M1000001',
  'M1000002',
  'M6000001',
  'M6000002',
  'M6000003',
  'M6000004',
  'M6000005',
  'M6000006',
  'M6000007',
  'M2000001',
];

const OUT = { provider: 'dr-out', affiliation: 'aff-out' };
const LEFT = { provider: 'dr-left', affiliation: 'aff-left' };
const continued = (ground: string, member: string, servicing: typeof OUT, ...starts: string[]) => ({
  ground,
  member,
  servicing,
  starts,
});
/** Members of the standard world with a ground for care outside, and days about the end of each ground. */
const CONTINUED = [
  continued('pcp-termination', 'M6000001', LEFT, '2026-02-27', '2026-03-02', '2026-03-03'),
  continued('active-treatment', 'M6000002', LEFT, '2026-03-02', '2026-05-01', '2026-05-02'),
  continued('pregnancy', 'M6000003', LEFT, '2026-05-02', '2026-06-24', '2026-06-25'),
  continued('terminal-illness', 'M6000004', LEFT, '2026-07-01', '2026-12-01'),
  continued('new-member', 'M6000005', OUT, '2026-03-02', '2026-03-03', '2026-03-04'),
  continued('pregnancy', 'M6000006', OUT, '2026-06-24', '2026-06-25'),
  continued('terminal-illness', 'M6000007', OUT, '2026-07-01'),
];

/** A request that comes by fax, mail or telephone, for care outside the network or for what has a form of its own. */
export function offPortalRequest(pen: Pen, name: string): void {
  const { draws } = pen;
  const known = draws.chance(0.6) ? draws.pick(CONTINUED) : null;
  const ground = known?.ground ?? (draws.chance(0.85) ? draws.pick(GROUNDS) : undefined);
  const start = known
    ? draws.pick(known.starts)
    : pen.date(draws.pick([-2, 0, 5, 20, 27, 60, 110, 143, 150]));
  const outside = known !== null || draws.chance(0.7);
  const servicing = outside
    ? (known?.servicing ?? draws.pick([OUT, LEFT]))
    : draws.pick([
        { provider: 'vendor', affiliation: 'aff-vendor' },
        { provider: 'hospital', affiliation: 'aff-hosp' },
      ]);
  const procedure = outside ? '97110' : draws.pick(['90870', 'E1390', 'B4150', '99221', '70551']);
  const member = known?.member ?? draws.pick(MEMBERS);
  pen.inject(
    'paper-request',
    {
      channel: draws.pick(['fax', 'fax', 'fax', 'mail', 'phone']),
      site: draws.pick(['site-pcp', 'site-pcp', 'site-pcp', 'site-hosp']),
      form: {
        name: draws.pick(['out-of-network', 'out-of-network', 'authorization']),
        complete: draws.chance(0.9),
      },
      ...(ground === undefined ? {} : { ground }),
      ...(ground === 'delay' ? { delay: draws.pick(['member', 'network']) } : {}),
      ...(ground === 'expertise' && draws.chance(0.3) ? { pcpFinding: draws.chance(0.5) } : {}),
      draft: {
        member,
        procedure,
        setting: 'outpatient',
        servicing,
        units: draws.pick([1, 2, 4]),
        start,
        end: draws.chance(0.6) ? start : pen.date(170),
        information: procedure === 'E1390' ? ['prescription', 'supporting-documentation'] : [],
      },
    },
    {
      case: name,
      use: outside
        ? draws.pick(['outpatient', 'outpatient', 'outpatient', 'referral', 'concurrent-inpatient'])
        : draws.pick(['outpatient', 'outpatient', 'concurrent-inpatient']),
    },
  );
  const asked = { name, by: 'pcp', use: 'outpatient', fields: { member, procedure }, at: pen.now };
  for (let more = draws.below(3); more > 0; more -= 1) {
    pen.onward(asked.at);
    afterRequest(pen, asked);
  }
  if (draws.chance(0.4)) {
    pen.days(1, 10);
    if (draws.chance(0.4)) claim(pen, member, procedure);
    else
      pen.inject('claim', {
        id: pen.number('CL'),
        member,
        affiliation: servicing.affiliation,
        procedure,
        place: 'outpatient',
        from: start,
        to: start,
        units: 1,
        charge: 20_000,
        copay: 2_500,
      });
  }
}
