import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { tryClean, tryDataMutant, tryMutant } from '../../run/self-test/index.ts';
import { dataMutantsOf, selfTestOptions } from './portal.ts';

const extent = z.enum(['all', 'until-killed']);
const task = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clean') }),
  z.object({ kind: z.literal('mutant'), id: z.string(), extent, reached: z.array(z.string()).optional() }),
  z.object({ kind: z.literal('data-mutant'), id: z.string(), extent }),
]);

/** One thing for a worker of the self-test to try. */
export type Task = z.infer<typeof task>;

const given = z.object({ seed: z.string() }).parse(workerData);
const options = selfTestOptions(given.seed);
const dataMutants = dataMutantsOf(options);

async function work(what: Task): Promise<unknown> {
  if (what.kind === 'clean') return tryClean(options);
  if (what.kind === 'mutant') {
    const mutant = options.mutants.find(({ id }) => id === what.id);
    if (!mutant) throw new RangeError(`no mutant ${what.id}`);
    return tryMutant(options, mutant, what.reached, what.extent);
  }
  const mutant = dataMutants.find(({ id }) => id === what.id);
  if (!mutant) throw new RangeError(`no mutant ${what.id}`);
  return tryDataMutant(options, mutant, what.extent);
}

parentPort?.on('message', (message: unknown) => {
  const what = task.parse(message);
  work(what).then(
    (result) => parentPort?.postMessage({ what, result }),
    (error: Error) => parentPort?.postMessage({ what, error: error.stack ?? error.message }),
  );
});
