import type { Check } from './check.ts';
import * as chosen from './chosen.ts';
import * as entries from './entries.ts';

export type { Check, Draft } from './check.ts';

/** Every entry rule of a submission; all are tried, so every bad field is named at once. */
export const CHECKS: readonly Check[] = [
  entries.requiredEntries,
  entries.typeKnown,
  entries.reviewEntries,
  entries.diagnosisMinimum,
  entries.phoneAreaCode,
  entries.unitsWhole,
  entries.datesReal,
  entries.dateOrder,
  entries.remarksLength,
  chosen.memberKnown,
  chosen.memberActive,
  chosen.ownSite,
  chosen.primaryCareSite,
  chosen.servicingKnown,
  chosen.servicingNetwork,
  chosen.consultationOnly,
  chosen.diagnosisMaximum,
  chosen.diagnosesListed,
  chosen.procedureListed,
  chosen.consultationRange,
  chosen.referralSpan,
  chosen.notDelegated,
  chosen.initiator,
  chosen.requestingNetwork,
  chosen.templateFits,
  chosen.withinAgreement,
];
