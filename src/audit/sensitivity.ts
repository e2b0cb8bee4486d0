import { KNOBS, type Knob, READING_NAMES, type Reading, type ReadingName } from '../rulebook/index.ts';
import type { Database } from './duckdb.ts';
import type { Audit } from './engine.ts';
import { baseSource } from './sql/compile.ts';

/** One choice, and how many of the verdicts that depend on a reading it turns. */
export type Turned = {
  readonly knob: string;
  readonly value: string;
  readonly toViolated: number;
  readonly toMet: number;
  readonly other: number;
};

/**
 * Tries every single knob on the cases that depend on a reading. What turns a finding is left in `pp_flips
 * (row_id, slot, flips)`; `pp_found` has to hold the findings that depend.
 */
export async function tryKnobs(db: Database, audit: Audit): Promise<Turned[]> {
  await db.run(
    'CREATE OR REPLACE TEMP TABLE pp_turned (row_id BIGINT, slot INTEGER, knob VARCHAR, value VARCHAR, verdict VARCHAR)',
  );
  await db.run(
    "CREATE OR REPLACE TEMP TABLE pp_doubt AS SELECT DISTINCT row_id FROM pp_found WHERE verdict = 'depends'",
  );
  const [doubts] = await db.rows('SELECT COUNT(*) AS n FROM pp_doubt');
  const base = audit.pack.readings.default;
  if (Number(doubts?.n) > 0) {
    await db.run(`CREATE OR REPLACE TEMP TABLE pp_subset AS ${audit.subset('SELECT row_id FROM pp_doubt')}`);
    for (const knob of Object.keys(KNOBS) as Knob[]) {
      for (const value of KNOBS[knob]) {
        if (value === base[knob]) continue;
        const changed: Reading = { ...base, [knob]: value };
        const readings = Object.fromEntries(READING_NAMES.map((name) => [name, changed])) as Record<
          ReadingName,
          Reading
        >;
        const given = { source: baseSource('pp_subset', audit.source), where: '', readings };
        if (audit.sameAsUsual(given)) continue;
        const query = await audit.findingsBySql(given);
        await audit.asWritten(() =>
          db.run(
            `INSERT INTO pp_turned SELECT f.row_id, f.slot, '${knob}', '${value}', f.verdict_default FROM (${query}) f JOIN pp_found b ON b.row_id = f.row_id AND b.slot = f.slot WHERE b.verdict = 'depends' AND f.verdict_default NOT IN (b.verdict_default, 'not-applicable')`,
          ),
        );
      }
    }
  }
  await db.run(
    "CREATE OR REPLACE TEMP TABLE pp_flips AS SELECT row_id, slot, string_agg(knob || '=' || value, ' ' ORDER BY knob, value) AS flips FROM pp_turned GROUP BY row_id, slot",
  );
  const turned = await db.rows(
    "SELECT knob, value, COUNT(*) FILTER (verdict = 'violated') AS v, COUNT(*) FILTER (verdict = 'met') AS m, COUNT(*) FILTER (verdict NOT IN ('met', 'violated')) AS o FROM pp_turned GROUP BY knob, value ORDER BY COUNT(*) DESC, knob, value",
  );
  return turned.map((row) => ({
    knob: String(row.knob),
    value: String(row.value),
    toViolated: Number(row.v),
    toMet: Number(row.m),
    other: Number(row.o),
  }));
}
