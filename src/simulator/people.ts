import { englishFaker } from './english.ts';

/** A generator of people who do not exist; the same seed gives the same people. */
export function people(seed: string) {
  const faker = englishFaker();
  let hash = 7;
  for (const character of seed) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  faker.seed(hash);
  let issued = 0;
  return {
    firstName: (): string => faker.person.firstName(),
    lastName: (): string => faker.person.lastName(),
    phone: (): string => `617-555-${faker.string.numeric(4)}`,
    birthDate: (): string =>
      faker.date
        .birthdate({ min: 1940, max: 2005, mode: 'year', refDate: '2026-01-01' })
        .toISOString()
        .slice(0, 10),
    gender: (): 'F' | 'M' => faker.helpers.arrayElement(['F', 'M'] as const),
    password: (): string => faker.string.alphanumeric(20),
    npi: (): string => {
      issued += 1;
      return withCheckDigit(`1${faker.string.numeric(5)}${String(issued).padStart(3, '0')}`);
    },
  };
}

/** Nine digits with the check digit of an NPI: Luhn over 80840 and the number. */
export function withCheckDigit(nine: string): string {
  const digits = [...`80840${nine}`].map(Number);
  let sum = 0;
  for (let index = digits.length - 1, double = true; index >= 0; index -= 1, double = !double) {
    const digit = (digits[index] ?? 0) * (double ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return `${nine}${(10 - (sum % 10)) % 10}`;
}
