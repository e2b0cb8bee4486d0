import type { Exchange } from './case-file.ts';
import type { Facts } from './facts.ts';

/** Whether a call came from a provider's user. */
export const isProvider = (facts: Facts, { actor }: Pick<Exchange, 'actor'>): boolean =>
  facts.world.users.some(({ id, kind }) => id === actor && kind === 'provider');
