import type { Exchange } from '../../facts/case-file.ts';
import { determinationsBefore, stateBefore } from '../../facts/delegate/course.ts';
import {
  callsBefore,
  caseOfCall,
  type DelegateCase,
  lastCall,
  uploadsBefore,
} from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { recordsBefore } from '../../facts/order.ts';
import { fields, list, text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { reconsiderUntil } from '../peer-to-peer/expected-eligibility.ts';

export const ADVERSE = ['denied', 'partially-approved'];

/** A root of a violation, unless it is the rule itself. */
export const except = (rule: RuleId, root: RuleId | null): RuleId | null => (root === rule ? null : root);

/** A call by the user of a case. */
export function ofUser(facts: Facts, call: Exchange, op: string): DelegateCase | null {
  const file = call.op === op && call.status !== 401 ? caseOfCall(facts, call) : undefined;
  return file?.user === call.actor ? file : null;
}

/** Whether the web may open a reconsideration: an adverse determination, in the window, none before. */
export function openAt(file: DelegateCase, { seq, at }: Exchange): 'open' | 'late' | 'used' | 'none' {
  if (!file.pack.delegate.reconsideration || !ADVERSE.includes(stateBefore(file, seq, at))) return 'none';
  const until = reconsiderUntil(file, seq);
  if (until === null) return 'used';
  return at <= until ? 'open' : 'late';
}

/** A call that asks to proceed with a reconsideration. */
export const proceeding = (facts: Facts, call: Exchange): DelegateCase | null => {
  const file = ofUser(facts, call, 'open-reconsideration');
  return file && call.body.proceed === true ? file : null;
};

export const rowOf = (call: Exchange, option: string) =>
  list(call.answer.rows)
    .map(fields)
    .find((row) => row.option === option);

/** The last opening of a reconsideration that the user went on with, before a call. */
export const opening = (file: DelegateCase, seq: number): Exchange | null =>
  callsBefore(file, 'open-reconsideration', seq)
    .filter(({ body }) => body.proceed === true)
    .at(-1) ?? null;

export const uploadedSince = (file: DelegateCase, seq: number): boolean => {
  const opened = opening(file, seq);
  return opened !== null && uploadsBefore(file, seq).some((upload) => upload.seq > opened.seq);
};

export const confirmedSince = (file: DelegateCase, seq: number): Exchange | null => {
  const opened = opening(file, seq);
  const confirmed = lastCall(file, 'confirm-reconsideration', seq);
  return opened && confirmed && confirmed.seq > opened.seq ? confirmed : null;
};

/** Whether a call began a review that waits for a decision. */
export const began = (file: DelegateCase, { seq, answer }: Exchange): boolean => {
  const next = file.calls.find((one) => one.seq > seq)?.seq ?? Number.POSITIVE_INFINITY;
  return (
    answer.state === 'reconsideration-pending' ||
    recordsBefore(file.notes, next).some(
      (note) =>
        note.type === 'case-reconsideration-requested' && note.told.by !== 'consultation' && note.seq > seq,
    )
  );
};
export const confirms = ({ answer }: Exchange): boolean => /successfully/i.test(text(answer.message) ?? '');

export const offersAlternative = (file: DelegateCase, seq: number): boolean =>
  Boolean(determinationsBefore(file, seq).at(-1)?.told.alternative);
