import type { Submission } from '../contract/index.ts';

const contact = (name: string, phone: string) => ({ name, phone });

/** Submissions that every conforming portal accepts in the standard world; a step changes what it is about. */
export function submissionTemplates(today: string): Record<string, Submission> {
  const end = `${Number(today.slice(0, 4)) + 1}-01-31`;
  const base = {
    member: 'M1000001',
    requester: contact('Front desk', '617-555-0111'),
    diagnoses: ['M17.11'],
    start: today,
    end,
  };
  const specialist = {
    provider: 'dr-spec',
    affiliation: 'aff-spec',
    contact: contact('Scheduling', '617-555-0122'),
  };
  const surgery = {
    ...base,
    type: 'outpatient' as const,
    service: 'surgery',
    servicing: specialist,
    procedure: '29881',
    units: 2,
    urgency: 'standard' as const,
    setting: 'surgical' as const,
    information: ['clinical-notes'],
  };
  const stay = {
    ...surgery,
    type: 'admission' as const,
    service: 'inpatient stay',
    servicing: {
      provider: 'hospital',
      affiliation: 'aff-hosp',
      contact: contact('Admissions', '617-555-0133'),
    },
    setting: 'inpatient' as const,
  };
  return {
    referral: {
      ...base,
      type: 'referral',
      service: 'consultation',
      servicing: specialist,
      procedure: '99203',
      units: 6,
    },
    outpatient: surgery,
    urgent: { ...surgery, urgency: 'urgent' },
    concurrent: { ...surgery, reviewType: 'concurrent', setting: 'outpatient', service: 'continued therapy' },
    'concurrent-inpatient': { ...stay, reviewType: 'concurrent', service: 'continued stay' },
    admission: stay,
  };
}
