import type { Clock, Misreading } from './clock.ts';
import type { DelegateFigures, PlanFigures } from './figures.ts';
import type { Holiday } from './holidays.ts';
import type { Reading, ReadingName } from './reading.ts';
import type { RuleId } from './rule-ids.ts';
import type { ZoneTransition } from './zones.ts';

/** A plan's rules in force: its clocks with calendar, zone and readings, and the rules that no run may lack. */
export type Pack = {
  readonly id: string;
  readonly title: string;
  readonly zone: string;
  readonly transitions: readonly ZoneTransition[];
  /** Local times `HH:MM`; used only by readings other than the default. */
  readonly opens: string;
  readonly closes: string;
  /** Holiday tables by name; a `holidays` knob joins names with `+`. */
  readonly holidays: Readonly<Record<string, readonly Holiday[]>>;
  readonly readings: Readonly<Record<ReadingName, Reading>>;
  readonly linesOfBusiness: readonly string[];
  readonly clocks: readonly Clock[];
  readonly misreadings: readonly Misreading[];
  readonly core: readonly RuleId[];
  /** What the rules give in figures beside time limits, each with its date and its source. */
  readonly figures: PlanFigures;
  /** The figures of a delegate, in a pack by which one works. */
  readonly delegate?: DelegateFigures;
};
