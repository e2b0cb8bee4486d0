/** Figures by which a delegate works for one line of business. Spans in days start at day 0, the day of the event. */
export type DelegateProfile = {
  /** The first day on which requests are taken, and of treatment that is managed. */
  readonly goLive: string;
  /** A draft is finished within so many business days of its start. */
  readonly saveBusinessDays: number;
  /** A fax that asks for information goes out within so many business days of submission. */
  readonly informationBusinessDays: number;
  readonly maxDocuments: number;
  readonly documentTypes: readonly string[];
  /** How long a reconsideration may be asked for, and how often; null where there is none. */
  readonly reconsideration: { readonly businessDays: number; readonly perCase: number } | null;
  /** Whether a denial is announced before it is made. */
  readonly preDecision: boolean;
  /** Days for which a determination may be discussed. */
  readonly talkDays: number;
  readonly appealDays: number;
  readonly retrospectiveDays: number;
  readonly authorizationDays: number;
  readonly slotMinutes: number;
  /** The hours at which the first and the last block of preferences begin. */
  readonly blocks: readonly [first: number, last: number];
  readonly maxCases: number;
  /** The outcome of a talk is recorded within so many business days. */
  readonly outcomeBusinessDays: number;
};

const common = {
  goLive: '2021-10-15',
  saveBusinessDays: 2,
  informationBusinessDays: 2,
  maxDocuments: 5,
  documentTypes: ['doc', 'docx', 'pdf'],
  talkDays: 180,
  appealDays: 60,
  retrospectiveDays: 180,
  authorizationDays: 180,
  slotMinutes: 15,
  blocks: [7, 18],
  maxCases: 5,
  outcomeBusinessDays: 1,
} as const;

/** Post-Decision Options: Medicaid Members. */
export const MEDICAID_DELEGATE: DelegateProfile = {
  ...common,
  reconsideration: { businessDays: 2, perCase: 1 },
  preDecision: false,
};

/** Pre-Decision and Post-Decision Options: Medicare Members. */
export const MEDICARE_DELEGATE: DelegateProfile = { ...common, reconsideration: null, preDecision: true };
