import type { Member, World } from '../contract/index.ts';
import type { Pack } from '../rulebook/index.ts';

/** What does not change while a history is walked: who exists, by what it is judged, and how its instants read. */
export type Ground = {
  readonly world: World;
  readonly pack: Pack;
  /** What the implementation says it can do. */
  readonly capabilities: readonly string[];
  /** Epoch ms. */
  readonly start: number;
  readonly members: ReadonlyMap<string, Member>;
  /** The local date of the plan at an instant (epoch ms). */
  readonly dateAt: (instant: number) => string;
};
