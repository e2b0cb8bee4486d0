import { NEVER_US } from './day-table.ts';
import type { Database } from './duckdb.ts';
import type { Audit } from './engine.ts';

/** The public figures on prior authorization (42 CFR 422.122(c) and its siblings), of one calendar year. */
export type Metrics = {
  readonly year: string;
  readonly lineOfBusiness: string;
  readonly standard: { readonly n: number; readonly approved: number; readonly denied: number };
  readonly expedited: { readonly n: number; readonly approved: number; readonly denied: number };
  readonly approvedAfterAppeal: { readonly appealed: number; readonly approved: number };
  readonly extendedAndApproved: number;
  /** Hours from receipt to decision. */
  readonly standardHours: { readonly mean: number; readonly median: number } | null;
  readonly expeditedHours: { readonly mean: number; readonly median: number } | null;
};

const number = (value: unknown): number => Number(value ?? 0);
const hours = (mean: unknown, median: unknown): Metrics['standardHours'] =>
  mean === null || mean === undefined ? null : { mean: Number(mean), median: Number(median) };

/** Counts the figures for decided requests for prior authorization; null where the pack has other columns. */
export async function publicMetrics(db: Database, audit: Audit): Promise<Metrics[] | null> {
  const names = new Set(audit.pack.columns.map(({ name }) => name));
  if (
    ![
      'line_of_business',
      'urgency',
      'outcome',
      'received_at',
      'decided_at',
      'appeal_outcome',
      'review_type',
    ].every((name) => names.has(name))
  )
    return null;
  const took = '(t_decided_at - t_received_at) / 3600000000.0';
  const of = (urgency: string, more = ''): string => `FILTER (s_urgency = '${urgency}'${more})`;
  const rows = await db.rows(
    `SELECT year(make_timestamp(t_received_at)) AS year, s_line_of_business AS line,
      COUNT(*) ${of('standard')} AS sn, COUNT(*) ${of('standard', " AND s_outcome = 'approved'")} AS sa, COUNT(*) ${of('standard', " AND s_outcome IN ('denied', 'partial')")} AS sd,
      COUNT(*) ${of('urgent')} AS en, COUNT(*) ${of('urgent', " AND s_outcome = 'approved'")} AS ea, COUNT(*) ${of('urgent', " AND s_outcome IN ('denied', 'partial')")} AS ed,
      COUNT(*) FILTER (s_urgency = 'standard' AND t_appealed_at < ${NEVER_US}) AS ap, COUNT(*) FILTER (s_urgency = 'standard' AND s_appeal_outcome IN ('overturned', 'partial')) AS aa,
      COUNT(*) FILTER (t_extension_until < ${NEVER_US} AND s_outcome = 'approved') AS ext,
      AVG(${took}) ${of('standard')} AS sm, MEDIAN(${took}) ${of('standard')} AS sq, AVG(${took}) ${of('urgent')} AS em, MEDIAN(${took}) ${of('urgent')} AS eq
    FROM (${audit.judgedRows()}) j
    WHERE s_review_type IN ('preservice', 'concurrent') AND t_decided_at < ${NEVER_US} AND s_outcome IN ('approved', 'denied', 'partial')
    GROUP BY ALL ORDER BY year, line`,
  );
  return rows.map((row) => ({
    year: String(row.year),
    lineOfBusiness: String(row.line),
    standard: { n: number(row.sn), approved: number(row.sa), denied: number(row.sd) },
    expedited: { n: number(row.en), approved: number(row.ea), denied: number(row.ed) },
    approvedAfterAppeal: { appealed: number(row.ap), approved: number(row.aa) },
    extendedAndApproved: number(row.ext),
    standardHours: hours(row.sm, row.sq),
    expeditedHours: hours(row.em, row.eq),
  }));
}
