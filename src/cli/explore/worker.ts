import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { fuzz, withFaults } from '../../run/fuzz/index.ts';
import { monotonic } from '../shared/ports.ts';
import { inProcessGround } from './portal.ts';

const task = z
  .object({
    seed: z.string(),
    first: z.int(),
    every: z.int(),
    before: z.int(),
    milliseconds: z.number(),
    injectFaults: z.boolean(),
    mutant: z.string().nullable(),
  })
  .parse(workerData);

let stopped = false;
parentPort?.on('message', () => {
  stopped = true;
});

const ground = await inProcessGround(task.mutant);
const end = monotonic() + task.milliseconds;
const part = await fuzz({
  ...task,
  concurrency: 1,
  ground: (origin) =>
    task.injectFaults ? { ...ground, adapter: withFaults(ground.adapter, origin) } : ground,
  stopped: () => stopped || monotonic() > end,
  onScenario: (scenarios, failures) => {
    if (scenarios % 20 === 0) parentPort?.postMessage({ scenarios, failures });
  },
});
parentPort?.postMessage({ part });
parentPort?.close();
