import type { RuleId } from '../../rulebook/index.ts';
import type { Pen } from './pen.ts';

/** One thing that a random scenario may do next, drawn as often as its weight says. */
export type Move<About> = {
  readonly name: string;
  /** The subject whose rules it tries, by the name of its folder. */
  readonly subject: string;
  readonly weight: number;
  /** The ids of rules that a scenario with this move is after; it may try more. */
  readonly after: readonly [RuleId, ...RuleId[]];
  readonly write: (pen: Pen, about: About) => void;
};

/** Writes one of several moves. */
export const writeOne = <About>(pen: Pen, moves: readonly Move<About>[], about: About): void =>
  pen.draws.weighted(moves.map(({ weight, write }) => [weight, write] as const))(pen, about);
