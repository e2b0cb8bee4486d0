import type { Database } from './duckdb.ts';
import type { Audit } from './engine.ts';
import { type Ledger, ledgers } from './ledger.ts';
import { low, text } from './sql/conditions.ts';

/** A sample for a file review: which files, in which order, and what each showed. */
export type Sample = {
  readonly seed: string;
  readonly population: number;
  readonly drawn: number;
  readonly method: string;
  /** The first files, which decide alone if all of them meet. */
  readonly first: number;
  readonly ledgers: readonly Ledger[];
  readonly met: number;
  readonly reviewed: number;
  readonly interval: readonly [low: number, high: number] | null;
};

const FIRST = 8;
const FULL = 30;

/** The Wilson interval (95 %) of a share. */
export function wilson(met: number, of: number): readonly [number, number] {
  const z = 1.959963984540054;
  const share = met / of;
  const centre = share + (z * z) / (2 * of);
  const width = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [Math.max(0, (centre - width) / scale), Math.min(1, (centre + width) / scale)];
}

/**
 * Draws up to 30 files by a seed: in the order of the SHA-256 of seed and key, so that anyone with the log
 * and the seed draws the same. Eight are reviewed; if one of them does not meet, all thirty are.
 */
export async function drawSample(db: Database, audit: Audit, seed: string): Promise<Sample> {
  const { pack } = audit;
  const number = pack.key.number ? text(pack.key.number) : "'1'";
  const key = `sha256('${seed.replaceAll("'", "''")}' || '/' || ${text(pack.key.case)} || '/' || ${number})`;
  const population = `SELECT * FROM (${audit.judgedRows()}) j WHERE ${low(pack.received)} <= ${audit.until}`;
  const [size] = await db.rows(`SELECT COUNT(*) AS n FROM (${population}) p`);
  const drawn = await ledgers(
    db,
    audit,
    `SELECT row_id FROM (${population}) p ORDER BY ${key}, row_id LIMIT ${FULL}`,
  );
  const good = ({ obligations }: Ledger): boolean =>
    obligations.every(({ verdict }) => verdict !== 'violated');
  const enough = drawn.slice(0, FIRST).every(good);
  const reviewed = enough ? drawn.slice(0, FIRST) : drawn;
  const met = reviewed.filter(good).length;
  return {
    seed,
    population: Number(size?.n ?? 0),
    drawn: drawn.length,
    method: `files in the order of SHA-256("${seed}/case_id/decision_no"); the first ${FIRST} decide if all meet, else all ${FULL}`,
    first: FIRST,
    ledgers: reviewed,
    met,
    reviewed: reviewed.length,
    interval: reviewed.length === 0 ? null : wilson(met, reviewed.length),
  };
}
