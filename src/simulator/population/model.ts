/** A cell of a table that is written out. Dates are `YYYY-MM-DD`. */
export type Cell = string | number | boolean | null;

export type SiteKind =
  | 'primary-care'
  | 'specialist'
  | 'acute-hospital'
  | 'rehabilitation'
  | 'urgent-care'
  | 'therapy'
  | 'behavioral';

export type Practice = { readonly practiceId: string; readonly name: string; readonly npi: string };

export type Site = {
  readonly siteId: string;
  readonly practiceId: string;
  readonly name: string;
  readonly npi: string;
  readonly kind: SiteKind;
  readonly town: string;
  readonly county: string;
  readonly zip: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly phone: string;
};

export type Licence = 'MD' | 'DO' | 'NP' | 'PA' | 'PT' | 'LICSW' | 'CNM';

/** Why a practitioner takes part: by the plan’s own credentialing, a group’s, the behavioral manager’s, or exempt. */
export type Credentialing = 'plan' | 'group' | 'optum' | 'exempt';

export type Role =
  | 'pcp'
  | 'specialist'
  | 'facility-only'
  | 'locum'
  | 'urgent-care'
  | 'critical-care'
  | 'specialist-np'
  | 'therapist'
  | 'behavioral';

export type Practitioner = {
  readonly providerId: string;
  readonly npi: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly gender: 'F' | 'M';
  readonly birthDate: string;
  readonly licence: Licence;
  readonly specialty: string;
  readonly role: Role;
  /** A primary care provider who is an NP or PA has elected to be one. */
  readonly electedPcp: boolean;
  readonly languages: readonly string[];
  readonly board: 'certified' | 'eligible-pursuing' | 'approved-exception';
  readonly credentialing: Credentialing;
  readonly credentialedOn: string | null;
  readonly recredentialingDue: string | null;
  readonly malpracticeEach: number;
  readonly malpracticeTotal: number;
  readonly admitsAt: string | null;
};

export const TERMINATION_REASONS = [
  'voluntary',
  'retirement',
  'relocation',
  'contract-expired',
  'quality',
  'fraud',
] as const;
export type TerminationReason = (typeof TERMINATION_REASONS)[number];

/** A practitioner at a site, with the dates of the contract. Both ends are included. */
export type Affiliation = {
  readonly affiliationId: string;
  readonly providerId: string;
  readonly siteId: string;
  readonly practiceId: string;
  readonly agreementExecuted: string;
  readonly effective: string;
  readonly noticeOn: string | null;
  readonly terminated: string | null;
  readonly reason: TerminationReason | null;
};

/** The panel of a primary care provider. A closed one was announced, and is closed to every plan. */
export type Panel = {
  readonly providerId: string;
  readonly practiceId: string;
  readonly state: 'open' | 'closed';
  readonly noticeOn: string | null;
  readonly closedFrom: string | null;
  readonly closedToAllPlans: boolean | null;
};

export type Span = {
  readonly from: string;
  readonly to: string | null;
  readonly lineOfBusiness: string;
  readonly product: string;
};

export type PlanMember = {
  readonly memberId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly gender: 'F' | 'M' | 'X';
  readonly language: string;
  readonly lineOfBusiness: string;
  readonly product: string;
  readonly street: string;
  readonly town: string;
  readonly county: string;
  readonly zip: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly pcpId: string;
  readonly pcpSiteId: string;
  readonly pcpSince: string;
  readonly coverage: readonly Span[];
  /** Claims of the year before, by specialty. */
  readonly claims: Readonly<Record<string, number>>;
  readonly continuity: Continuity | null;
};

export type Continuity = {
  readonly providerId: string;
  readonly ground: 'pcp' | 'active-treatment' | 'pregnancy' | 'terminal-illness';
  readonly terminated: string;
  /** When the ground itself ends: the treatment, or the first visit after birth; null where it does not. */
  readonly until: string | null;
};
