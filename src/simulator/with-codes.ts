import type { CodeSets, World } from '../contract/index.ts';

const merged = <T extends { readonly code: string }>(rows: readonly T[], own: readonly T[] = []): T[] => {
  const replaced = new Set(own.map(({ code }) => code));
  return [...rows.filter(({ code }) => !replaced.has(code)), ...own];
};

/** A world with code sets of one's own: each row replaces the one with its code, or is added. */
export const withCodes = (world: World, { diagnoses, procedures }: CodeSets): World => ({
  ...world,
  diagnoses: merged(world.diagnoses, diagnoses),
  procedures: merged(world.procedures, procedures),
});
