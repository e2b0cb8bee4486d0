import type { AuditArm, AuditClock, AuditPack, Duty } from '../pack/model.ts';

/**
 * A duty that a row owes: the first clock of the duty that applies to it, or (for the second part of a
 * partial approval) the second.
 */
export type Slot = {
  readonly index: number;
  readonly duty: Duty;
  readonly place: number;
  readonly clocks: readonly AuditClock[];
  /** Every arm of every clock, in order; its place plus one is its number in a code. */
  readonly arms: readonly { readonly clock: AuditClock; readonly arm: AuditArm }[];
  /** Clocks that follow the parent's kind, one for each rule: what a row owes whose parent is not in the log. */
  readonly orphans: readonly AuditClock[];
};

export const needsParent = ({ applies }: AuditClock): boolean => applies.some((all) => 'parent.kind' in all);

/** The slots of a pack, in the order of its duties. */
export function slotsOf(pack: AuditPack): Slot[] {
  const slots: Slot[] = [];
  for (const duty of pack.duties) {
    const clocks = pack.clocks.filter((clock) => clock.duty === duty.name);
    const parts = new Set(clocks.map((clock) => clock.part ?? null)).size;
    const byRule = new Map(clocks.filter(needsParent).map((clock) => [clock.arms[0]?.rule, clock]));
    for (let place = 0; place < parts; place += 1) {
      slots.push({
        index: slots.length,
        duty,
        place,
        clocks,
        arms: clocks.flatMap((clock) => clock.arms.map((arm) => ({ clock, arm }))),
        orphans: [...byRule.values()],
      });
    }
  }
  return slots;
}

/** The rules of a slot by the number of an arm in a code, less one: those of the arms, then those of the orphans. */
export const rulesOf = ({ arms, orphans }: Slot): string[] => [
  ...arms.map(({ arm }) => arm.rule),
  ...orphans.map((clock) => clock.arms[0]?.rule ?? ''),
];

/** The clock of an arm's number in a code, and the arm where it is one. */
export function armOf(
  slot: Slot,
  number: number,
): { readonly clock: AuditClock; readonly arm: AuditArm | null } {
  const own = slot.arms[number - 1];
  if (own) return own;
  const orphan = slot.orphans[number - 1 - slot.arms.length];
  if (!orphan) throw new RangeError(`${slot.duty.name} has no arm ${number}`);
  return { clock: orphan, arm: null };
}

export const VERDICTS = ['not-applicable', 'met', 'violated', 'pending', 'indeterminate'] as const;
export type Verdict = (typeof VERDICTS)[number] | 'depends';

/** What one slot of one row comes to, unpacked from its code. */
export type Judged = {
  readonly rule: string;
  readonly clock: AuditClock;
  readonly causedBy: string | null;
  readonly byInterpretation: readonly [normal: Verdict, strict: Verdict, lenient: Verdict];
  readonly verdict: Verdict;
};

/** One verdict over the interpretations: where they differ it depends; an interpretation without a limit takes no part. */
export function together(verdicts: readonly Verdict[]): Verdict {
  const known = [...new Set(verdicts.filter((verdict) => verdict !== 'not-applicable'))];
  return known.length > 1 ? 'depends' : (known[0] ?? 'not-applicable');
}

/** What every code of a slot lies below. */
export const codesOf = (slot: Slot): number =>
  (rulesOf(slot).length + 1) * (slot.duty.follows.length + 1) * 125;

/** Unpacks a code, ((arm × causes + cause) × 5 + default) × 5 + strict) × 5 + lenient; null where nothing is owed. */
export function decode(slot: Slot, code: number): Judged | null {
  if (code === 0) return null;
  const verdict = (place: number): Verdict => VERDICTS[Math.floor(code / 5 ** place) % 5] ?? 'not-applicable';
  const causes = slot.duty.follows.length + 1;
  const rest = Math.floor(code / 125);
  const number = Math.floor(rest / causes);
  const { clock } = armOf(slot, number);
  const byInterpretation = [verdict(2), verdict(1), verdict(0)] as const;
  return {
    rule: rulesOf(slot)[number - 1] ?? '',
    clock,
    causedBy: slot.duty.follows[(rest % causes) - 1] ?? null,
    byInterpretation,
    verdict: together(byInterpretation),
  };
}
