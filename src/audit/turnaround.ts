import type { Database } from './duckdb.ts';
import type { Audit } from './engine.ts';

/** How long a duty took against its limit, under the default interpretation. Lengths are seconds. */
export type Turnaround = {
  readonly duty: string;
  readonly rule: string;
  readonly n: number;
  readonly median: number;
  readonly p90: number;
  readonly p99: number;
  readonly longest: number;
  /** How many took each twentieth of the time allowed; the last counts everything beyond twice the limit. */
  readonly shares: readonly number[];
  /** Done in the last minute of the limit. */
  readonly lastMinute: number;
};

export const PARTS = 20;
export const BARS = 2 * PARTS + 1;

/** Measures every duty that was done. */
export async function turnarounds(db: Database, audit: Audit): Promise<Turnaround[]> {
  const query = await audit.findings();
  const rows = await audit.asWritten(() =>
    db.rows(
      `SELECT duty, rule, bar, COUNT(*) AS n, SUM(last) AS last, MAX(took) AS longest, approx_quantile(took, [0.5, 0.9, 0.99]) AS q FROM (
        SELECT duty, rule, (actual_us - start_us) / 1000000.0 AS took,
          CASE WHEN actual_us <= due_us AND due_us - actual_us < 60000000 THEN 1 ELSE 0 END AS last,
          CASE WHEN due_us <= start_us THEN CASE WHEN actual_us <= due_us THEN 0 ELSE ${BARS - 1} END
            ELSE LEAST(GREATEST((actual_us - start_us) * ${PARTS} // (due_us - start_us + 1), 0), ${BARS - 1}) END AS bar
        FROM (${query}) f WHERE actual_us IS NOT NULL AND start_us IS NOT NULL AND due_us IS NOT NULL
      ) t GROUP BY GROUPING SETS ((duty, rule, bar), (duty, rule))`,
    ),
  );
  const order = audit.pack.duties.map(({ name }) => name);
  const whole = rows.filter(({ bar }) => bar === null);
  return whole
    .map((row) => {
      const shares = Array.from({ length: BARS }, () => 0);
      for (const part of rows) {
        if (part.bar !== null && part.duty === row.duty && part.rule === row.rule)
          shares[Number(part.bar)] = Number(part.n);
      }
      const [median = 0, p90 = 0, p99 = 0] = (row.q as number[]) ?? [];
      return {
        duty: String(row.duty),
        rule: String(row.rule),
        n: Number(row.n),
        median: Math.round(median),
        p90: Math.round(p90),
        p99: Math.round(p99),
        longest: Math.round(Number(row.longest)),
        shares,
        lastMinute: Number(row.last),
      };
    })
    .sort((a, b) => order.indexOf(a.duty) - order.indexOf(b.duty) || (a.rule < b.rule ? -1 : 1));
}
