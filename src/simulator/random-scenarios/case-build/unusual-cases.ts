import { known } from '../known.ts';
import type { Pen } from '../pen.ts';

type Phase = { readonly name: string; readonly technique: string; readonly fractions: number };

const phase = (technique: string, fractions = 10, name = 'phase 1'): Phase => ({
  name,
  technique,
  fractions,
});

export const PLANS: readonly (readonly Phase[])[] = [
  [phase('proton')],
  [phase('three-dimensional conformal', 16)],
  [phase('intensity-modulated', 25), phase('three-dimensional conformal', 5, 'boost')],
  [phase('intensity-modulated', 5)],
];

export const identity = (member: string) => ({
  id: member,
  birthDate: `\${member.${member}.birthDate}`,
  lastName: `\${member.${member}.lastName}`,
});

/** A wrong, doubtful or unusual entry of a new case. */
export function unusualCase(
  pen: Pen,
  earlier: readonly string[],
): { fields?: Record<string, unknown>; without?: string[] } {
  const { draws } = pen;
  const { pick } = draws;
  const before = earlier.length > 0 ? pick(earlier) : 'A';
  return pick<() => { fields?: Record<string, unknown>; without?: string[] }>([
    () => ({
      fields: {
        treatmentStart: pick([
          '2026-01-05',
          '2021-12-01',
          '2021-10-14',
          '2021-10-15',
          pen.date(-1),
          pen.date(0),
          pen.date(60),
        ]),
      },
    }),
    () => ({
      fields: {
        treatmentStart: pen.date(-pick([1, 5, 14, 15, 30])),
        retrospective: { claimSubmitted: pick([true, false]) },
      },
    }),
    () => ({ fields: { alternativeOf: `\${case.${before}}` } }),
    () => ({ fields: { replaces: `\${case.${before}}` } }),
    () => ({
      fields: { practitioner: 'gene-lab', providerAddress: pick(['gene-lab-main', 'onc-boston-main']) },
    }),
    () => ({ fields: { practitioner: 'onc-salem', providerAddress: 'onc-salem-main' } }),
    () => ({ fields: { providerAddress: 'somewhere' } }),
    () => ({ fields: { healthPlan: 'no-such-plan' } }),
    () => ({ fields: { cancerType: 'RCXXXX' } }),
    () => ({ fields: { member: { lastName: pick(['Nobody', known('member.M8000002.lastName')]) } } }),
    () => ({ fields: { primaryDiagnosis: 'not-a-code' } }),
    () => ({ fields: { secondaryDiagnosis: pick(['M17.11', 'E11.9']) } }),
    () => ({ fields: { site: pick(['no-such-site', 'rt-salem', 'rt-boston-east']) } }),
    () => ({
      fields: {
        simulationDate: pen.date(20),
        contact: { extension: '12', cell: '617-555-0163', email: 'desk@practice.example' },
      },
    }),
    () => ({ fields: { plan: { phases: pick(PLANS) } } }),
    () => ({ fields: { plan: { imageGuidance: true } } }),
    () => ({ fields: { setting: pick(['emergency', 'observation', 'inpatient']) } }),
    () => ({ fields: { emergent: true } }),
    () => ({
      without: [
        pick([
          'contact.whoToContact',
          'contact.fax',
          'cancerType',
          'primaryDiagnosis',
          'site',
          'program',
          'providerAddress',
        ]),
      ],
    }),
  ])();
}
