import { withCheckDigit } from '../people.ts';

/**
 * The NPI of something that does not exist: its check digit is right, and it begins with 2, which is well formed
 * but has never been issued, so it can be nobody’s.
 */
export const syntheticNpi = (kind: 'person' | 'organization', index: number): string =>
  withCheckDigit(`2${kind === 'person' ? 0 : 1}${String(index).padStart(7, '0')}`);
