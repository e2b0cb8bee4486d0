import type { Faker } from '@faker-js/faker';
import type { Draws } from '../draws.ts';
import { englishFaker } from '../english.ts';

let source: Draws | null = null;
const faker = englishFaker({
  randomizer: {
    next: () => {
      if (!source) throw new RangeError('names are drawn inside `named`');
      return source.next();
    },
    seed: () => {},
  },
});

/** Draws names of people and places that do not exist from a stream. */
export function named<T>(draws: Draws, make: (generator: Faker) => T): T {
  source = draws;
  return make(faker);
}

/** A telephone number from the range kept for fiction. */
export const phoneFrom = (draws: Draws): string =>
  `${draws.pick(['617', '508', '413', '978', '781'])}-555-01${String(draws.below(100)).padStart(2, '0')}`;
