/** One timed act by one actor, as a scenario tells it. Cases and what else is made are called by name. */
export type Act = {
  readonly at: string;
  readonly as: string;
  readonly do: string;
  readonly case?: string;
  readonly use?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly without?: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly path?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly name?: string;
  readonly session?: 'kept';
};

/** A random scenario in the standard world: what happens, in order of time, and when it ends. */
export type RandomScenario = {
  readonly area: string;
  readonly desk: 'portal' | 'scripted';
  readonly pack: string;
  readonly start: string;
  readonly steps: readonly Act[];
  readonly until: string;
};
