import { type Column, choose, compare, NEVER, plus, type Value } from '../expression/tree.ts';
import type { AuditPack } from '../pack/model.ts';
import type { Judge } from './judge.ts';
import type { Slot } from './slots.ts';

/** The rules that a binding arm's clock has besides its own, by the places of their arms in the slot. */
export function othersOf({ arms }: Slot, index: number): { readonly place: number; readonly rule: string }[] {
  const own = arms[index];
  return arms.flatMap(({ arm, clock }, place) =>
    place !== index && clock === own?.clock && arm.rule !== own.arm.rule ? [{ place, rule: arm.rule }] : [],
  );
}

/** What a finding says of a slot, over the columns of a plan; instants are microseconds, NEVER where there is none. */
export type SlotColumns = {
  /** The number of the arm that binds; 0 where nothing is owed. */
  readonly arm: Column;
  /** Which of the arm's other rules are violated as well: a bit for each, in the order of `othersOf`. */
  readonly also: Value;
  readonly start: Value;
  readonly due: Column;
  readonly actual: Column;
  readonly normal: Column;
  readonly strict: Column;
  readonly lenient: Column;
  readonly cause: Value;
};

/** Everything about a slot, of which a finding is cut. */
export function slotColumns(judge: Judge, pack: AuditPack, slot: Slot): SlotColumns {
  const interpretation = pack.interpretations.default;
  const arm = judge.binding(slot);
  const pick = (of: (index: number) => Value, otherwise: Value): Value =>
    choose(
      slot.arms.map((_, index) => [compare(arm, '=', index + 1), of(index)]),
      otherwise,
    );
  const arms = slot.arms.map((each) => judge.dues.arm(each, interpretation, 'low', slot.place));
  const ends = slot.arms.map((each) => judge.dues.arm(each, interpretation, 'high', slot.place));
  const none = choose([], 0);
  const bits = (index: number): Value =>
    othersOf(slot, index)
      .flatMap(({ place }, bit) => {
        const [first, last] = [arms[place], ends[place]];
        if (!first || !last) return [];
        return [choose([[compare(judge.verdict(slot, first.due, last.due), '=', 2), 2 ** bit]], 0)];
      })
      .reduce<Value | null>((sum, own) => (sum ? plus(sum, own) : own), null) ?? none;
  const [normal, strict, lenient] = judge.verdicts(slot);
  return {
    arm,
    also: pick(bits, none),
    start: pick((index) => {
      const from = arms[index]?.from;
      return from ? judge.dues.limits.column(from, interpretation) : NEVER;
    }, NEVER),
    due: judge.dues.due(slot, interpretation, 'low'),
    actual: judge.stop(slot, 'low'),
    normal,
    strict,
    lenient,
    cause: judge.cause(slot),
  };
}
