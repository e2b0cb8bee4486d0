import { AdapterError } from './adapter.ts';

type Numbered = { readonly seq: number; readonly at: string };

/** Watches that a feed counts from 1 without gap, repeat or disorder, and that its time never runs back. */
export class FeedOrder {
  readonly #what: string;
  #last = 0;
  #at = Number.NEGATIVE_INFINITY;

  constructor(what: string) {
    this.#what = what;
  }

  get last(): number {
    return this.#last;
  }

  /** Takes the next page. Throws AdapterError when the order is broken. */
  take(page: readonly Numbered[]): void {
    const before = this.#last;
    for (const { seq, at } of page) {
      const expected = this.#last + 1;
      const seen = `${this.#what} sent seq ${seq} where ${expected} was next`;
      if (seq < expected) {
        const told = page.filter((other) => other.seq === seq).length > 1 || seq <= before;
        throw new AdapterError(!told ? 'feed-reorders' : 'feed-repeats', seen);
      }
      if (seq > expected) {
        const later = page.some((other) => other.seq === expected);
        throw new AdapterError(later ? 'feed-reorders' : 'feed-skips', seen);
      }
      const instant = Date.parse(at);
      if (instant < this.#at)
        throw new AdapterError('feed-reorders', `${this.#what} seq ${seq} is earlier than the one before`);
      this.#last = seq;
      this.#at = instant;
    }
  }
}
