import type { RuleId } from './rule-ids.ts';

/** What a figure may hold: a number, a word such as a local time or a telephone number, several, or parts with names. */
export type FigureValue =
  | number
  | string
  | boolean
  | readonly number[]
  | readonly string[]
  | Readonly<Record<string, number | string | readonly string[]>>;

/** One figure of a rule that is no clock: its value and unit, since when it holds, whose it is and where it stands. */
export type Figure<V extends FigureValue = FigureValue> = {
  readonly value: V;
  readonly unit: string;
  /** First local date (`YYYY-MM-DD`) on which it is in force. */
  readonly from: string;
  /** The rules whose figure it is. */
  readonly rules: readonly [RuleId, ...RuleId[]];
  /**
   * `stated` in a document, `observed` in a picture of a screen, or `chosen` here because the document gives a word
   * such as "recent" and no figure.
   */
  readonly basis: 'stated' | 'observed' | 'chosen';
  /** Document and heading. */
  readonly cite: string;
};

/** How far members may have to go: within so many miles, or else so many minutes by car, of so many different providers. */
export type Distance = { readonly miles: number; readonly minutes: number; readonly needed: number };

/** Where a member of any number needs a provider of a kind, and how far away. */
export type AccessFigures = {
  /** For how many members one provider of the kind is enough. */
  readonly pcpRatio: Figure<number>;
  readonly obgynRatio: Figure<number>;
  readonly highVolumeRatio: Figure<number>;
  readonly pcpDistance: Figure<Distance>;
  readonly obgynDistance: Figure<Distance>;
  readonly highVolumeDistance: Figure<Distance>;
  readonly urgentCareDistance: Figure<Distance>;
  readonly acuteHospitalDistance: Figure<Distance>;
  readonly rehabilitationDistance: Figure<Distance>;
  /** How many specialties count as of high volume, by their claims; a tie at the last place counts. */
  readonly highVolumeSpecialties: Figure<number>;
  /** One panel in so many of a practice may be closed, no more. */
  readonly closedPanels: Figure<number>;
  /** What a primary care provider may practice. */
  readonly primaryCare: Figure<readonly string[]>;
};

/**
 * The figures of a plan and its portal, beside its clocks. Spans in days start at day 0, the day of the event; both
 * ends are in. Where a value is a list, it holds the admissible interpretations, the default first.
 */
export type PlanFigures = AccessFigures & {
  readonly pcpContinuity: Figure<number>;
  readonly treatmentContinuity: Figure<number>;
  readonly newMemberContinuity: Figure<number>;
  /** Days from the beginning of a pregnancy to its due date. */
  readonly pregnancyLength: Figure<number>;
  /** Days from the beginning of a pregnancy to its second trimester. */
  readonly secondTrimester: Figure<number>;
  readonly electiveNotice: Figure<number>;
  readonly requiredNotification: Figure<number>;
  readonly afterHoursMessage: Figure<number>;
  readonly criteriaReview: Figure<number>;
  readonly referralBackdating: Figure<number>;
  readonly referralSpan: Figure<number>;
  readonly remarksLength: Figure<number>;
  readonly revisionRemarksLength: Figure<number>;
  readonly diagnosesMost: Figure<number>;
  readonly consultationCodes: Figure<{ readonly first: string; readonly last: string }>;
  readonly unitsMost: Figure<number>;
  /** Which day makes a weekend the third one of its month. */
  readonly maintenanceWeekend: Figure<readonly ('saturday' | 'friday' | 'sunday')[]>;
  /** From Friday to Monday, local times of the plan. */
  readonly maintenanceWindow: Figure<{ readonly from: string; readonly until: string }>;
  /** Hours after maintenance by which a status must be there. */
  readonly maintenanceGrace: Figure<number>;
  /** When a request that got no answer at once has a status: after so many hours, or by the local time of the next morning. */
  readonly deferredAnswer: Figure<{ readonly hours: number; readonly morning: string }>;
  readonly documentSize: Figure<readonly number[]>;
  readonly accountRenewal: Figure<number>;
  readonly accountInactivity: Figure<number>;
  readonly eligibilityRefresh: Figure<readonly string[]>;
  readonly eligibilityGap: Figure<number>;
  readonly transactionsReport: Figure<{ readonly back: number }>;
  readonly redeterminationReport: Figure<{ readonly back: number; readonly ahead: number }>;
  readonly rosterReview: Figure<number>;
  readonly clinicalFax: Figure<string>;
  readonly misdirectedFax: Figure<string>;
  readonly servicePhone: Figure<string>;
  readonly supportMail: Figure<string>;
};

/** The figures by which a delegate works for one line of business. Spans in days start at day 0, the day of the event. */
export type DelegateFigures = {
  /** The first day on which requests are taken, and of treatment that is managed. */
  readonly goLive: Figure<string>;
  /** A draft is finished within so many business days of its start. */
  readonly saveBusinessDays: Figure<number>;
  /** A fax that asks for information goes out within so many business days of submission. */
  readonly informationBusinessDays: Figure<number>;
  readonly maxDocuments: Figure<number>;
  readonly documentTypes: Figure<readonly string[]>;
  /** How long a reconsideration may be asked for, and how often; null where there is none. */
  readonly reconsideration: Figure<{ readonly businessDays: number; readonly perCase: number }> | null;
  /** Whether a denial is announced before it is made. */
  readonly preDecision: Figure<boolean>;
  /** Days for which a peer-to-peer discussion of a determination may be asked for. */
  readonly talkDays: Figure<number>;
  readonly appealDays: Figure<number>;
  readonly retrospectiveDays: Figure<number>;
  readonly authorizationDays: Figure<number>;
  readonly slotMinutes: Figure<number>;
  /** The hours at which the first and the last block of preferences begin. */
  readonly blocks: Figure<{ readonly first: number; readonly last: number }>;
  readonly maxCases: Figure<number>;
  /** The outcome of a peer-to-peer discussion is recorded within so many business days. */
  readonly outcomeBusinessDays: Figure<number>;
};

/** The figures of a plan by name. */
export type FigureName = keyof PlanFigures;
/** The figures of a delegate by name. */
export type DelegateFigureName = keyof DelegateFigures;
