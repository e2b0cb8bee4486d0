/** Collects rows, and hands them on when there are enough for a batch. */
export class RowBuffer {
  readonly #numbers: Float64Array;
  readonly #width: number;
  readonly #take: (numbers: Float64Array, rows: number) => void;
  #rows = 0;

  constructor(width: number, batch: number, take: (numbers: Float64Array, rows: number) => void) {
    this.#numbers = new Float64Array(width * batch);
    this.#width = width;
    this.#take = take;
  }

  add(from: Float64Array, at: number): void {
    const [to, first] = [this.#rows * this.#width, at * this.#width];
    for (let place = 0; place < this.#width; place += 1)
      this.#numbers[to + place] = from[first + place] as number;
    this.#rows += 1;
    if (to + this.#width === this.#numbers.length) this.flush();
  }

  flush(): void {
    if (this.#rows > 0) this.#take(this.#numbers, this.#rows);
    this.#rows = 0;
  }
}
