import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, the longest first, by CPU; begun first, none is left to run alone at the end. */
const LONGEST = [
  'tests/audit/comparison.test.ts',
  'tests/selftest/selftest.test.ts',
  'tests/cli/cli.test.ts',
  'tests/campaign/explore.test.ts',
  'tests/audit/histories.test.ts',
  'tests/campaign/scenarios.test.ts',
  'tests/suite/other-portals.test.ts',
  'tests/simulator/log.test.ts',
  'tests/labelled/recorded.test.ts',
  'tests/audit/postgres.test.ts',
  'tests/suite/determinism.test.ts',
  'tests/audit/agreement.test.ts',
  'tests/access/matrix.test.ts',
  'tests/suite/scenarios.test.ts',
];

const place = ({ moduleId }: TestSpecification): number => {
  const found = LONGEST.findIndex((path) => moduleId.replaceAll('\\', '/').endsWith(path));
  return found < 0 ? LONGEST.length : found;
};

/** Starts the longest files first, the others by name. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort(
      (one, other) => place(one) - place(other) || (one.moduleId < other.moduleId ? -1 : 1),
    );
  }
}
