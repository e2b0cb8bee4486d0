import { choose, compare, plus, times } from '../expression/tree.ts';
import { type CompiledSlots, compiledSlots, open, type Question } from './compile.ts';
import { othersOf, slotColumns } from './slot-columns.ts';
import { rulesOf, type Slot, VERDICTS, type Verdict } from './slots.ts';

/** What a kernel needs to tell every finding of a log. */
export type CompiledNumbers = CompiledSlots & {
  /** For each slot the columns of what was found (see `Names`), of when it started, was due and was done. */
  readonly told: readonly string[];
};

/** Columns that tell of one slot. */
export const TOLD = 4;

/** Verdicts under three interpretations make so many. */
export const VERDICT_KEYS = VERDICTS.length ** 3;

const causesOf = ({ duty }: Slot): number => duty.follows.length + 1;
const bitsOf = (slot: Slot): number =>
  Math.max(...slot.arms.map((_, index) => 2 ** othersOf(slot, index).length), 1);

/** Everything about every slot, as columns of whole numbers. */
export function compileNumbers(question: Question): CompiledNumbers {
  const parts = open(question);
  const { judge } = parts;
  const columns = judge.dues.slots.map((slot) => {
    const { arm, also, start, due, actual, normal, strict, lenient, cause } = slotColumns(
      judge,
      question.pack,
      slot,
    );
    const name = plus(times(plus(times(arm, causesOf(slot)), cause), bitsOf(slot)), also);
    const verdicts = plus(times(plus(times(normal, VERDICTS.length), strict), VERDICTS.length), lenient);
    const found = plus(times(name, VERDICT_KEYS), verdicts);
    return [choose([[compare(arm, '=', 0), 0]], found), start, due, actual];
  });
  const told = columns.flatMap((own, slot) =>
    own.map((expression, place) => ({ name: `told_${slot}_${place}`, expression })),
  );
  const { steps, ...rest } = compiledSlots(question, parts);
  return { ...rest, steps: [...steps, ...told], told: told.map(({ name }) => name) };
}

/** What a number that was found is called, without its verdicts. */
export type Names = {
  readonly key: number;
  readonly duty: string;
  readonly rule: string;
  readonly also: string;
  readonly causedBy: string;
  readonly arm: number;
};

/** Every name of every slot; those of one slot lie within `room` of `room` times its index. */
export function namesOf(slots: readonly Slot[]): { readonly room: number; readonly names: readonly Names[] } {
  const room = Math.max(...slots.map((slot) => (rulesOf(slot).length + 1) * causesOf(slot) * bitsOf(slot)));
  const names = slots.flatMap((slot) =>
    rulesOf(slot).flatMap((rule, index) => {
      const others = othersOf(slot, index);
      return ['', ...slot.duty.follows].flatMap((causedBy, cause) =>
        Array.from({ length: 2 ** others.length }, (_, bits) => ({
          key: slot.index * room + ((index + 1) * causesOf(slot) + cause) * bitsOf(slot) + bits,
          duty: slot.duty.name,
          rule,
          also: others
            .filter((_other, bit) => (bits >> bit) % 2 === 1)
            .map((other) => other.rule)
            .join(' '),
          causedBy,
          arm: index + 1,
        })),
      );
    }),
  );
  return { room, names };
}

/** The verdicts of a number, which are its last part: under the default, the strict and the lenient interpretation. */
export const verdictsOf = (key: number): readonly [Verdict, Verdict, Verdict] => {
  const at = (place: number): Verdict =>
    VERDICTS[Math.floor(key / VERDICTS.length ** place) % VERDICTS.length] ?? 'not-applicable';
  return [at(2), at(1), at(0)];
};
