import type { Faker, FakerOptions } from '@faker-js/faker';
import { faker } from '@faker-js/faker/locale/en';

// The package's main entry loads seventy locales, which takes longer than a whole world.
const Generator = faker.constructor as new (options: FakerOptions) => Faker;

/** A new generator of English names; its numbers come from `randomizer`, or else from the seed that it is given. */
export const englishFaker = (options: Pick<FakerOptions, 'randomizer'> = {}): Faker =>
  new Generator({ locale: faker.rawDefinitions, ...options });
