import { defineConfig } from 'vitest/config';

/** The tests beside the source, which mutation testing runs again and again. */
export default defineConfig({
  test: {
    include: (process.env.PORTALPROOF_MUTANTS ?? 'src').split(' ').map((folder) => `${folder}/**/*.test.ts`),
  },
});
