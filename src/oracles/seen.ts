import type { Exchange } from '../facts/case-file.ts';
import type { Facts } from '../facts/facts.ts';
import type { Seen } from './check.ts';

/** What one call showed. */
export const seen = (holds: boolean, because: string, { seq }: Exchange): Seen => ({
  holds,
  because,
  events: [seq],
  evidence: 'observed',
});

/** What one call showed, where the documents may leave it open. */
export const shown = (
  { seq }: Exchange,
  holds: boolean | null,
  because: string,
  more: Partial<Seen> = {},
): Seen => ({ holds, because, events: [seq], evidence: 'observed', ...more });

/** Whether a call came from a provider's user. */
export const isProvider = (facts: Facts, { actor }: Exchange): boolean =>
  facts.world.users.some(({ id, kind }) => id === actor && kind === 'provider');
