import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two at a time also on a machine of two cores, where one would be kept free.
    maxWorkers: 2,
    globalSetup: ['tests/build.setup.ts'],
  },
});
