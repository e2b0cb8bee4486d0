import type { AuditPack } from './pack/model.ts';
import { decode, type Judged, type Slot, type Verdict } from './sql/slots.ts';

/** How many findings came to each verdict. */
export type Tally = Readonly<Record<Verdict, number>>;

const empty = (): Record<Verdict, number> => ({
  met: 0,
  violated: 0,
  depends: 0,
  pending: 0,
  indeterminate: 0,
  'not-applicable': 0,
});

export type RuleFigures = {
  readonly rule: string;
  readonly duty: string;
  readonly cite: string;
  readonly confirmed: boolean;
  readonly tally: Tally;
  readonly byReading: Readonly<Record<'default' | 'strict' | 'lenient', Tally>>;
  /** Violations that only follow from an earlier duty. */
  readonly followOn: number;
};

export type GroupFigures = {
  readonly by: string;
  readonly value: string;
  readonly duty: string;
  readonly tally: Tally;
  readonly followOn: number;
};

/** Everything that the counting of a log comes to. */
export type Figures = {
  readonly rows: number;
  readonly noLimit: number;
  readonly findings: number;
  readonly tally: Tally;
  readonly followOn: number;
  readonly rules: readonly RuleFigures[];
  readonly groups: readonly GroupFigures[];
};

type Count = Readonly<Record<string, unknown>>;

/** Adds up what two compiled queries counted. Rows of `counts` hold `n`, `month`, the columns of `pack.by` and the codes. */
export class Sum {
  readonly #pack: AuditPack;
  readonly #rules = new Map<
    string,
    {
      judged: Judged;
      duty: string;
      tally: Record<Verdict, number>;
      by: Record<Verdict, number>[];
      followOn: number;
    }
  >();
  readonly #groups = new Map<
    string,
    { by: string; value: string; duty: string; tally: Record<Verdict, number>; followOn: number }
  >();
  readonly #decoded = new Map<string, Judged | null>();
  #rows = 0;
  #noLimit = 0;

  constructor(pack: AuditPack) {
    this.#pack = pack;
  }

  #judged(slot: Slot, code: number): Judged | null {
    const key = `${slot.duty.name} ${code}`;
    if (!this.#decoded.has(key)) this.#decoded.set(key, decode(slot, code));
    return this.#decoded.get(key) ?? null;
  }

  add(slots: readonly Slot[], counts: readonly Count[]): void {
    for (const count of counts) {
      const n = Number(count.n);
      this.#rows += n;
      const month = Number(count.month);
      const values = [
        ['month', month === 0 ? '' : `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`],
        ...this.#pack.by.map((name) => [name, String(count[`s_${name}`] ?? '')]),
      ] as const;
      let owes = false;
      for (const slot of slots) {
        const judged = this.#judged(slot, Number(count[`c${slot.index}`]));
        if (!judged) continue;
        owes = true;
        this.#rule(slot, judged, n);
        for (const [by = '', value = ''] of values) this.#group(by, value, slot.duty.name, judged, n);
      }
      if (!owes) this.#noLimit += n;
    }
  }

  #rule(slot: Slot, judged: Judged, n: number): void {
    const key = `${judged.rule} ${slot.duty.name}`;
    const own = this.#rules.get(key) ?? {
      judged,
      duty: slot.duty.name,
      tally: empty(),
      by: [empty(), empty(), empty()],
      followOn: 0,
    };
    this.#rules.set(key, own);
    own.tally[judged.verdict] += n;
    for (const [place, verdict] of judged.byReading.entries()) {
      const tally = own.by[place];
      if (tally) tally[verdict] += n;
    }
    if (judged.verdict === 'violated' && judged.causedBy !== null) own.followOn += n;
  }

  #group(by: string, value: string, duty: string, judged: Judged, n: number): void {
    const key = `${by}\n${value}\n${duty}`;
    const own = this.#groups.get(key) ?? { by, value, duty, tally: empty(), followOn: 0 };
    this.#groups.set(key, own);
    own.tally[judged.verdict] += n;
    if (judged.verdict === 'violated' && judged.causedBy !== null) own.followOn += n;
  }

  figures(): Figures {
    const order = this.#pack.duties.map(({ name }) => name);
    const rules = [...this.#rules.values()]
      .map(({ judged, duty, tally, by, followOn }) => ({
        rule: judged.rule,
        duty,
        cite: judged.clock.cite,
        confirmed: judged.clock.confirmed,
        tally,
        byReading: { default: by[0] ?? empty(), strict: by[1] ?? empty(), lenient: by[2] ?? empty() },
        followOn,
      }))
      .sort((a, b) => order.indexOf(a.duty) - order.indexOf(b.duty) || (a.rule < b.rule ? -1 : 1));
    const tally = empty();
    for (const rule of rules)
      for (const verdict of Object.keys(tally) as Verdict[]) tally[verdict] += rule.tally[verdict];
    return {
      rows: this.#rows,
      noLimit: this.#noLimit,
      findings: Object.values(tally).reduce((sum, n) => sum + n, 0),
      tally,
      followOn: rules.reduce((sum, { followOn }) => sum + followOn, 0),
      rules,
      groups: [...this.#groups.values()].sort((a, b) =>
        a.by !== b.by
          ? a.by < b.by
            ? -1
            : 1
          : a.value !== b.value
            ? a.value < b.value
              ? -1
              : 1
            : order.indexOf(a.duty) - order.indexOf(b.duty),
      ),
    };
  }
}
