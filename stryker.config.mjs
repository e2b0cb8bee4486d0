// Mutation testing of the code that verdicts rest on, by the tests that stand beside it. `npm run test:mutants` runs it
// folder by folder and holds the scores to their bars (scripts/mutants.mjs).
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutants.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // What runs once as a module loads would need all tests, anew, for each mutant; tables of data are tried by the self-test.
  ignoreStatic: true,
  concurrency: 2,
  incremental: true,
  // Outside verdicts and clocks most texts are sentences for people; whether they help is not for a machine to say.
  mutator: { excludedMutations: process.env.PORTALPROOF_MUTANTS_TEXTS ? [] : ['StringLiteral'] },
  ignorePatterns: ['dist', 'dist-bench', 'reports', 'docs', 'tests/histories/recorded'],
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: `reports/mutation/${process.env.PORTALPROOF_MUTANTS_REPORT ?? 'mutation.json'}` },
  tempDirName: 'node_modules/.cache/stryker',
  // The compiler here is native and has no interface in JavaScript, by which a copy of its settings would be rewritten.
  tsconfigFile: 'none',
  disableTypeChecks: false,
};
