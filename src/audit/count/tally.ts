/** How often each code of a slot came up in each group of rows. Codes lie below a limit and have a place each as they come up. */
export class Tally {
  readonly #groups: number;
  readonly #places: Int32Array;
  readonly #codes: number[] = [];
  #counts: Float64Array;

  constructor(groups: number, codes: number) {
    this.#groups = groups;
    this.#places = new Int32Array(codes).fill(-1);
    this.#counts = new Float64Array(groups);
  }

  #place(code: number): number {
    if (code >= this.#places.length) throw new RangeError(`code ${code} lies beyond ${this.#places.length}`);
    const place = this.#codes.push(code) - 1;
    this.#places[code] = place;
    const needed = this.#codes.length * this.#groups;
    if (needed > this.#counts.length) {
      const larger = new Float64Array(needed * 2);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    return place;
  }

  /** Adds the rows of a batch, given the group and the code of each; 0 is no code. Marks the rows that have one. */
  add(groups: Int32Array, codes: Float64Array | Int32Array, rows: number, owes: Uint8Array): void {
    for (let index = 0; index < rows; index += 1) {
      const code = (codes[index] as number) | 0;
      if (code === 0) {
        if (codes[index] !== 0) throw new RangeError(`a row has the code ${codes[index]}`);
        continue;
      }
      owes[index] = 1;
      let place = this.#places[code] ?? -1;
      if (place < 0) place = this.#place(code);
      const at = place * this.#groups + (groups[index] as number);
      this.#counts[at] = (this.#counts[at] as number) + 1;
    }
  }

  /** Every group and code that came up, with how often. */
  *[Symbol.iterator](): Generator<readonly [group: number, code: number, n: number]> {
    for (const [place, code] of this.#codes.entries())
      for (let group = 0; group < this.#groups; group += 1) {
        const n = this.#counts[place * this.#groups + group] ?? 0;
        if (n > 0) yield [group, code, n];
      }
  }
}
