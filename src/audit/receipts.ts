import type { Database } from './duckdb.ts';
import type { Audit } from './engine.ts';
import { baseSource } from './sql/compile.ts';

/** A definition of receipt, how many findings are violated under it, and how many it turns. */
export type ReceiptTried = {
  readonly definition: string;
  readonly violated: number;
  readonly turned: number;
};

/** Other instants that a plan may call the receipt of a request, of the columns that a pack has. */
const DEFINITIONS: readonly { readonly column: string; readonly definition: string }[] = [
  { column: 'arrived_at', definition: 'arrival anywhere at the plan or its delegate' },
  { column: 'information_complete_at', definition: 'the last necessary information' },
  { column: 'recorded_at', definition: 'entry into the system' },
];

/** Judges again, under each other definition of receipt, the findings whose verdict depends on an interpretation. */
export async function receiptsTried(db: Database, audit: Audit): Promise<ReceiptTried[]> {
  const tried: ReceiptTried[] = [];
  const [found] = await db.rows("SELECT COUNT(*) AS n FROM pp_found WHERE verdict = 'depends'");
  if (Number(found?.n) === 0) return tried;
  await db.run(
    "CREATE OR REPLACE TEMP TABLE pp_doubt AS SELECT DISTINCT row_id FROM pp_found WHERE verdict = 'depends'",
  );
  await db.run(`CREATE OR REPLACE TEMP TABLE pp_subset AS ${audit.subset('SELECT row_id FROM pp_doubt')}`);
  const plain = baseSource('pp_subset', audit.source);
  for (const { column, definition } of DEFINITIONS) {
    const other = audit.source.instant(column) && audit.pack.columns.some(({ name }) => name === column);
    if (!other) continue;
    const later = (end: 'low' | 'high', name: string): string => plain.instant(name)?.[end] ?? 'NULL';
    const moved = (end: 'low' | 'high'): string =>
      `CASE WHEN ${later(end, column)} <= ${audit.until} THEN ${column === 'arrived_at' ? later(end, column) : `GREATEST(${later(end, column)}, ${later(end, audit.pack.received)})`} ELSE ${later(end, audit.pack.received)} END`;
    const source = {
      ...plain,
      instant: (name: string) =>
        name === audit.pack.received ? { low: moved('low'), high: moved('high') } : plain.instant(name),
    };
    const query = await audit.findingsBySql({ source, where: '' });
    const [row] = await audit.asWritten(() =>
      db.rows(
        `SELECT COUNT(*) FILTER (f.verdict_default = 'violated') AS violated, COUNT(*) FILTER (f.verdict_default <> b.verdict_default) AS turned FROM (${query}) f JOIN pp_found b ON b.row_id = f.row_id AND b.slot = f.slot WHERE b.verdict = 'depends'`,
      ),
    );
    tried.push({ definition, violated: Number(row?.violated), turned: Number(row?.turned) });
  }
  return tried;
}
