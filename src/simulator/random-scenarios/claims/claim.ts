import type { Pen } from '../pen.ts';

/** A claim for care that may have been asked for. Its number is drawn, so that no two are alike. */
export function claim(pen: Pen, member: string, procedure: string): void {
  const { draws } = pen;
  const from = pen.date(-draws.below(3));
  const [place, affiliation] = draws.pick([
    ['office', 'aff-spec'],
    ['surgical', 'aff-spec'],
    ['outpatient', 'aff-spec'],
    ['inpatient', 'aff-hosp'],
    ['emergency-room', 'aff-hosp'],
    ['observation', 'aff-hosp'],
    ['office', 'aff-spec-north'],
    ['office', 'aff-out'],
    ['home', 'aff-vendor'],
  ] as const);
  pen.inject('claim', {
    id: pen.number('CL'),
    member,
    affiliation,
    procedure,
    place,
    from,
    to: draws.chance(0.8) ? from : pen.date(draws.between(0, 4)),
    units: draws.pick([1, 1, 2, 3, 5]),
    charge: draws.pick([20_000, 500_000]),
    copay: 2_500,
    ...(draws.chance(0.2) ? { emergent: true } : {}),
    ...(draws.chance(0.15) ? { purpose: draws.pick(['preventive', 'outpatient', 'other']) } : {}),
    ...(place === 'home' && draws.chance(0.4) ? { visit: 2 } : {}),
  });
}
