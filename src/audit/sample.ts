import type { Database } from './duckdb.ts';
import type { Audit } from './engine.ts';
import { text } from './expression/columns.ts';
import { type Ledger, ledgers } from './ledger.ts';
import { quoted } from './sql/dialect.ts';

/** What a review of drawn files comes to. A file meets when everything that can be told of it was met. */
export type Review = {
  readonly ledgers: readonly Ledger[];
  readonly reviewed: number;
  readonly met: number;
  /** Files in which nothing was missed, but something depends on an interpretation or cannot be told. */
  readonly doubtful: number;
  /** Drawn files of which nothing was due yet; others took their places. */
  readonly notApplicable: number;
  readonly interval: readonly [low: number, high: number] | null;
};

/** A sample for a file review: which files, in which order, and what each showed. */
export type Sample = Review & {
  readonly seed: string;
  readonly population: number;
  readonly drawn: number;
  readonly method: string;
};

const FIRST = 8;
const FULL = 30;
const OVERSAMPLE = 10;

/** The Wilson interval (95 %) of a share. */
export function wilson(met: number, of: number): readonly [number, number] {
  const z = 1.959963984540054;
  const share = met / of;
  const centre = share + (z * z) / (2 * of);
  const width = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [Math.max(0, (centre - width) / scale), Math.min(1, (centre + width) / scale)];
}

const has = ({ obligations }: Ledger, verdicts: readonly string[]): boolean =>
  obligations.some(({ verdict }) => verdicts.includes(verdict));
const DUE = ['met', 'violated', 'depends', 'indeterminate'];

/** Reviews files in the order in which they were drawn: eight, and thirty where one of the eight does not meet. */
export function reviewFiles(drawn: readonly Ledger[]): Review {
  const applicable = drawn.filter((file) => has(file, DUE));
  const meets = (file: Ledger): boolean => !has(file, ['violated', 'depends', 'indeterminate']);
  const first = applicable.slice(0, FIRST);
  const ledgers = first.length === FIRST && first.every(meets) ? first : applicable.slice(0, FULL);
  const met = ledgers.filter(meets).length;
  return {
    ledgers,
    reviewed: ledgers.length,
    met,
    doubtful: ledgers.filter((file) => !meets(file) && !has(file, ['violated'])).length,
    notApplicable: drawn.length - applicable.length,
    interval: ledgers.length === 0 ? null : wilson(met, ledgers.length),
  };
}

/**
 * Draws 40 files by a seed, in the order of the SHA-256 of seed and key, so that anyone with the log and the
 * seed draws the same, and reviews 8 or 30 of them; ten stand by for files of which nothing was due yet.
 */
export async function drawSample(db: Database, audit: Audit, seed: string): Promise<Sample> {
  const { pack } = audit;
  const number = pack.key.number ? text(pack.key.number) : "'1'";
  const key = `sha256(${quoted(seed)} || '/' || ${text(pack.key.case)} || '/' || ${number})`;
  const population = audit.judgedRows();
  const [size] = await db.rows(`SELECT COUNT(*) AS n FROM (${population}) p`);
  const order = `SELECT row_id FROM (${population}) p ORDER BY ${key}, row_id LIMIT ${FULL + OVERSAMPLE}`;
  const drawn = await ledgers(db, audit, order);
  return {
    seed,
    population: Number(size?.n ?? 0),
    drawn: drawn.length,
    method: `files in the order of SHA-256("${seed}/case_id/decision_no"); the first ${FIRST} decide if all of them meet, else ${FULL}`,
    ...reviewFiles(drawn),
  };
}
