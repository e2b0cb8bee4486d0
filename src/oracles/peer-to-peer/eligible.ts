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

/** What a talk about a case could do at an instant. Instants are epoch ms. */
export type Expected = {
  readonly result: 'eligible' | 'consultative' | 'none';
  readonly level: 'pre-decision' | 'reconsideration' | 'consultative' | null;
  readonly validUntil: number | null;
  readonly dueAt: number | null;
  readonly reconsiderUntil: number | null;
  /** Other answers that the documents leave room for, by result and level. */
  readonly also: readonly string[];
};

const none = (also: readonly string[] = []): Expected => ({
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

/** The end of the days for which the last determination may be discussed. */
export function talkUntil(file: DelegateCase, seq: number): number | null {
  const made = determinationsBefore(file, seq).at(-1);
  return made ? calendarDaysAfter(file, made.at, file.pack.delegate.talkDays.value) : null;
}

/**
 * Eligibility as a function of case, time and profile. `seq` says what was known of the case. Training, Post-Decision
 * Options: Medicaid Members and Medicare Members, How to schedule a Peer to Peer Request.
 */
export function expectedAt(file: DelegateCase, seq: number, at: number): Expected {
  const state = stateBefore(file, seq, at);
  const until = talkUntil(file, seq);
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
export function agrees(expected: Expected, result: unknown): boolean | null {
  if (result === expected.result) return true;
  return expected.also.includes(text(result) ?? '') ? null : false;
}
