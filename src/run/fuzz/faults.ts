import type { Adapter } from '../../adapters/index.ts';
import { drawsFor } from '../../simulator/index.ts';
import type { Origin } from './scenario.ts';

type Perform = Adapter['perform'];
type Call = Parameters<Perform>[1];

/** Ways in which the connection between a client and a portal fails. Each leaves one answer, as a client that tries again gets it. */
const FAULTS: Readonly<Record<string, (perform: Perform, world: string, call: Call) => ReturnType<Perform>>> =
  {
    // The answer is lost on its way back; the client asks again under the same key.
    lost: async (perform, world, call) => {
      await perform(world, call);
      return perform(world, call);
    },
    // The client is nervous and sends the same thing twice at once.
    twice: async (perform, world, call) => {
      const [first] = await Promise.all([perform(world, call), perform(world, call)]);
      return first;
    },
    // The network is slow, so that other worlds act in between.
    slow: async (perform, world, call) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      return perform(world, call);
    },
  };

/** Calls that may be sent again without a second effect: those with a key, and those that only look. */
const repeatable = ({ op, key }: Call): boolean => key !== undefined || /^(find|list|show|view)-/.test(op);

/**
 * An interface with the faults that a seed draws for one scenario: some, all or none of them, on a few calls. What has no
 * key and is no mere look is only ever delayed.
 */
export function withFaults(adapter: Adapter, { seed, index }: Origin): Adapter {
  const draws = drawsFor(seed, 'faults', index);
  const on = Object.keys(FAULTS).filter(() => draws.chance(0.5));
  if (on.length === 0) return adapter;
  let submissions = 0;
  return {
    ...adapter,
    perform: (world, call) => {
      submissions += 1;
      const keyed: Call =
        call.op === 'submit-request' && call.key === undefined
          ? { ...call, key: `auto-${submissions}` }
          : call;
      const fault = draws.chance(0.3) ? FAULTS[draws.pick(on)] : undefined;
      const fits = fault === FAULTS.slow || repeatable(keyed);
      return fault && fits ? fault(adapter.perform, world, keyed) : adapter.perform(world, keyed);
    },
  };
}
