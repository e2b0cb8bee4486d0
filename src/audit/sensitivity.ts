import {
  INTERPRETATION_NAMES,
  type Interpretation,
  type InterpretationName,
  SETTINGS,
  type Setting,
} from '../rulebook/index.ts';
import type { Database } from './duckdb.ts';
import type { Audit } from './engine.ts';
import { baseSource } from './sql/compile.ts';

/** One choice, and how many of the verdicts that depend on an interpretation it turns. */
export type Turned = {
  readonly setting: string;
  readonly value: string;
  readonly toViolated: number;
  readonly toMet: number;
  readonly other: number;
};

/**
 * Tries every single setting on the cases that depend on an interpretation. What turns a finding is left in `pp_flips
 * (row_id, slot, flips)`; `pp_found` has to hold the findings that depend.
 */
export async function trySettings(db: Database, audit: Audit): Promise<Turned[]> {
  await db.run(
    'CREATE OR REPLACE TEMP TABLE pp_turned (row_id BIGINT, slot INTEGER, setting VARCHAR, value VARCHAR, verdict VARCHAR)',
  );
  await db.run(
    "CREATE OR REPLACE TEMP TABLE pp_doubt AS SELECT DISTINCT row_id FROM pp_found WHERE verdict = 'depends'",
  );
  const [doubts] = await db.rows('SELECT COUNT(*) AS n FROM pp_doubt');
  const base = audit.pack.interpretations.default;
  if (Number(doubts?.n) > 0) {
    await db.run(`CREATE OR REPLACE TEMP TABLE pp_subset AS ${audit.subset('SELECT row_id FROM pp_doubt')}`);
    for (const setting of Object.keys(SETTINGS) as Setting[]) {
      for (const value of SETTINGS[setting]) {
        if (value === base[setting]) continue;
        const changed: Interpretation = { ...base, [setting]: value };
        const interpretations = Object.fromEntries(
          INTERPRETATION_NAMES.map((name) => [name, changed]),
        ) as Record<InterpretationName, Interpretation>;
        const given = { source: baseSource('pp_subset', audit.source), where: '', interpretations };
        if (audit.sameAsUsual(given)) continue;
        const query = await audit.findingsBySql(given);
        await audit.asWritten(() =>
          db.run(
            `INSERT INTO pp_turned SELECT f.row_id, f.slot, '${setting}', '${value}', f.verdict_default FROM (${query}) f JOIN pp_found b ON b.row_id = f.row_id AND b.slot = f.slot WHERE b.verdict = 'depends' AND f.verdict_default NOT IN (b.verdict_default, 'not-applicable')`,
          ),
        );
      }
    }
  }
  await db.run(
    "CREATE OR REPLACE TEMP TABLE pp_flips AS SELECT row_id, slot, string_agg(setting || '=' || value, ' ' ORDER BY setting, value) AS flips FROM pp_turned GROUP BY row_id, slot",
  );
  const turned = await db.rows(
    "SELECT setting, value, COUNT(*) FILTER (verdict = 'violated') AS v, COUNT(*) FILTER (verdict = 'met') AS m, COUNT(*) FILTER (verdict NOT IN ('met', 'violated')) AS o FROM pp_turned GROUP BY setting, value ORDER BY COUNT(*) DESC, setting, value",
  );
  return turned.map((row) => ({
    setting: String(row.setting),
    value: String(row.value),
    toViolated: Number(row.v),
    toMet: Number(row.m),
    other: Number(row.o),
  }));
}
