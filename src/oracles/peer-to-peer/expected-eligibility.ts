import {
  announcement,
  businessDaysAfter,
  calendarDaysAfter,
  determinationsBefore,
  pendingReconsideration,
  reconsidered,
  stateBefore,
} from '../../facts/delegate/course.ts';
import type { DelegateCase } from '../../facts/delegate/file.ts';
import { text } from '../../facts/values.ts';

/** The answers about eligibility: the decision may change, can only be explained, or the case is not eligible. */
export type PeerToPeerResult = 'eligible' | 'consultative' | 'none';
export type PeerToPeerLevel = 'pre-decision' | 'reconsideration' | 'consultative';

/** What a peer-to-peer about a case could do at an instant. Instants are epoch ms. */
export type ExpectedEligibility = {
  readonly result: PeerToPeerResult;
  readonly level: PeerToPeerLevel | null;
  /** The last instant for which a determination may be discussed. */
  readonly validUntil: number | null;
  /** Before a decision: the last instant at which a peer-to-peer may start. */
  readonly dueAt: number | null;
  readonly reconsiderUntil: number | null;
  /** Other answers that the documents leave room for, by result. */
  readonly also: readonly PeerToPeerResult[];
};

const none = (also: readonly PeerToPeerResult[] = []): ExpectedEligibility => ({
  result: 'none',
  level: null,
  validUntil: null,
  dueAt: null,
  reconsiderUntil: null,
  also,
});

/** Until when a Medicaid reconsideration may be asked for, or null where it is not open to this case at all. */
export function reconsiderUntil(file: DelegateCase, seq: number): number | null {
  const reconsideration = file.pack.delegate.reconsideration?.value;
  const made = determinationsBefore(file, seq).at(-1);
  if (!reconsideration || !made || reconsidered(file, seq) >= reconsideration.perCase) return null;
  return businessDaysAfter(file, made.at, reconsideration.businessDays);
}

/** The last instant (epoch ms) at which the last determination may be discussed; null before any. */
export function discussableUntil(file: DelegateCase, seq: number): number | null {
  const made = determinationsBefore(file, seq).at(-1);
  return made ? calendarDaysAfter(file, made.at, file.pack.delegate.talkDays.value) : null;
}

/**
 * Eligibility as a function of case, time and profile. `seq` says what was known of the case. Training, Post-Decision
 * Options: Medicaid Members and Medicare Members, How to schedule a Peer to Peer Request.
 */
export function expectedAt(file: DelegateCase, seq: number, at: number): ExpectedEligibility {
  const state = stateBefore(file, seq, at);
  const until = discussableUntil(file, seq);
  if (state === 'clinical-review' || state === 'information-requested') {
    const asked = announcement(file, seq);
    if (!file.pack.delegate.preDecision.value || !asked?.dueAt || at > asked.dueAt) return none();
    return { ...none(), result: 'eligible', level: 'pre-decision', dueAt: asked.dueAt };
  }
  if (state === 'approved') return none(['consultative']);
  if (until === null || state === 'withdrawn') return none();
  if (at > until) {
    const first = determinationsBefore(file, seq)[0];
    // Where a case was determined twice, the days may count from either.
    return none(first && determinationsBefore(file, seq).length > 1 ? ['consultative'] : []);
  }
  if (pendingReconsideration(file, seq))
    return {
      ...none(['none', 'consultative']),
      result: 'eligible',
      level: 'reconsideration',
      validUntil: until,
    };
  const open = reconsiderUntil(file, seq);
  if (open !== null && at <= open)
    return {
      ...none(),
      result: 'eligible',
      level: 'reconsideration',
      validUntil: until,
      reconsiderUntil: open,
    };
  return { ...none(), result: 'consultative', level: 'consultative', validUntil: until };
}

/** Whether an answer about eligibility is the expected one (true), an admissible other (null), or wrong (false). */
export function agrees(expected: ExpectedEligibility, result: unknown): boolean | null {
  if (result === expected.result) return true;
  return expected.also.some((one) => one === text(result)) ? null : false;
}
