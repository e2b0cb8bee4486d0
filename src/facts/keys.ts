import type { Exchange } from './case-file.ts';
import type { Facts } from './facts.ts';
import { callsOf, growing } from './memo.ts';

/** The first submission with each idempotency key, by actor and key. */
const first = growing(
  callsOf('submit-request'),
  () => new Map<string, number>(),
  (found, { actor, key, seq }) => {
    const name = `${actor}/${key}`;
    if (key !== null && !found.has(name)) found.set(name, seq);
  },
);

/** Whether a submission repeats the key of an earlier one, so that it makes nothing new. */
export const isRepeated = ({ key, actor, seq }: Exchange, facts: Facts): boolean =>
  key !== null && (first(facts).get(`${actor}/${key}`) ?? seq) < seq;
