import { Worker } from 'node:worker_threads';
import type { Task } from './worker.ts';

type Answer = { readonly what: Task; readonly result?: unknown; readonly error?: string };

/**
 * Works off tasks on several threads, each with everything of its own. Results come in the order of the
 * tasks. Rejects with the first error of a worker.
 */
export async function workOff(
  tasks: readonly Task[],
  {
    threads,
    seed,
    onDone,
  }: {
    readonly threads: number;
    readonly seed: string;
    readonly onDone: (task: Task) => void;
  },
): Promise<unknown[]> {
  const results: unknown[] = tasks.map(() => undefined);
  let next = 0;
  const workers: Worker[] = [];
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: { seed } });
      workers.push(worker);
      let at = -1;
      const give = (): void => {
        at = next;
        next += 1;
        const task = tasks[at];
        if (task) worker.postMessage(task);
        else resolve();
      };
      worker.on('message', ({ what, result, error }: Answer) => {
        if (error !== undefined) {
          reject(new Error(`${what.kind}: ${error}`));
          return;
        }
        results[at] = result;
        onDone(what);
        give();
      });
      worker.on('error', reject);
      give();
    });
  try {
    await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, one));
    return results;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
