import { DAY, type Pen } from '../pen.ts';

const SECTIONS = { determination: 'The decision.' };

/** An approval or denial by the scenario’s staff, and claims on it: of what was approved, beyond it, and after the member was told. */
export function claimsAfterDecision(pen: Pen, name: string): void {
  const { draws } = pen;
  const { pick } = draws;
  const stay = draws.chance(0.4);
  const member = pick(['M1000001', 'M1000002']);
  const procedure = stay ? '99223' : pick(['29881', '97110', '27447']);
  const from = pen.date(0);
  pen.act(stay ? 'hospital' : 'specialist', 'submit-request', {
    case: name,
    use: stay ? 'concurrent-inpatient' : 'outpatient',
    with: { member, procedure, start: from, end: pen.date(10), units: 5 },
  });
  pen.minutes(60, 400);
  const outcome = pick(['denied', 'denied', 'approved', null]);
  if (outcome) {
    pen.act('physician', 'decide', {
      case: name,
      with: { outcome, basis: 'medical-necessity', reason: 'The level of care is not needed.' },
    });
    if (draws.chance(0.7)) {
      pen.days(0, 3);
      pen.act('physician', 'send-letter', {
        case: name,
        with: { decision: 1, to: 'member', sections: SECTIONS },
      });
    }
  }
  const days = draws.between(0, 4);
  const to = new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10);
  pen.days(6, 12);
  for (let left = draws.between(1, 2); left > 0; left -= 1)
    pen.inject('claim', {
      id: pen.number('CL'),
      member,
      affiliation: stay ? 'aff-hosp' : 'aff-spec',
      procedure,
      place: stay ? 'inpatient' : 'surgical',
      from,
      to,
      units: days + 1,
      charge: 500_000,
      copay: 2_500,
      ...(draws.chance(0.3) ? { authorization: `\${case.${name}}` } : {}),
    });
}

/** Claims for what needs no leave, or leave of another kind, by the rule that says so. */
export function exemptClaims(pen: Pen): void {
  const { draws } = pen;
  for (let left = draws.between(1, 3); left > 0; left -= 1) {
    const from = pen.date(-draws.below(3));
    const [procedure, place, more] = draws.pick<readonly [string, string, Record<string, unknown>]>([
      ['90837', 'office', { purpose: draws.pick(['outpatient', 'other']) }],
      ['99395', 'office', { purpose: draws.pick(['preventive', 'other']) }],
      ['58300', 'office', {}],
      ['92014', 'office', {}],
      ['99203', 'office', { member: 'M5000001' }],
      ['99284', 'emergency-room', {}],
      ['70551', 'office', { emergent: true }],
      ['70551', 'outpatient', { emergent: true }],
      ['70551', 'office', { emergent: true }],
      ['70551', 'emergency-room', {}],
      ['99221', 'observation', { affiliation: 'aff-hosp' }],
      ['99221', 'inpatient', { affiliation: 'aff-hosp', emergent: true }],
      ['G0299', 'home', { affiliation: 'aff-vendor', visit: 2 }],
      ['90837', 'office', { affiliation: 'aff-out' }],
    ]);
    pen.inject('claim', {
      id: pen.number('CL'),
      member: 'M1000001',
      affiliation: 'aff-spec',
      procedure,
      place,
      from,
      to: from,
      units: 1,
      charge: 20_000,
      copay: 2_500,
      ...more,
    });
    pen.minutes();
  }
}
