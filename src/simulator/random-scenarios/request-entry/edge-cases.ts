import { claim } from '../claims/claim.ts';
import { HOUR, type Pen } from '../pen.ts';

const SECOND = 1000;
/** Midnight at the beginning of the local day so many days from now. */
const midnight = (pen: Pen, days: number): number =>
  pen.office.instant(pen.office.local(pen.now).day + days, 0);

/** Coverage that ends about now, by the feed of the night or in the world, and a request on its last day, late in the evening. */
export function coverageEnds(pen: Pen, name: string): void {
  const { draws } = pen;
  const member = draws.pick(['M1000001', 'M1000002']);
  pen.inject('eligibility-feed', {
    member,
    coverage: [{ from: '2019-01-01', to: pen.date(draws.pick([0, 0, 1, -1, 20])) }],
  });
  pen.now = midnight(pen, draws.pick([1, 1, 2])) + draws.pick([-4 * HOUR, -SECOND, 0, 9 * HOUR]);
  const start = pen.date(draws.pick([0, 1, 2, 20]));
  pen.act('pcp', 'submit-request', {
    case: name,
    use: draws.pick(['referral', 'outpatient']),
    with: { member, start },
  });
  if (draws.chance(0.5)) pen.act('pcp', 'find-members', { query: { query: member } });
  if (draws.chance(0.5)) pen.act('pcp', 'show-eligibility', { query: { by: 'id', query: member } });
  if (draws.chance(0.4)) claim(pen, member, '99203');
}

/** Two referrals to one place, whose spans touch, overlap or are the same. */
export function referralSpans(pen: Pen, name: string): void {
  const { draws } = pen;
  const length = draws.pick([10, 10, 10, 20, 334, 335, 364, 365, 366]);
  pen.act('pcp', 'submit-request', {
    case: name,
    use: 'referral',
    with: { start: pen.date(0), end: pen.date(length) },
  });
  pen.minutes();
  const start = length > 40 ? 40 : length + draws.pick([-1, 0, 1, 2]);
  pen.act('pcp', 'submit-request', {
    case: `${name}2`,
    use: 'referral',
    with: {
      start: pen.date(start),
      end: pen.date(start + 20),
      procedure: draws.pick(['99203', '99201', '99215', '99216', '99200']),
      ...(draws.chance(0.2) ? { service: 'surgery' } : {}),
    },
  });
  pen.minutes();
  pen.act('specialist', 'view-request', { case: name });
  if (draws.chance(0.5)) pen.act('specialist', 'show-report', { path: { id: 'referred-in' } });
  if (draws.chance(0.5)) {
    const from = pen.date(0);
    pen.inject('claim', {
      id: pen.number('CL'),
      member: 'M1000001',
      affiliation: 'aff-spec',
      procedure: draws.pick(['99203', '99204', '99213']),
      place: 'office',
      from,
      to: from,
      units: 1,
      charge: 20_000,
      copay: 2_500,
    });
    pen.act('pcp', 'view-request', { case: name });
  }
}

/** Several submissions with one thing wrong, odd or at its edge in each, and a look at what was taken. */
export function edgeEntries(pen: Pen, name: string): void {
  const { draws } = pen;
  const { pick } = draws;
  for (let left = draws.between(2, 4); left > 0; left -= 1) {
    const own = `${name}${left}`;
    const [by, use, fields, without] = pick<
      readonly [string, string, Record<string, unknown>, readonly string[]]
    >([
      ['pcp', 'outpatient', {}, ['urgency']],
      [
        'pcp',
        'referral',
        {},
        [pick(['member', 'units', 'start', 'end', 'procedure', 'service', 'servicing', 'requester'])],
      ],
      ['pcp', 'referral', { units: pick([99, 100, 999, 1000, 0, -1, 1.5]) }, []],
      [
        'pcp',
        'referral',
        { remarks: pick(['Modifiers 25, 59; "quoted" <b>bold</b> é', 'e'.repeat(255), 'e'.repeat(256)]) },
        [],
      ],
      ['pcp', 'referral', { procedure: pick(['99201', '99215', '99216', '99200', '99205']) }, []],
      ['pcp', 'referral', { member: 'M5000002', procedure: pick(['99205', '99203']) }, []],
      ['pcp', 'referral', { service: pick(['surgery', 'consultation']) }, []],
      [
        'pcp',
        'referral',
        { start: pen.date(pick([-91, -90, -89])), end: pen.date(pick([30, 273, 274, 275])) },
        [],
      ],
      ['pcp', 'referral', { start: pen.date(0), end: pen.date(pick([334, 340, 364, 365, 366])) }, []],
      [
        pick(['vendor', 'pcp', 'other']),
        'outpatient',
        {
          procedure: 'E1390',
          servicing: { provider: 'vendor', affiliation: 'aff-vendor' },
          information: ['prescription', 'supporting-documentation'],
        },
        [],
      ],
      [
        'pcp',
        'outpatient',
        { procedure: '70551', setting: pick(['surgical', 'outpatient']), information: [] },
        [],
      ],
      ['pcp-sister', 'referral', {}, []],
      ['outsider', 'outpatient', { servicing: { provider: 'dr-out', affiliation: 'aff-out' } }, []],
      ['outsider', 'outpatient', {}, []],
      [
        'pcp',
        'outpatient',
        { member: 'M4000001', procedure: '95810', setting: 'outpatient', information: [] },
        [],
      ],
      [
        'pcp',
        'outpatient',
        { member: pick(['M3000001', 'M6000005']), start: pen.date(pick([-20, 0, 20])) },
        [],
      ],
      [
        'pcp',
        'referral',
        {
          diagnoses: pick([
            [],
            ['M17.11', 'M54.50', 'E11.9', 'I10', 'J45.909', 'S82.891B'],
            ['M17.11', 'M54.50', 'E11.9', 'I10', 'J45.909', 'S82.891B', 'K21.9'],
          ]),
        },
        [],
      ],
      [pick(['viewer', 'referrals-only', 'two-sites']), pick(['referral', 'outpatient']), {}, []],
    ]);
    pen.act(by, 'submit-request', {
      case: own,
      use,
      ...(Object.keys(fields).length > 0 ? { with: fields } : {}),
      ...(without.length > 0 ? { without: [...without] } : {}),
    });
    pen.minutes();
    if (draws.chance(0.5)) pen.act(pick([by, 'specialist']), 'view-request', { case: own });
  }
}
