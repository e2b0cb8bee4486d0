import { Worker } from 'node:worker_threads';
import { type FuzzPart, fuzz, type Ground, joined, withFaults } from '../../run/fuzz/index.ts';
import { monotonic } from '../shared/ports.ts';

export type PlayPlan = {
  readonly seed: string;
  /** Scenarios to play; as many as the time allows where it is infinite. */
  readonly scenarios: number;
  readonly milliseconds: number;
  readonly injectFaults: boolean;
  readonly onProgress: (scenarios: number, failures: number) => void;
  /** Called back when the user wants it to end; what was found up to then counts. */
  readonly onStop: (stop: () => void) => void;
};

/** Fuzzes the reference implementation, a part on each thread. */
export async function playOnThreads(
  plan: PlayPlan,
  threads: number,
  mutant: string | null,
): Promise<FuzzPart> {
  const { seed, scenarios, milliseconds, injectFaults, onProgress, onStop } = plan;
  const seen = Array.from({ length: threads }, () => ({ scenarios: 0, failures: 0 }));
  const one = (first: number): Promise<FuzzPart> =>
    new Promise((resolve, reject) => {
      const before = Math.min(scenarios, Number.MAX_SAFE_INTEGER);
      const workerData = { seed, first, every: threads, before, milliseconds, injectFaults, mutant };
      const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData });
      onStop(() => worker.postMessage('stop'));
      worker.on('message', (told: { part?: FuzzPart; scenarios?: number; failures?: number }) => {
        if (told.part) {
          resolve(told.part);
          return;
        }
        seen[first] = { scenarios: told.scenarios ?? 0, failures: told.failures ?? 0 };
        onProgress(
          seen.reduce((sum, own) => sum + own.scenarios, 0),
          Math.max(...seen.map((own) => own.failures)),
        );
      });
      worker.on('error', reject);
    });
  return joined(await Promise.all(seen.map((_, first) => one(first))));
}

/** Fuzzes a portal at an interface of its own. */
export async function playOnTarget(plan: PlayPlan, ground: Ground, concurrency: number): Promise<FuzzPart> {
  const { seed, scenarios, milliseconds, injectFaults, onProgress, onStop } = plan;
  let stopped = false;
  onStop(() => {
    stopped = true;
  });
  const end = monotonic() + milliseconds;
  const part = await fuzz({
    seed,
    first: 0,
    every: 1,
    before: scenarios,
    concurrency,
    ground: (origin) => (injectFaults ? { ...ground, adapter: withFaults(ground.adapter, origin) } : ground),
    stopped: () => stopped || monotonic() > end,
    onScenario: onProgress,
  });
  return joined([part]);
}
