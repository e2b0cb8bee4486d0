import type { Office } from '../contract/index.ts';

const KINDS = ['er-utilization', 'immunization', 'asthma', 'diabetes'] as const;
const MEASURES = {
  'er-utilization': 'visits in twelve months',
  immunization: 'share of the schedule, percent',
  asthma: 'refills of a controller',
  diabetes: 'tests of HbA1c',
} as const;

/** What the plan holds for the offices of the standard world beside requests; each item at one site, and one elsewhere. */
export const OFFICE: Office = {
  claims: [
    {
      id: 'claim-1',
      site: 'site-pcp',
      member: 'M1000001',
      from: '2026-01-06',
      to: '2026-01-06',
      finalizedOn: '2026-01-30',
      outcome: 'paid',
    },
    {
      id: 'claim-2',
      site: 'site-pcp',
      member: 'M1000002',
      from: '2026-02-02',
      to: '2026-02-02',
      finalizedOn: '2026-02-20',
      outcome: 'partly-paid',
    },
    {
      id: 'claim-3',
      site: 'site-spec',
      member: 'M1000001',
      from: '2026-01-15',
      to: '2026-01-15',
      finalizedOn: '2026-02-10',
      outcome: 'denied',
    },
  ],
  payments: [
    { id: 'eop-2026-01', site: 'site-pcp', paidOn: '2026-01-30', amount: 18_450 },
    { id: 'eop-2025-11', site: 'site-pcp', paidOn: '2025-11-14', amount: 20_125 },
    { id: 'eop-spec', site: 'site-spec', paidOn: '2026-01-30', amount: 91_000 },
  ],
  transactions: [
    { member: 'M1000001', site: 'site-pcp', transaction: 'add', effective: '2026-01-01' },
    { member: 'M3000001', site: 'site-pcp', transaction: 'drop', effective: '2026-01-15' },
    { member: 'M1000002', site: 'site-pcp', transaction: 'pcp-in', effective: '2026-01-20' },
    { member: 'M7000001', site: 'site-pcp', transaction: 'pcp-out', effective: '2026-01-20' },
    { member: 'M7000001', site: 'site-pcp-sister', transaction: 'pcp-in', effective: '2026-01-20' },
    { member: 'M2000001', site: 'site-pcp', transaction: 'demographic', effective: '2025-03-01' },
  ],
  clinical: KINDS.flatMap((kind) => [
    { kind, member: 'M1000001', measure: MEASURES[kind], value: 2 },
    { kind, member: 'M7000001', measure: MEASURES[kind], value: 5 },
  ]),
  documents: [
    {
      id: 'posted-pcp',
      site: 'site-pcp',
      title: 'Quality report of the site',
      postedOn: '2026-01-12',
      text: 'Figures of the site for the last year.',
    },
    {
      id: 'posted-spec',
      site: 'site-spec',
      title: 'Audit letter',
      postedOn: '2026-01-12',
      text: 'The letter that the site asked for.',
    },
  ],
};
