import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    // Against tests that never end; none is meant to be judged by how fast the machine is.
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    // Two at a time also on a machine of two cores, where one would be kept free.
    maxWorkers: 2,
    globalSetup: ['tests/build.setup.ts'],
  },
});
