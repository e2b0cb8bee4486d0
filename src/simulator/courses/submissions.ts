import { PROCEDURES } from '../codes.ts';
import type { Pen } from './pen.ts';

type Fields = Record<string, unknown>;
export type Asked = {
  readonly name: string;
  readonly by: string;
  readonly use: string;
  readonly fields: Fields;
  readonly at: number;
};

export const MEMBERS = [
  'M1000001',
  'M1000002',
  'M2000001',
  'M2000002',
  'M3000001',
  'M3000002',
  'M4000001',
  'M5000001',
  'M5000002',
  'M6000001',
  'M6000005',
];

const servicing = (provider: string, affiliation: string): Fields => ({
  servicing: { provider, affiliation },
});
const PLACES: readonly Fields[] = [
  servicing('dr-spec', 'aff-spec-north'),
  servicing('hospital', 'aff-hosp'),
  servicing('hospital-north', 'aff-hosp-north'),
  servicing('vendor', 'aff-vendor'),
  servicing('dr-left', 'aff-left'),
  servicing('dr-out', 'aff-out'),
  servicing('dr-nobody', 'aff-nobody'),
];

const information = (...items: string[]): Fields => ({ information: items });
const stay = (kind: string, pen: Pen, hoursAgo: number): Fields => ({
  notification: { kind, startedAt: new Date(pen.now - hoursAgo * 3_600_000).toISOString() },
});

/** Kinds of request whose entries belong together; each is drawn as a whole and then varied. */
function archetype(pen: Pen): { readonly use: string; readonly by: string; readonly fields: Fields } {
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

const LONG = (length: number): string => 'e'.repeat(length);

/** Single entries that are wrong, doubtful or at an edge. */
function odd(pen: Pen): { readonly fields?: Fields; readonly without?: string[] } {
  const { draws } = pen;
  const { pick } = draws;
  return draws.pick<() => { fields?: Fields; without?: string[] }>([
    () => ({ fields: { member: pick(MEMBERS) } }),
    () => ({ fields: { member: pick(MEMBERS) } }),
    () => ({ fields: pick(PLACES) }),
    () => ({ fields: pick(PLACES) }),
    () => ({
      fields: {
        diagnoses: pick([
          ['E11.9'],
          ['M54.50'],
          ['Z99.9X'],
          ['S82.891B', 'E11.9'],
          [],
          ['M17.11', 'M54.50', 'E11.9', 'I10', 'J45.909', 'S82.891B'],
          ['M17.11', 'M54.50', 'E11.9', 'I10', 'J45.909', 'S82.891B', 'K21.9'],
        ]),
      },
    }),
    () => ({ fields: { units: pick([1, 2, 3, 4, 6, 7, 999, 0, -1, 1.5, 1000]) } }),
    () => ({ fields: { procedure: pick(PROCEDURES).code } }),
    () => ({ fields: { procedure: pick(['99241', '99243', '99245', '29881', '27447', 'X9999']) } }),
    () => ({ fields: { start: pen.date(pick([-91, -90, -89, -1, 0, 1, 10, 27])) } }),
    () => ({ fields: { end: pen.date(pick([-1, 0, 1, 20, 364, 365, 366])) } }),
    () => ({ fields: { start: pick(['2026-02-30', '2027-02-29']) } }),
    () => ({
      fields: {
        remarks: pick(['First remark', 'Modifiers 25, 59; "quoted" <b>bold</b> é', LONG(255), LONG(256)]),
      },
    }),
    () => ({
      fields: { requester: pick([{ name: 'Night clerk' }, { phone: '617-555-0199' }, { name: ' ' }]) },
    }),
    () => ({
      fields: {
        servicing: {
          contact: pick([
            { name: 'Desk' },
            { phone: '617-555-0188' },
            { phone: '(617) 586-1700' },
            { phone: '6175861700' },
            { phone: '1-617-586-1700' },
            { phone: '586-1700' },
          ]),
        },
      },
    }),
    () => ({ fields: { urgency: pick(['urgent', 'standard']) } }),
    () => ({ fields: { setting: pick(['outpatient', 'observation', 'surgical', 'inpatient']) } }),
    () => ({ fields: { reviewType: pick(['concurrent', 'retrospective', 'preservice']) } }),
    () => ({ fields: { member: pick(['SMITH, MICHAEL', 'M9999999']) } }),
    () => ({ fields: { requestingSite: pick(['site-pcp', 'site-spec']) } }),
    () => ({ fields: { type: 'status' } }),
    () => ({ fields: { service: 'consultation' } }),
    () => ({
      without: [
        pick([
          'member',
          'requester.name',
          'requester.phone',
          'service',
          'servicing.contact.name',
          'servicing.contact.phone',
          'procedure',
          'units',
          'start',
          'end',
          'requester',
          'servicing',
          'urgency',
        ]),
      ],
    }),
  ])();
}

const ACTORS: readonly (readonly [number, string])[] = [
  [20, 'pcp'],
  [8, 'specialist'],
  [5, 'hospital'],
  [4, 'two-sites'],
  [3, 'referrals-only'],
  [3, 'viewer'],
  [3, 'other'],
  [2, 'vendor'],
  [2, 'outsider'],
  [2, 'pcp-sister'],
  [2, 'biller'],
  [2, 'nobody'],
  [1, 'former'],
];

/** Submits one request under a name; now and then twice with one key, as a nervous clerk does. */
export function submit(pen: Pen, name: string): Asked {
  const { draws } = pen;
  const base = archetype(pen);
  let fields = { ...base.fields };
  const without: string[] = [];
  const oddities = draws.weighted([
    [60, 0],
    [30, 1],
    [10, 2],
  ]);
  for (let count = 0; count < oddities; count += 1) {
    const change = odd(pen);
    fields = { ...fields, ...change.fields };
    without.push(...(change.without ?? []));
  }
  const by = draws.chance(0.12) ? draws.weighted(ACTORS) : base.by;
  if (by === 'two-sites')
    pen.act(by, 'choose-site', { with: { site: draws.pick(['site-pcp', 'site-spec', 'site-other']) } });
  const key = draws.chance(0.12) ? `key-${name}` : undefined;
  const body = {
    case: name,
    use: base.use,
    ...(Object.keys(fields).length > 0 ? { with: fields } : {}),
    ...(without.length > 0 ? { without } : {}),
    ...(key === undefined ? {} : { key }),
  };
  pen.act(by, 'submit-request', body);
  const at = pen.now;
  if (key !== undefined) {
    pen.minutes(1, 5);
    pen.act(by, 'submit-request', body);
  } else if (draws.chance(0.04)) {
    pen.minutes(1, 5);
    pen.act(by, 'submit-request', { ...body, case: `${name}2` });
  }
  return { name, by, use: base.use, fields, at };
}
