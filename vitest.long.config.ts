import { defineConfig } from 'vitest/config';

/** `npm run test:long`: what is long by nature. The same files as in `npm test`, at the size that takes long. */
export default defineConfig({
  test: {
    include: [
      'tests/selftest/selftest.test.ts',
      'tests/audit/agreement.test.ts',
      'tests/audit/postgres.test.ts',
      'tests/campaign/scenarios.test.ts',
      'tests/delegate/schedules.test.ts',
      'tests/new-rule.test.ts',
      'tests/simulator/log.test.ts',
    ],
    env: { PORTALPROOF_TESTS: 'long' },
    testTimeout: 7_200_000,
    hookTimeout: 7_200_000,
    maxWorkers: 2,
    globalSetup: ['tests/build.setup.ts'],
  },
});
