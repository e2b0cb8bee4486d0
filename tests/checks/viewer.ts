import type { History } from '../../src/history/index.ts';
import { NUMBER, REFERRAL, type Submission, signedIn, submit } from './request-entry.ts';
import { type SmallHistory, withChanges } from './small-history.ts';

type Values = Readonly<Record<string, unknown>>;

const { world } = signedIn().until().header;
const found = <T extends { readonly id: string }>(all: readonly T[], id: string): T => {
  const one = all.find((candidate) => candidate.id === id);
  if (!one) throw new Error(`the standard world has no ${id}`);
  return one;
};
const member = found(world.members, 'M1000001');
const specialist = found(world.providers, 'dr-spec');
const office = found(world.sites, 'site-pcp');
const pcp = found(world.providers, 'dr-pcp');

/** The referral of these histories: with remarks and two diagnoses, to a specialist of two groups. */
export const ASKED = withChanges(REFERRAL, { remarks: 'Knee pain', diagnoses: ['M17.11', 'M54.50'] });

/** What both screens show of it. */
const SHOWN: Values = {
  id: NUMBER,
  member: {
    id: 'M1000001',
    name: `${member.lastName}, ${member.firstName}`,
    birthDate: member.birthDate,
    product: member.product,
  },
  requester: { name: 'Front Desk', phone: '617-555-0100' },
  servicingContact: { name: 'Scheduling', phone: '617-555-0200' },
  referredBy: { site: 'site-pcp', name: office.name, npi: office.npi },
  referredTo: { name: specialist.name, affiliation: 'aff-spec', npi: specialist.npi },
  payTo: { name: 'Bay Orthopedics', npi: specialist.npi },
  remarks: 'Knee pain',
  diagnoses: [
    { code: 'M17.11', description: 'Osteoarthritis of the right knee' },
    { code: 'M54.50', description: 'Low back pain' },
  ],
  start: '2026-02-03',
  end: '2026-03-03',
  type: 'referral',
  units: 3,
  status: 'APPROVED',
};

/** The response screen after the referral, with changes. */
export const responding = (changes: Values = {}, about: Submission = {}): SmallHistory =>
  submit(signedIn(), ASKED, { answer: { ...SHOWN, message: 'Approved', ...changes }, ...about });

/** The line of the referral in the viewer. */
export const LINE: Values = {
  line: 1,
  status: 'APPROVED',
  code: '99203',
  codeType: 'CPT',
  modifier: '',
  description: 'Specialist referral',
  totalUnits: 3,
  usedUnits: 0,
};

/** The viewer after the referral, an hour later, with changes. */
export const viewing = (changes: Values = {}): History =>
  responding()
    .at('2026-02-03T10:00:00-05:00')
    .call('pcp', 'view-request', {
      case: 'A',
      path: { id: NUMBER },
      answer: {
        ...SHOWN,
        memberPcp: { name: pcp.name, npi: pcp.npi, siteName: office.name },
        inpatientOutpatient: 'Specialist visit',
        authorizationDate: '2026-02-03',
        receivedAt: '2026-02-03T14:00:00.000Z',
        lines: [LINE],
        ...changes,
      },
    })
    .until();

/** What one part of the answer shows, with changes. */
export const part = (
  name: 'member' | 'requester' | 'servicingContact' | 'referredBy' | 'referredTo',
  changes: Values,
): Values => ({
  [name]: { ...(SHOWN[name] as Values), ...changes },
});
