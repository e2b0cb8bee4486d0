type Placed = { readonly seq: number };

/** Whether one record stands before another in its history. */
export const isBefore = (one: Placed, other: Placed): boolean => one.seq < other.seq;

/** The part of a list, which is in the order of its history, that stands before a record. */
export function recordsBefore<T extends Placed>(all: readonly T[], seq: number): readonly T[] {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(all[middle] as T, { seq })) low = middle + 1;
    else high = middle;
  }
  return low === all.length ? all : all.slice(0, low);
}
