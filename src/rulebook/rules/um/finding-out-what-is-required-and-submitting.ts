import { rules } from '../../rule.ts';

/** Finding out what is required, and submitting. */
export const umFindingOutWhatIsRequiredAndSubmitting = rules([
  {
    id: 'um.lookup.guidelines-online',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'visibility',
    binds: 'plan',
    statement:
      'The portal MUST offer the prior authorization, notification and referral guidelines so that a provider can see which rule applies to a service.',
    sources: [
      { document: 'utilization-section', heading: 'Requesting and Obtaining an Authorization or Referral' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.lookup.sdc-list-only',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement:
      'For surgical day care, authorization MUST be required only for procedures on the published surgical-day list.',
    sources: [
      { document: 'utilization-section', heading: 'Requesting and Obtaining an Authorization or Referral' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.lookup.dme-list-only',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'validation',
    binds: 'plan',
    statement:
      'DME, medical supplies, oxygen equipment, orthotics, prosthetics and hearing aids MUST need authorization only when they are on the published list.',
    sources: [
      {
        document: 'utilization-section',
        heading:
          'Requesting and Obtaining an Authorization or Referral; Utilization Management Methods / Prior Authorization (Prospective Review) / Durable Medical Equipment (DME)',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.lookup.grid-current',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'process',
    binds: 'plan',
    statement:
      'The current Prior Authorization and Notification Grid MUST decide whether a service is subject to prior authorization, requested notification or required notification.',
    sources: [
      { document: 'utilization-section', heading: 'Notification; Notification / Required Notification' },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.submit.in-network-via-portal',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'provider',
    statement:
      "In-network referrals, authorizations and notifications MUST be submitted through the portal's online tool.",
    sources: [
      { document: 'utilization-section', heading: 'Submission through allwaysprovider.org' },
      {
        document: 'portal-section',
        heading:
          'Referrals and Authorizations; 002_03a072ada892bd41.txt > Submission through allwaysprovider.org',
      },
    ],
    sameAs: ['portal.auth.submitted-through-portal'],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.submit.docs-upload-supported',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'content',
    binds: 'plan',
    statement: 'The portal MUST let a provider attach clinical documentation to a request.',
    sources: [{ document: 'utilization-section', heading: 'Submission through allwaysprovider.org' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.submit.docs-with-request',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'content',
    binds: 'provider',
    statement:
      'Complete clinical information SHOULD be uploaded together with the request, to speed the decision.',
    sources: [
      { document: 'utilization-section', heading: 'Submission through allwaysprovider.org' },
      { document: 'portal-section', heading: 'Referrals and Authorizations' },
    ],
    sameAs: ['portal.docs.clinical-should-be-uploaded'],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.submit.oon-not-via-portal',
    level: 'MUST NOT',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'plan',
    statement:
      'The portal MUST NOT accept an authorization or referral request to a provider outside the network; such requests need fax or mail.',
    sources: [
      { document: 'utilization-section', heading: 'Submission through allwaysprovider.org' },
      {
        document: 'utilization-section',
        heading: 'Submission through allwaysprovider.org; 002_03a072ada892bd41.txt > Referrals',
      },
    ],
    sameAs: ['portal.referral.network-servicing-only'],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.submit.oon-fax-or-mail',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'routing',
    binds: 'provider',
    statement: 'Out-of-network authorization or referral requests MUST arrive by fax or mail.',
    sources: [
      {
        document: 'utilization-section',
        heading: 'Submission through allwaysprovider.org; Out-of-Network Authorization Request Exceptions',
      },
    ],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.submit.fax-fallback',
    level: 'MAY',
    basis: 'stated',
    severity: 'info',
    kind: 'routing',
    binds: 'plan',
    statement:
      "An authorization request that cannot be submitted online MAY be faxed to the plan's published fax number.",
    sources: [{ document: 'utilization-section', heading: 'Submission through allwaysprovider.org' }],
    disposition: { is: 'judged' },
  },
  {
    id: 'um.submit.same-clock-any-channel',
    level: 'MUST',
    basis: 'derived',
    severity: 'fail',
    kind: 'timeframe',
    binds: 'plan',
    statement:
      'The time frames run for every received request, whatever its channel; each request therefore MUST carry one receipt time.',
    sources: [
      { document: 'utilization-section', heading: 'UM Time Frame for Decision-Making and Notification' },
    ],
    disposition: { is: 'judged' },
  },
]);
