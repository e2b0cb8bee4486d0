import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../src/contract/index.ts';
import { MUTANTS } from '../../src/mutants/index.ts';
import { runMatrix } from './matrix.ts';
import { ROWS } from './rows.ts';

/** Holes that real portals have had, each with the mutant that has it. */
const HOLES = {
  'a number that is guessed': 'any-number-verifies',
  'a site that was switched': 'list-remembers-the-other-site',
  'a session that outlives its account': 'old-token-still-opens',
  'an account that was ended': 'second-try-opens',
  'the link to a document': 'document-link-shared',
  'a report of another site': 'report-of-another-site',
  'a search that reveals a stranger': 'search-reveals-a-stranger',
  'a payment by its address': 'payment-by-its-address',
  'a page without a session': 'lists-without-a-session',
  'an administrator of nothing': 'everybody-administers',
  'an administrator of another site': 'any-administrator-approves',
};

describe('the access matrix', () => {
  it('tries every operation of the portal that needs a session', () => {
    const needed = Object.entries(OPERATIONS)
      .filter(([, one]) => one.surface === 'portal' && !('open' in one) && !one.path.startsWith('/delegate/'))
      .map(([id]) => id);
    expect([...new Set(ROWS.map(({ op }) => op as string))].sort()).toEqual(needed.sort());
  });

  it('has no leak and keeps nothing back', async () => {
    const { cells, faults } = await runMatrix();
    expect(faults).toEqual([]);
    expect(cells).toBeGreaterThan(2000);
  });

  it.each(Object.entries(HOLES))(
    'finds %s',
    async (_hole, id) => {
      const mutant = MUTANTS.find((one) => one.id === id);
      const { faults } = await runMatrix((parts) => mutant?.make(parts) ?? parts);
      expect(faults.length).toBeGreaterThan(0);
    },
    60_000,
  );
});
