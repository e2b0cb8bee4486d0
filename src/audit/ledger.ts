import type { Database } from './duckdb.ts';
import type { Audit } from './engine.ts';
import type { AuditArm } from './pack/model.ts';
import { baseSource } from './sql/compile.ts';
import { armOf, type Slot, slotsOf } from './sql/slots.ts';

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
  readonly byInterpretation: string;
  readonly lateBySeconds: number | null;
  readonly causedBy: string;
  readonly flips: string;
  readonly arithmetic: string;
  /** What it counts as that nothing was done, once the limit has passed; empty where silence means nothing. */
  readonly silence: string;
};
export type Ledger = {
  readonly caseId: string;
  readonly decisionNo: string;
  readonly obligations: readonly Obligation[];
};

const iso = (micros: unknown): string | null =>
  micros === null || micros === undefined ? null : new Date(Math.floor(Number(micros) / 1000)).toISOString();

const UNIT_WORDS: Record<AuditArm['within'][1], readonly [one: string, many: string]> = {
  minutes: ['minute', 'minutes'],
  hours: ['hour', 'hours'],
  'business-days': ['business day', 'business days'],
  'calendar-days': ['calendar day', 'calendar days'],
  'hours-or-calendar-days': ['calendar day, or 24 hours,', 'calendar days, or as many times 24 hours,'],
  'lesser-calendar-days': ['calendar day', 'calendar days'],
  months: ['month', 'months'],
};

/** A limit in words, such as "2 business days after the start". */
export function limitWords([count, unit]: AuditArm['within'], notBefore = false): string {
  const length = Math.abs(count);
  const words = UNIT_WORDS[unit][length === 1 ? 0 : 1];
  return `${notBefore ? 'not before ' : ''}${length} ${words} ${count < 0 ? 'before' : 'after'} the start`;
}

/** Every obligation of the rows that a query names by their ids, in the order of that query. */
export async function ledgers(db: Database, audit: Audit, ids: string): Promise<Ledger[]> {
  await db.run(
    `CREATE OR REPLACE TEMP TABLE pp_chosen AS SELECT row_id, ROW_NUMBER() OVER () AS place FROM (${ids}) c`,
  );
  await db.run(`CREATE OR REPLACE TEMP TABLE pp_subset AS ${audit.subset('SELECT row_id FROM pp_chosen')}`);
  const query = await audit.findingsBySql({ source: baseSource('pp_subset', audit.source), where: '' });
  const rows = await audit.asWritten(() =>
    db.rows(
      `SELECT f.*, c.place, COALESCE(x.flips, '') AS flips FROM (${query}) f JOIN pp_chosen c ON c.row_id = f.row_id LEFT JOIN pp_flips x ON x.row_id = f.row_id AND x.slot = f.slot ORDER BY c.place, f.slot`,
    ),
  );
  const found = new Map<string, { caseId: string; decisionNo: string; obligations: Obligation[] }>();
  const slots = slotsOf(audit.pack);
  for (const row of rows) {
    const key = String(row.place);
    const own = found.get(key) ?? {
      caseId: String(row.case_id),
      decisionNo: String(row.decision_no || '1'),
      obligations: [],
    };
    found.set(key, own);
    own.obligations.push(obligation(audit, slots, row));
  }
  return [...found.values()];
}

function obligation(
  { pack }: Audit,
  slots: readonly Slot[],
  row: Readonly<Record<string, unknown>>,
): Obligation {
  const slot = slots[Number(row.slot)];
  if (!slot) throw new RangeError(`${pack.id} has no slot ${String(row.slot)}`);
  const { clock, arm } = armOf(slot, Number(row.arm));
  const [startAt, dueAt, actualAt] = [iso(row.start_us), iso(row.due_us), iso(row.actual_us)];
  const late = row.late_by_seconds === null ? null : Number(row.late_by_seconds);
  return {
    duty: String(row.duty),
    title: slot.duty.title,
    rule: String(row.rule),
    cite: clock.cite,
    startAt,
    dueAt,
    actualAt,
    verdict: String(row.verdict),
    byInterpretation: [row.verdict_default, row.verdict_strict, row.verdict_lenient].join(' / '),
    lateBySeconds: late,
    causedBy: String(row.caused_by ?? ''),
    flips: String(row.flips ?? ''),
    arithmetic: arm
      ? limitWords(arm.within, clock.notBefore)
      : 'as the original request, which the log lacks',
    silence: actualAt === null && row.verdict === 'violated' ? (clock.silence ?? '') : '',
  };
}
