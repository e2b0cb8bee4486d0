import { changingGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in which functions a user is offered. */
export const features: readonly Mutant[] = [
  changingGate({
    id: 'billers-are-staff',
    breaks: 'portal.access.third-party-biller-users',
    summary: 'A billing company signs in like an office.',
    gate: 'feature',
    change: (gate) => (user, site, needed) =>
      user.class === 'third-party-biller' ? null : gate(user, site, needed),
  }),
  changingGate({
    id: 'clinical-data-for-everybody',
    breaks: 'um.reports.role-based-access',
    summary: 'Reports are reports: one permission for all.',
    gate: 'feature',
    change: (gate) => (user, site, needed) =>
      needed === 'clinical-reports' && user.class !== 'third-party-biller' ? null : gate(user, site, needed),
  }),
];
