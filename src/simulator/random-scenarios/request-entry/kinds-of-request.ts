import { PROCEDURES } from '../../codes.ts';
import type { Pen } from '../pen.ts';

export type Fields = Record<string, unknown>;

export const servicing = (provider: string, affiliation: string): Fields => ({
  servicing: { provider, affiliation },
});

const information = (...items: string[]): Fields => ({ information: items });

const stay = (kind: string, pen: Pen, hoursAgo: number): Fields => ({
  notification: { kind, startedAt: new Date(pen.now - hoursAgo * 3_600_000).toISOString() },
});

/** Kinds of request whose entries belong together; each is drawn as a whole and then varied. */
export function requestOfKind(pen: Pen): {
  readonly use: string;
  readonly by: string;
  readonly fields: Fields;
} {
  const { draws } = pen;
  const outpatient = (fields: Fields, by = 'pcp') => ({ use: 'outpatient', by, fields });
  const kinds: readonly (readonly [number, () => { use: string; by: string; fields: Fields }])[] = [
    [14, () => ({ use: 'referral', by: 'pcp', fields: {} })],
    [6, () => outpatient({})],
    [10, () => outpatient({ procedure: draws.pick(PROCEDURES).code, ...information('clinical-notes') })],
    [6, () => outpatient({ procedure: '27447', ...information() })],
    [4, () => ({ use: 'urgent', by: 'pcp', fields: draws.chance(0.4) ? information() : {} })],
    [4, () => ({ use: 'concurrent', by: 'specialist', fields: draws.chance(0.3) ? information() : {} })],
    [
      4,
      () => ({ use: 'concurrent-inpatient', by: 'hospital', fields: draws.chance(0.3) ? information() : {} }),
    ],
    [
      4,
      () => ({
        use: 'admission',
        by: 'hospital',
        fields: { procedure: draws.pick(['99221', '99223']), units: 3 },
      }),
    ],
    [
      4,
      () => ({
        use: 'admission',
        by: 'hospital',
        fields: {
          procedure: '99221',
          ...stay('emergency-admission', pen, draws.between(1, 80)),
          start: pen.date(-1),
        },
      }),
    ],
    [
      3,
      () =>
        outpatient(
          {
            procedure: '99221',
            setting: 'observation',
            ...servicing('hospital', 'aff-hosp'),
            ...stay('observation', pen, draws.between(1, 80)),
          },
          'hospital',
        ),
    ],
    [
      3,
      () =>
        outpatient(
          {
            procedure: 'G0299',
            setting: 'outpatient',
            ...servicing('vendor', 'aff-vendor'),
            ...stay(draws.pick(['home-nursing', 'home-supplies']), pen, draws.between(0, 60)),
            units: draws.pick([1, 2, 5]),
          },
          draws.pick(['vendor', 'pcp']),
        ),
    ],
    [
      2,
      () => ({
        use: 'admission',
        by: 'hospital',
        fields: {
          ...stay(draws.pick(['sick-newborn', 'transfer']), pen, draws.between(1, 40)),
          procedure: '99221',
        },
      }),
    ],
    [
      3,
      () =>
        outpatient({
          procedure: 'E1390',
          ...servicing('vendor', 'aff-vendor'),
          ...draws.pick([
            information('prescription', 'supporting-documentation'),
            information('supporting-documentation'),
            information(),
          ]),
        }),
    ],
    [
      3,
      () =>
        outpatient({
          procedure: 'B4150',
          ...servicing('vendor', 'aff-vendor'),
          ...draws.pick([
            information('prescription', 'enteral-review-form'),
            information('enteral-review-form'),
            information('prescription'),
          ]),
          ...(draws.chance(0.8) ? { enteral: { product: 'Formula A', quantity: '30 cans' } } : {}),
        }),
    ],
    [
      2,
      () =>
        outpatient({
          procedure: 'S9494',
          ...draws.pick([information('prescription', 'clinical-notes'), information('clinical-notes')]),
        }),
    ],
    [
      4,
      () =>
        outpatient({
          procedure: draws.pick(['70551', '95810', 'J0135', '90870', '90837', '99395', '58300', '92014']),
          setting: 'outpatient',
          ...information(),
        }),
    ],
    [
      3,
      () =>
        outpatient({
          procedure: draws.pick(['C9757', '33361', '22857', '64999', '38129', '63047', '62322', '99223']),
          ...information('clinical-notes'),
        }),
    ],
    [
      3,
      () =>
        outpatient({
          member: 'M5000002',
          procedure: draws.pick(['66984', '97110', 'G0299', '99205']),
          setting: 'outpatient',
          ...information(),
        }),
    ],
    [3, () => outpatient({ start: pen.date(-draws.between(1, 20)), end: pen.date(-draws.below(3)) })],
    [
      4,
      () => ({
        use: 'referral',
        by: 'pcp',
        fields: {
          start: pen.date(-draws.pick([0, 1, 30, 89, 90, 91, 92])),
          end: pen.date(draws.pick([10, 170, 270])),
        },
      }),
    ],
  ];
  return draws.weighted(kinds)();
}
