import { setFlagsFromString } from 'node:v8';

/** By how much the heap grows before it is looked through whole, in per cent of what is alive; 0 leaves it to the engine. */
const growBy = (percent: number): void => setFlagsFromString(`--heap-growing-percent=${percent}`);

/**
 * Runs queries that call functions of this process. Rows that those are given lie in the memory of the database, but the
 * engine counts them as its own: it would look its heap through a hundred times for a log of millions, and find nothing.
 */
export async function withRareCollections<T>(act: () => Promise<T>): Promise<T> {
  growBy(3000);
  try {
    return await act();
  } finally {
    growBy(0);
  }
}
