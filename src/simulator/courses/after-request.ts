import { PROCEDURES } from '../codes.ts';
import { MEMBERS } from './odd-entries.ts';
import type { Pen } from './pen.ts';
import type { Asked } from './submissions.ts';

const CARE = [
  'discharged',
  'emergency-stabilized',
  'primary-care-provider-told',
  'treatment-plan-agreed',
  'treatment-plan-refused',
  'specialist-reported',
  'reviewers-unavailable',
  'quality-concern',
  'suited-to-care-management',
  'aftercare-asked',
];

const FILES: readonly (readonly [string, string])[] = [
  ['notes.pdf', 'pdf:2000'],
  ['SCAN.PDF', 'pdf:120000'],
  ['whole.pdf', 'pdf:4999999'],
  ['limit.pdf', 'pdf:5000000'],
  ['too-much.pdf', 'pdf:5242881'],
  ['nothing.pdf', 'pdf:0'],
  ['notes.txt', 'text:500'],
];

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

const VIEWERS = [
  'pcp',
  'pcp',
  'specialist',
  'other',
  'pcp-sister',
  'specialist-north',
  'referrals-only',
  'hospital',
  'viewer',
  'outsider',
  'nobody',
];

/** One more thing that an office, the world or a curious stranger does about a request. */
export function afterRequest(pen: Pen, asked: Asked): void {
  const { draws } = pen;
  const { name, by } = asked;
  const told = String(asked.fields.member ?? 'M1000001');
  const member = MEMBERS.includes(told) ? told : 'M1000001';
  const procedure = String(asked.fields.procedure ?? (asked.use === 'referral' ? '99203' : '29881'));
  const about = { case: name };
  draws.weighted<() => void>([
    [10, () => pen.act(draws.pick(VIEWERS), 'view-request', about)],
    [
      7,
      () =>
        pen.act(by, 'supply-information', {
          ...about,
          with: {
            items: draws.pick([
              ['clinical-notes'],
              ['clinical-notes'],
              ['prescription'],
              ['clinical-notes', 'prescription', 'supporting-documentation', 'enteral-review-form'],
            ]),
          },
        }),
    ],
    [
      9,
      () =>
        pen.act(
          draws.pick([by, by, 'specialist', 'other', 'referrals-only', 'pcp-sister']),
          'revise-request',
          { ...about, with: revision(pen) },
        ),
    ],
    [
      7,
      () => {
        const [file, content] = draws.pick(FILES);
        pen.act(draws.pick([by, by, by, 'specialist', 'referrals-only', 'other']), 'attach-document', {
          ...about,
          name: `${name}-file`,
          with: {
            name: file,
            description: draws.pick(['Notes', 'Late notes', '   ', 'x'.repeat(256)]),
            content,
          },
        });
      },
    ],
    [3, () => pen.act(draws.pick([by, 'specialist', 'other']), 'list-documents', about)],
    [
      3,
      () =>
        pen.act(draws.pick([by, 'specialist', 'other']), 'download-document', {
          ...about,
          path: { id: `\${case.${name}}`, document: `\${case.${name}-file}` },
        }),
    ],
    [2, () => pen.act(by, 'show-fax-cover', about)],
    [
      3,
      () =>
        pen.inject('fax', {
          request: `\${case.${name}}`,
          text: draws.pick(['Notes, page 1', 'Notes, page 2']),
        }),
    ],
    [
      5,
      () =>
        pen.act(
          draws.pick(['pcp', 'specialist', 'other', 'two-sites', 'biller', 'nobody']),
          'list-requests',
          draws.chance(0.5)
            ? {}
            : {
                query: draws.pick<Record<string, string>>([
                  { member },
                  { diagnosis: 'E11.9' },
                  { status: 'APPROVED' },
                  { member: 'M1000002' },
                ]),
              },
        ),
    ],
    [
      9,
      () =>
        pen.act(draws.chance(0.9) ? by : 'other', 'reconsider', {
          ...about,
          with: { reason: 'New findings.' },
        }),
    ],
    [
      3,
      () =>
        pen.act(draws.pick([by, 'specialist']), 'file-appeal', {
          ...about,
          with: { decision: 1, reason: 'We do not agree.' },
        }),
    ],
    [8, () => pen.inject('care-event', { request: `\${case.${name}}`, what: draws.pick(CARE) })],
    [12, () => claim(pen, member, draws.chance(0.8) ? procedure : draws.pick(PROCEDURES).code)],
    [
      3,
      () =>
        pen.act(by, 'report-authorizations', {
          query: draws.pick<Record<string, string>>([
            { scope: 'member', id: member },
            { scope: 'authorization', id: `\${case.${name}}` },
            { scope: 'aggregate' },
          ]),
        }),
    ],
    [
      3,
      () =>
        pen.inject('eligibility-feed', {
          member: draws.pick([member, ...MEMBERS]),
          coverage: [
            {
              from: '2019-01-01',
              ...(draws.chance(0.8) ? { to: pen.date(draws.pick([-2, -1, 0, 1, 20])) } : {}),
            },
          ],
        }),
    ],
    [
      3,
      () =>
        pen.act('pcp', 'show-requirements', {
          query: {
            procedure: draws.chance(0.5)
              ? draws.pick(['64561', '66984', '11402', 'E1390', 'E0110', '99284', 'S9494'])
              : draws.pick(PROCEDURES).code,
            date: draws.pick([pen.date(), '2026-03-31', '2026-04-01']),
            ...(draws.chance(0.5) ? { setting: 'surgical' } : {}),
          },
        }),
    ],
    [
      2,
      () =>
        pen.act('pcp', draws.pick(['show-criteria', 'request-criteria']), {
          path: { id: draws.pick(['plan-medical-necessity', 'interqual-surgery', 'retired-guideline']) },
        }),
    ],
    [
      1,
      () =>
        pen.inject('message', {
          id: pen.number('MSG'),
          line: 'utilization-management',
          text: 'Please call back about an authorization.',
        }),
    ],
    [
      2,
      () =>
        pen.act(draws.pick(['pcp', 'nurse', 'specialist']), 'decide', {
          ...about,
          with: { outcome: 'approved', basis: 'medical-necessity', reason: 'Criteria met.' },
        }),
    ],
  ])();
}

/** A revision of a request: units to add, remarks, or what may not be revised. Units are always told. */
export function revision(pen: Pen): Record<string, unknown> {
  const { draws } = pen;
  const units = draws.pick([0, 0, 1, 2, 3, 4, 5]);
  return draws.pick<() => Record<string, unknown>>([
    () => ({ units: draws.pick([0, 1, 2, -1, 1.5, 1000]) }),
    () => ({ units: draws.pick([3, 4, 8, 12]), information: ['clinical-notes'] }),
    () => ({ units, remarks: draws.pick(['Slow to heal', 'x', 'v'.repeat(255), 'v'.repeat(256)]) }),
    () => ({ units: 4, remarks: 'And four' }),
    () => ({ units, end: pen.date(draws.pick([3, 30, 300, 400])) }),
    () => ({ units, procedure: draws.pick(['95810', '99205', '29881']) }),
    () => ({ units, servicing: { provider: 'dr-spec', affiliation: 'aff-spec-north' } }),
    () => ({
      units,
      add: [{ procedure: draws.pick(['29881', '97110']), units: 1 }],
      information: ['clinical-notes'],
    }),
    () => ({ units: 0 }),
  ])();
}
