import type { Comparison } from '../../oracles/check.ts';
import type { Facts } from '../facts.ts';
import { at, type Fields } from '../values.ts';
import { businessDaysAfter, determinationsBefore, itemsOf } from './course.ts';
import { buildAt, callsBefore, type DelegateCase, type DelegateNote } from './file.ts';

/** The plan that a determination answers, with what was changed by phone before it. */
export function planBefore(file: DelegateCase, seq: number): { phases: readonly Fields[]; images: boolean } {
  const build = buildAt(file, seq);
  const phases = itemsOf(at(build, 'plan.phases'));
  const fractions = callsBefore(file, 'update-case', seq)
    .map(({ body }) => body.fractions)
    .filter((value) => typeof value === 'number')
    .at(-1);
  const [first, ...rest] = phases;
  const changed = first && fractions !== undefined ? [{ ...first, fractions }, ...rest] : phases;
  return { phases: changed, images: at(build, 'plan.imageGuidance') === true };
}

/** A look at each determination that the feed tells of. */
export const perDetermination =
  (look: (made: DelegateNote, file: DelegateCase, facts: Facts) => Comparison | null) =>
  (file: DelegateCase, facts: Facts): Comparison[] =>
    determinationsBefore(file).flatMap((made) => look(made, file, facts) ?? []);

/** Notices about a determination: those sent after it and before the next one. */
export function noticesOf(file: DelegateCase, made: DelegateNote): readonly DelegateNote[] {
  const next = determinationsBefore(file).find(({ seq }) => seq > made.seq)?.seq ?? Number.POSITIVE_INFINITY;
  return file.notices.filter(
    ({ seq, type }) => ['determination', 'reconsideration'].includes(type) && seq > made.seq && seq < next,
  );
}

/** Whether enough of the history is left to say that a notice was not sent: the same business day. */
export const settled = (facts: Facts, file: DelegateCase, { at: when }: DelegateNote): boolean =>
  facts.until > businessDaysAfter(file, when, 1);
