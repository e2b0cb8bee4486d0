import type { Accepted } from '../core/event.ts';
/** A request that was taken while no status could be given. Instants are epoch ms. */
export type Deferral = {
  readonly receipt: string;
  readonly at: number;
  readonly user: string;
  readonly key: string | null;
  readonly accepted: Accepted;
  readonly flags: readonly string[];
  /** From when on a status may be shown. */
  readonly until: number;
  readonly maintenance: boolean;
  request: string | null;
};
