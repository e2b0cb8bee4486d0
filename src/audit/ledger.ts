import type { Database } from './duckdb.ts';
import type { Audit } from './engine.ts';
import type { AuditArm } from './pack/model.ts';
import { baseSource } from './sql/compile.ts';

/** One obligation of one determination: what it was, when it was due and done, and how that was counted. */
export type Obligation = {
  readonly duty: string;
  readonly title: string;
  readonly rule: string;
  readonly cite: string;
  readonly startAt: string | null;
  readonly dueAt: string | null;
  readonly actualAt: string | null;
  readonly verdict: string;
  readonly byReading: string;
  readonly lateBySeconds: number | null;
  readonly causedBy: string;
  readonly flips: string;
  readonly arithmetic: string;
};
export type Ledger = {
  readonly caseId: string;
  readonly decisionNo: string;
  readonly obligations: readonly Obligation[];
};

const iso = (micros: unknown): string | null =>
  micros === null || micros === undefined ? null : new Date(Math.floor(Number(micros) / 1000)).toISOString();

/** A limit in words, such as "2 business days". */
export function limitWords([count, unit]: AuditArm['within']): string {
  const length = Math.abs(count);
  const words: Record<AuditArm['within'][1], string> = {
    minutes: 'minutes',
    hours: 'hours',
    'business-days': 'business days',
    'calendar-days': 'calendar days',
    'hours-or-calendar-days': 'calendar days, or as many times 24 hours,',
    'lesser-calendar-days': 'calendar days',
    months: 'months',
  };
  const word = length === 1 ? words[unit].replace(/s\b/, '') : words[unit];
  return `${length} ${word} ${count < 0 ? 'before' : 'after'}`;
}

/** Every obligation of the rows that a query names by their ids, in the order of that query. */
export async function ledgers(db: Database, audit: Audit, ids: string): Promise<Ledger[]> {
  await db.run(
    `CREATE OR REPLACE TEMP TABLE pp_chosen AS SELECT row_id, ROW_NUMBER() OVER () AS place FROM (${ids}) c`,
  );
  await db.run(`CREATE OR REPLACE TEMP TABLE pp_subset AS ${audit.subset('SELECT row_id FROM pp_chosen')}`);
  const query = await audit.findings({ source: baseSource('pp_subset', audit.source), where: '' });
  const rows = await audit.asWritten(() =>
    db.rows(
      `SELECT f.*, c.place, COALESCE(x.flips, '') AS flips FROM (${query}) f JOIN pp_chosen c ON c.row_id = f.row_id LEFT JOIN pp_flips x ON x.row_id = f.row_id AND x.slot = f.slot ORDER BY c.place, f.slot`,
    ),
  );
  const found = new Map<string, { caseId: string; decisionNo: string; obligations: Obligation[] }>();
  for (const row of rows) {
    const key = String(row.place);
    const own = found.get(key) ?? {
      caseId: String(row.case_id),
      decisionNo: String(row.decision_no || '1'),
      obligations: [],
    };
    found.set(key, own);
    own.obligations.push(obligation(audit, row));
  }
  return [...found.values()];
}

function obligation({ pack }: Audit, row: Readonly<Record<string, unknown>>): Obligation {
  const duty = pack.duties.find(({ name }) => name === row.duty);
  const clock = pack.clocks.find(
    (own) => own.duty === row.duty && own.arms.some(({ rule }) => rule === row.rule),
  );
  const arm = clock?.arms.find(({ rule }) => rule === row.rule);
  const [startAt, dueAt, actualAt] = [iso(row.start_us), iso(row.due_us), iso(row.actual_us)];
  const late = row.late_by_seconds === null ? null : Number(row.late_by_seconds);
  return {
    duty: String(row.duty),
    title: duty?.title ?? String(row.duty),
    rule: String(row.rule),
    cite: clock?.cite ?? '',
    startAt,
    dueAt,
    actualAt,
    verdict: String(row.verdict),
    byReading: [row.verdict_default, row.verdict_strict, row.verdict_lenient].join(' / '),
    lateBySeconds: late,
    causedBy: String(row.caused_by ?? ''),
    flips: String(row.flips ?? ''),
    arithmetic: arm ? limitWords(arm.within) : '',
  };
}
