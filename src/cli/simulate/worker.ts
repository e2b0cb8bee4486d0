import { parentPort, workerData } from 'node:worker_threads';
import { makerOf, part, simulation } from './jobs.ts';

const make = makerOf(simulation.parse(workerData));

parentPort?.on('message', (message: unknown) => {
  parentPort?.postMessage(make(part.parse(message)));
});
