import { PROCEDURES } from '../../codes.ts';
import type { Pen } from '../pen.ts';
import { type Fields, servicing } from './kinds-of-request.ts';

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

const PLACES: readonly Fields[] = [
  servicing('dr-spec', 'aff-spec-north'),
  servicing('hospital', 'aff-hosp'),
  servicing('hospital-north', 'aff-hosp-north'),
  servicing('vendor', 'aff-vendor'),
  servicing('dr-left', 'aff-left'),
  servicing('dr-out', 'aff-out'),
  servicing('dr-nobody', 'aff-nobody'),
];

const LONG = (length: number): string => 'e'.repeat(length);

/** Single entries that are wrong, doubtful or at an edge. */
export function unusualEntry(pen: Pen): { readonly fields?: Fields; readonly without?: string[] } {
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
