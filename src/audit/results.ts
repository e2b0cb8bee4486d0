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
  readonly byInterpretation: Readonly<Record<'default' | 'strict' | 'lenient', Tally>>;
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

/** Adds up what was counted, code by code. */
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
  readonly #rows: number;
  readonly #noLimit: number;

  constructor(pack: AuditPack, rows: number, noLimit: number) {
    this.#pack = pack;
    this.#rows = rows;
    this.#noLimit = noLimit;
  }

  #judged(slot: Slot, code: number): Judged | null {
    const key = `${slot.duty.name} ${code}`;
    if (!this.#decoded.has(key)) this.#decoded.set(key, decode(slot, code));
    return this.#decoded.get(key) ?? null;
  }

  /** Adds so many findings with one code, of rows of a month (months since the year 0) and of values of the columns of `pack.by`. */
  add(
    slot: Slot,
    code: number,
    n: number,
    of: { month: number; by: Readonly<Record<string, string>> },
  ): void {
    const judged = this.#judged(slot, code);
    if (!judged) return;
    this.#rule(slot, judged, n);
    const month = `${Math.floor(of.month / 12)}-${String((of.month % 12) + 1).padStart(2, '0')}`;
    this.#group('month', month, slot.duty.name, judged, n);
    for (const name of this.#pack.by) this.#group(name, of.by[name] ?? '', slot.duty.name, judged, n);
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
    for (const [place, verdict] of judged.byInterpretation.entries()) {
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
        byInterpretation: { default: by[0] ?? empty(), strict: by[1] ?? empty(), lenient: by[2] ?? empty() },
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
