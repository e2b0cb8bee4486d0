import { rules } from '../../rule.ts';

/** Contracted network information. */
export const umContractedNetworkInformation = rules([
  {
    id: 'um.network.directory',
    level: 'MUST',
    basis: 'stated',
    severity: 'fail',
    kind: 'visibility',
    binds: 'provider',
    statement: "The provider directory MUST be available on the plan's site.",
    sources: [
      {
        document: 'utilization-section',
        heading: 'Contracted Provider Network; Out-of-Network Authorization Request Exceptions',
      },
    ],
    disposition: { is: 'not yet', waitsFor: 'the browser door' },
  },
  {
    id: 'um.network.info-sites',
    level: 'SHOULD',
    basis: 'stated',
    severity: 'warn',
    kind: 'process',
    binds: 'plan',
    statement:
      "The site SHOULD point to public quality sources; contracted providers are not the plan's employees or agents.",
    sources: [{ document: 'utilization-section', heading: 'Contracted Provider Network' }],
    disposition: { is: 'not judgeable', missing: 'general information', door: 'none' },
  },
]);
