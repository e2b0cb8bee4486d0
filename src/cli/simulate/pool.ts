import { Worker } from 'node:worker_threads';
import type { Part, PartMade, Simulation } from './jobs.ts';

/** How many parts may be made ahead of the one that is written, for each worker; it bounds the memory. */
const AHEAD = 3;

/**
 * Has parts made by several workers and takes them in order, so that what is written is the same for any number
 * of them. Stops after the part at hand once `stopped` says so. Rejects with the first error of a worker.
 */
export async function makeInOrder(
  sim: Simulation,
  parts: readonly Part[],
  threads: number,
  take: (made: PartMade, own: Part) => void,
  stopped: () => boolean,
): Promise<void> {
  const ready = new Map<number, PartMade>();
  let next = 0;
  let taken = 0;
  const idle: (() => void)[] = [];
  const workers: Worker[] = [];
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: sim });
      workers.push(worker);
      let at = -1;
      const give = (): void => {
        if (next >= parts.length || stopped()) {
          resolve();
          return;
        }
        if (next >= taken + threads * AHEAD) {
          idle.push(give);
          return;
        }
        at = next;
        next += 1;
        worker.postMessage(parts[at]);
      };
      worker.on('message', (made: PartMade) => {
        ready.set(at, made);
        for (let own = ready.get(taken); own && !stopped(); own = ready.get(taken)) {
          ready.delete(taken);
          take(own, parts[taken] as Part);
          taken += 1;
        }
        give();
        for (const waiting of idle.splice(0)) waiting();
      });
      worker.on('error', reject);
      give();
    });
  try {
    await Promise.all(Array.from({ length: Math.min(threads, parts.length) }, one));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
