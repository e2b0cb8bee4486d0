import { rules } from '../../rule.ts';

/** DME and enteral products. */
export const umDmeAndEnteralProducts = rules([
  {
    id: 'um.dme.requester',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'permission',
    binds: 'plan',
    statement:
      "DME purchase or rental MUST be requested by the member's PCP, a plan treating provider or an approved vendor.",
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Durable Medical Equipment (DME)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.dme.portal',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'provider',
    statement: 'DME requests that need authorization MUST be submitted through the portal.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Durable Medical Equipment (DME)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.dme.attachments',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement:
      "The physician's prescription and supporting documentation MUST be attached to the electronic DME request.",
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Durable Medical Equipment (DME)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.dme.approval-precondition',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'state-transition',
    binds: 'plan',
    statement:
      "A DME request MUST NOT be approved before a valid request, supporting documentation and the physician's prescription are all present.",
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Durable Medical Equipment (DME)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.dme.to-vendor',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'provider',
    statement:
      'The provider MUST send the request with supporting information and prescription directly to the participating vendor.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Durable Medical Equipment (DME)',
      },
    ],
    disposition: {
      is: 'not judgeable',
      missing: 'that a copy was sent to the vendor',
      door: 'the vendor’s own log',
    },
  },
  {
    id: 'um.dme.timely-filling',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement: 'The plan SHOULD work with vendors for efficient and timely delivery.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Durable Medical Equipment (DME)',
      },
    ],
    disposition: { is: 'not judgeable', missing: 'no measure given', door: 'none' },
  },
  {
    id: 'um.enteral.portal',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'provider',
    statement: 'Enteral-product requests MUST be submitted through the online tool.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Enteral Products',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.enteral.form',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement:
      'A valid request and a completed Medical Necessity Review Form for enteral nutrition (special formula), with the specific product and quantity, MUST be present before approval.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Utilization Management Methods / Prior Authorization (Prospective Review) / Enteral Products',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.enteral.prescription',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement: "An enteral-formula request MUST also carry a physician's prescription.",
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Valid Prior Authorization Requests; Utilization Management Methods / Prior Authorization (Prospective Review) / Enteral Products',
      },
    ],
    disposition: { is: 'judged' },
  },
]);
