import type { Duty, Row } from '../../rulebook/index.ts';
import type { AnswerVerdict, Plan } from './plans.ts';

export type Outcome = 'approved' | 'denied' | 'partial' | 'withdrawn';

/** One row of a determination log. Instants are epoch ms. */
export type LogRow = {
  readonly caseId: string;
  readonly decisionNo: number;
  readonly parentCaseId: string | null;
  readonly memberId: string;
  readonly lineOfBusiness: string;
  readonly reviewType: string;
  readonly urgency: string;
  readonly setting: string;
  readonly service: string;
  readonly receivedAt: number | null;
  readonly informationCompleteAt: number | null;
  readonly decidedAt: number | null;
  readonly outcome: Outcome | null;
  readonly basis: 'medical-necessity' | 'administrative' | null;
  readonly denialReason: string | null;
  readonly decidedByRole: 'nurse' | 'physician' | null;
  readonly verbalNoticeAt: number | null;
  readonly writtenProviderAt: number | null;
  readonly writtenMemberAt: number | null;
  readonly closedAt: number | null;
};

/** What is known about one duty before anyone judges it; on a partial approval a letter has an answer for each part. */
export type Answer = {
  readonly caseId: string;
  readonly decisionNo: number;
  readonly duty: Duty;
  readonly verdict: AnswerVerdict;
  /** How the time was chosen; `follows` where what came before left no other. */
  readonly planted: Plan | 'follows';
  /**
   * Time to spare, in ms: before the earliest limit of the interpretations, or where that has passed against the latest
   * (less than nothing when late under all); null for what never came.
   */
  readonly spareMs: number | null;
};

/** What becomes of a row as a whole. */
export type RowAnswer = {
  readonly caseId: string;
  readonly decisionNo: number;
  readonly row: 'judged' | 'out-of-scope' | 'rejected';
  readonly error: string | null;
};

export type EventRow = {
  readonly caseId: string;
  readonly at: number;
  readonly activity: string;
  readonly actor: string;
};

/** Everything that one request left behind. */
export type Made = {
  readonly rows: readonly LogRow[];
  readonly answers: readonly Answer[];
  readonly rowAnswers: readonly RowAnswer[];
  readonly events: readonly EventRow[];
};

export type Subject = {
  readonly caseId: string;
  readonly decisionNo: number;
  readonly row: Row;
  readonly received: number;
  readonly information: number | null;
  readonly original: { readonly row: Row; readonly received: number } | null;
  readonly outcome: Outcome;
  readonly inScope: boolean;
};

export type Told = {
  readonly decided: number | null;
  readonly called: number | null;
  readonly provider: number | null;
  readonly member: number | null;
  readonly closed: number | null;
  readonly basis: 'medical-necessity' | 'administrative' | null;
  readonly reason: string | null;
  readonly answers: readonly Answer[];
};
