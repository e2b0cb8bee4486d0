import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

/** Files that change what all files of a process share: they listen to the console, or replace what the runtime gives. */
const APART = ['tests/adapters/misbehaviour.test.ts', 'tests/hostile.test.ts'];

const shared = {
  // Against tests that never end; none is meant to be judged by how fast the machine is.
  testTimeout: 1_800_000,
  hookTimeout: 1_800_000,
};

export default defineConfig({
  test: {
    // Two at a time also on a machine of two cores, where one would be kept free.
    maxWorkers: 2,
    globalSetup: ['tests/build.setup.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'together',
          include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
          exclude: APART,
          // One module graph in each worker: what a file loads and plays is there for the next.
          isolate: false,
        },
      },
      { test: { ...shared, name: 'apart', include: APART } },
    ],
  },
});
