import type { Exchange } from './case-file.ts';
import type { Facts } from './facts.ts';
import { once } from './memo.ts';

/** The first submission with each idempotency key, by actor and key. */
const first = once((facts) => {
  const found = new Map<string, number>();
  for (const { actor, key, seq } of facts.index.byOperation.get('submit-request') ?? []) {
    const name = `${actor}/${key}`;
    if (key !== null && !found.has(name)) found.set(name, seq);
  }
  return found as ReadonlyMap<string, number>;
});

/** Whether a submission repeats the key of an earlier one, so that it makes nothing new. */
export const isRepeated = ({ key, actor, seq }: Exchange, facts: Facts): boolean =>
  key !== null && (first(facts).get(`${actor}/${key}`) ?? seq) < seq;
