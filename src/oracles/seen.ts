import type { Book } from '../facts/book.ts';
import type { Exchange } from '../facts/case-file.ts';
import type { Seen } from './family.ts';

/** What one call showed, at the door. */
export const seen = (holds: boolean, because: string, { seq }: Exchange): Seen => ({
  holds,
  because,
  events: [seq],
  evidence: 'observed',
});

/** Whether a call came from a provider's user. */
export const isProvider = (book: Book, { actor }: Exchange): boolean =>
  book.world.users.some(({ id, kind }) => id === actor && kind === 'provider');
