import { createHash } from 'node:crypto';

/** Draws from one stream: the same for the same root, stream and index, whatever else is drawn. */
export type Draws = {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** A whole number from 0 to below. */
  readonly below: (bound: number) => number;
  /** A whole number, both ends included. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(of: readonly T[]) => T;
  /** One of several, each as often as its weight says. */
  readonly weighted: <T>(of: readonly (readonly [weight: number, value: T])[]) => T;
};

/** Where a stream begins: 128 bits of the SHA-256 of its name. */
function beginning(root: string, stream: string, index: number): [number, number, number, number] {
  const digest = createHash('sha256').update(`${root}\n${stream}\n${index}`).digest();
  return [digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8), digest.readInt32LE(12)];
}

/**
 * A stream of its own for each thing that is made, so that one thing more or less changes no other, and any
 * share of the work can be done by another worker.
 */
export function drawsFor(root: string, stream: string, index = 0): Draws {
  let [a, b, c, counter] = beginning(root, stream, index);
  // sfc32: small, fast, and passes the usual statistical tests.
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  const pick = <T>(of: readonly T[]): T => {
    const one = of[below(of.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  };
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (share) => next() < share,
    pick,
    weighted: (of) => {
      let left = next() * of.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of of) {
        left -= weight;
        if (left < 0) return value;
      }
      const last = of.at(-1);
      if (!last) throw new RangeError('nothing to pick from');
      return last[1];
    },
  };
}
