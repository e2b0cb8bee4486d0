import { limit } from '../../oracles/clocks/counting.ts';
import { workingDays } from '../../oracles/clocks/working-days.ts';
import { dateOf } from '../civil.ts';
import { isBefore } from '../order.ts';
import type { Fields } from '../values.ts';
import { fields, list, text } from '../values.ts';
import { callsBefore, type DelegateCase, type DelegateNote, lastCall, notesBefore } from './file.ts';

const days = ({ pack }: DelegateCase) => workingDays(pack, pack.interpretations.default.holidays);

/** The last instant (epoch ms) within so many business days of another, by the calendar of a case’s pack. */
export const businessDaysAfter = (file: DelegateCase, from: number, count: number): number =>
  limit(days(file), from, count, 'business-days', file.pack.interpretations.default);

/** The end of the n-th calendar day after the local day of an instant. */
export const calendarDaysAfter = (file: DelegateCase, from: number, count: number): number =>
  limit(days(file), from, count, 'calendar-days', file.pack.interpretations.default);

/** The local date of an instant, by the zone of a case’s pack. */
export const localDateOf = (file: DelegateCase, at: number): string =>
  dateOf(days(file).zone.toLocal(at).day);

/** The last instant at which a draft can be finished, anchored at its start. */
export const finishBy = (file: DelegateCase): number =>
  businessDaysAfter(file, file.started.at, file.pack.delegate.saveBusinessDays.value);

/** The same, anchored at its last save: an interpretation that the text admits. */
export const finishByLastSave = (file: DelegateCase, seq: number): number => {
  const saved = lastCall(file, 'save-case', seq);
  return saved
    ? businessDaysAfter(file, saved.at, file.pack.delegate.saveBusinessDays.value)
    : finishBy(file);
};

export const submitted = (file: DelegateCase, seq?: number) =>
  callsBefore(file, 'submit-case', seq)[0] ?? null;

/** Determinations that were told before a record, in order. */
export const determinationsBefore = (file: DelegateCase, seq?: number): DelegateNote[] =>
  notesBefore(file, 'case-determined', seq);

/** The last request for information with a due date, and when an answer to it came (epoch ms). */
export function announcement(file: DelegateCase, seq: number) {
  const asked = notesBefore(file, 'case-information-requested', seq).at(-1);
  if (!asked) return null;
  const dueAt = text(asked.told.dueAt);
  const came = notesBefore(file, 'case-information-received', seq).find((note) => note.seq > asked.seq);
  return {
    asked,
    dueAt: dueAt === null ? null : Date.parse(dueAt),
    receivedAt: came?.at ?? null,
  };
}

/** Whether a reconsideration waits for its decision, and how it came about. */
export function pendingReconsideration(file: DelegateCase, seq: number): DelegateNote | null {
  const asked = notesBefore(file, 'case-reconsideration-requested', seq).at(-1);
  if (!asked) return null;
  return determinationsBefore(file, seq).some((made) => made.seq > asked.seq) ? null : asked;
}

/** How many reconsiderations were decided before a record. */
export const reconsidered = (file: DelegateCase, seq: number): number =>
  notesBefore(file, 'case-reconsideration-requested', seq).length -
  (pendingReconsideration(file, seq) ? 1 : 0);

/** The state in which a case should be, from what was seen before a record. */
export function stateBefore(file: DelegateCase, seq: number, at: number): string {
  if (notesBefore(file, 'case-withdrawn', seq).length > 0) return 'withdrawn';
  if (pendingReconsideration(file, seq)) return 'reconsideration-pending';
  const made = determinationsBefore(file, seq).at(-1);
  if (made) return text(made.told.outcome) ?? '';
  if (submitted(file, seq)) {
    const asked = announcement(file, seq);
    return asked && asked.receivedAt === null ? 'information-requested' : 'clinical-review';
  }
  if (callsBefore(file, 'cancel-case', seq).length > 0) return 'cancelled';
  if (at > finishBy(file)) return 'expired';
  const [saved, resumed] = [lastCall(file, 'save-case', seq), lastCall(file, 'resume-case', seq)];
  return saved && (!resumed || isBefore(resumed, saved)) ? 'saved' : 'in-progress';
}

/** The phases that were asked for, or that a list of items holds. */
export const itemsOf = (value: unknown): readonly Fields[] => list(value).map(fields);
