import { rules } from '../../rule.ts';

/** Discharge planning and care management. */
export const umDischargePlanningAndCareManagement = rules([
  {
    id: 'um.discharge.starts-early',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement:
      'Discharge planning SHOULD start as soon as possible on admission, and when home or outpatient services start.',
    sources: [{ document: 'utilization-section', heading: 'Discharge Planning' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.discharge.benefit-information',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement:
      'UM nurses SHOULD keep treating providers informed of benefits and of barriers to transition services.',
    sources: [{ document: 'utilization-section', heading: 'Discharge Planning' }],
    disposition: { is: 'not judgeable', missing: 'advice by phone', door: 'none' },
  },
  {
    id: 'um.discharge.oon-aftercare',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement:
      "UM nurses SHOULD assist, on the facility's request, with in-network services and with out-of-network authorization when the network cannot meet aftercare needs.",
    sources: [{ document: 'utilization-section', heading: 'Discharge Planning' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.care-management.referral-line',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'process',
    binds: 'provider',
    statement: 'Providers MAY refer a member to care management by phone.',
    sources: [{ document: 'utilization-section', heading: 'Care Management' }],
    disposition: { is: 'not judgeable', missing: 'phone line', door: 'none' },
  },
]);
