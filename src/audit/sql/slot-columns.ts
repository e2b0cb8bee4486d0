import { NEVER_US } from '../day-table.ts';
import type { AuditPack } from '../pack/model.ts';
import { quoted } from './dialect.ts';
import type { Judge } from './judge.ts';
import type { Slot } from './slots.ts';

/** The rules that a binding arm's clock has besides its own, by the places of their arms in the slot. */
export function othersOf({ arms }: Slot, index: number): { readonly place: number; readonly rule: string }[] {
  const own = arms[index];
  return arms.flatMap(({ arm, clock }, place) =>
    place !== index && clock === own?.clock && arm.rule !== own.arm.rule ? [{ place, rule: arm.rule }] : [],
  );
}

/** What a finding says of a slot, as SQL over the columns of a plan; instants are microseconds, NEVER_US where there is none. */
export type SlotColumns = {
  /** The number of the arm that binds; 0 where nothing is owed. */
  readonly arm: string;
  /** Which of the arm's other rules are violated as well: their names, or a bit for each, in the order of `othersOf`. */
  readonly also: string;
  readonly alsoBits: string;
  readonly start: string;
  readonly due: string;
  readonly actual: string;
  readonly normal: string;
  readonly strict: string;
  readonly lenient: string;
  readonly cause: string;
};

/** Everything about a slot, of which a finding is cut. */
export function slotColumns(judge: Judge, pack: AuditPack, slot: Slot): SlotColumns {
  const interpretation = pack.interpretations.default;
  const arm = judge.binding(slot);
  const pick = (of: (index: number) => string, otherwise: string): string => {
    const cases = slot.arms.map((_, index) => `WHEN ${index + 1} THEN ${of(index)}`);
    return `CASE ${arm} ${cases.join(' ')} ELSE ${otherwise} END`;
  };
  const arms = slot.arms.map((each) => judge.dues.arm(each, interpretation, 'low', slot.place));
  const ends = slot.arms.map((each) => judge.dues.arm(each, interpretation, 'high', slot.place));
  const others = (
    index: number,
  ): { readonly rule: string; readonly bit: number; readonly violated: string }[] =>
    othersOf(slot, index).flatMap(({ place, rule }, bit) => {
      const [first, last] = [arms[place], ends[place]];
      if (!first || !last) return [];
      return [{ rule, bit: 2 ** bit, violated: `${judge.verdict(slot, first.due, last.due)} = 2` }];
    });
  const [normal, strict, lenient] = judge.verdicts(slot);
  return {
    arm,
    also: pick((index) => {
      const names = others(index).map(
        ({ rule, violated }) => `CASE WHEN ${violated} THEN ${quoted(` ${rule}`)} ELSE '' END`,
      );
      return names.length === 0 ? "''" : `TRIM(${names.join(' || ')})`;
    }, "''"),
    alsoBits: pick((index) => {
      const terms = others(index).map(({ bit, violated }) => `CASE WHEN ${violated} THEN ${bit} ELSE 0 END`);
      return terms.length === 0 ? '0' : terms.join(' + ');
    }, '0'),
    start: pick((index) => {
      const from = arms[index]?.from;
      return from ? judge.dues.limits.column(from, interpretation) : `${NEVER_US}`;
    }, `${NEVER_US}`),
    due: judge.dues.due(slot, interpretation, 'low'),
    actual: judge.stop(slot, 'low'),
    normal: normal ?? '0',
    strict: strict ?? '0',
    lenient: lenient ?? '0',
    cause: judge.cause(slot),
  };
}
