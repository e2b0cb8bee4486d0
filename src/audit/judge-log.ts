import type { AuditResults } from '../report/index.ts';
import type { Database } from './duckdb.ts';
import type { Audit } from './engine.ts';
import { ledgers } from './ledger.ts';
import { publicMetrics } from './metrics.ts';
import type { AuditPack } from './pack/model.ts';
import { orphanNotes, qualityNotes } from './quality.ts';
import { receiptsTried } from './receipts.ts';
import type { Figures } from './results.ts';
import { drawSample } from './sample.ts';
import { trySettings } from './sensitivity.ts';
import { turnarounds } from './turnaround.ts';
import { keepFindings, worstRows } from './violations.ts';

const WORST = 25;
const isoOf = (micros: number): string => new Date(Math.floor(micros / 1000)).toISOString();

/** What belongs to a whole audit, not to one pack. `asOf` is in microseconds since 1970. */
export type LogFrame = {
  readonly program: string;
  readonly files: readonly string[];
  readonly asOf: number | null;
  readonly sample: string | null;
  readonly unread: number;
  readonly step: (what: string) => void;
};

async function rejectedBy(db: Database): Promise<AuditResults['rejected']> {
  const rows = await db.rows(
    'SELECT field, reason, COUNT(DISTINCT row_id) AS n FROM pp_rejected GROUP BY ALL ORDER BY n DESC, field, reason',
  );
  return rows.map((row) => ({ column: String(row.field), reason: String(row.reason), rows: Number(row.n) }));
}

async function unreadBy(db: Database, unread: number): Promise<AuditResults['rejected']> {
  if (unread === 0) return [];
  const rows = await db.rows(
    "SELECT regexp_replace(reason, '[0-9]+', 'n', 'g') AS reason, COUNT(*) AS n FROM pp_unread GROUP BY ALL ORDER BY n DESC, reason",
  );
  return rows.map((row) => ({ column: '', reason: String(row.reason), rows: Number(row.n) }));
}

/** Rows in have to be what was judged, out of scope or rejected; anything else is a fault of ours. */
function reconcile(rows: AuditResults['rows']): void {
  if (rows.in !== rows.judged + rows.outOfScope + rows.rejected) {
    throw new Error(
      `rows in (${rows.in}) are not judged (${rows.judged}) + out of scope (${rows.outOfScope}) + rejected (${rows.rejected})`,
    );
  }
}

/**
 * Judges a log that is open under one pack. The comparison with other packs (`weaker`, `flipped`) is left empty: see
 * `comparePacks`. Throws Error where rows would leave the count.
 */
export async function judgeLog(
  db: Database,
  audit: Audit,
  pack: AuditPack,
  frame: LogFrame,
): Promise<AuditResults> {
  const { step } = frame;
  step('looking for rows that cannot be judged');
  const rejected = await audit.gate();
  await audit.end(frame.asOf);
  const scope = await audit.outOfScope();
  step('judging every duty under three interpretations');
  const figures: Figures = await audit.count();
  const outOfScope = [
    ...scope,
    ...(figures.noLimit > 0
      ? [{ reason: 'no clock of the pack was in force, or none applies', rows: figures.noLimit }]
      : []),
  ];
  const rows = {
    in: (await audit.rows()) + frame.unread,
    judged: figures.rows - figures.noLimit,
    outOfScope: outOfScope.reduce((sum, own) => sum + own.rows, 0),
    rejected: rejected.rows + frame.unread,
  };
  reconcile(rows);
  step('listing what was late');
  await keepFindings(db, audit, ['violated', 'depends']);
  step('trying other interpretations');
  const settings = await trySettings(db, audit);
  const receipts = await receiptsTried(db, audit);
  step('measuring turnaround');
  const turnaround = await turnarounds(db, audit);
  const quality = [
    ...(await qualityNotes(db, pack, audit.source, audit.span)),
    ...orphanNotes(pack, await audit.orphans()),
  ];
  const worst = await ledgers(db, audit, worstRows(audit, WORST));
  return {
    format: 'portalproof-audit/1',
    program: frame.program,
    log: { files: [...frame.files], rows: rows.in },
    pack: {
      id: pack.id,
      title: pack.title,
      dated: pack.dated,
      zone: pack.zone,
      unconfirmed: [
        ...new Set(
          pack.clocks
            .filter(({ confirmed }) => !confirmed)
            .flatMap(({ arms }) => arms.map(({ rule }) => rule)),
        ),
      ],
    },
    asOf: isoOf(audit.until),
    asOfGiven: frame.asOf !== null,
    exact: audit.exact,
    rows,
    outOfScope,
    unjudged: audit.lost.map((own) => ({ ...own })),
    rejected: [...(await rejectedBy(db)), ...(await unreadBy(db, frame.unread))],
    quality,
    findings: figures.findings,
    tally: figures.tally,
    followOn: figures.followOn,
    rules: [...figures.rules],
    groups: [...figures.groups],
    turnaround: turnaround.map((own) => ({ ...own, shares: [...own.shares] })),
    sensitivity: { settings, receipts },
    worst: worst.map((own) => ({ ...own, obligations: [...own.obligations] })),
    sample: frame.sample === null ? null : sampled(await drawSample(db, audit, frame.sample)),
    metrics: await publicMetrics(db, audit),
    weaker: [],
    flipped: [],
  };
}

const sampled = (sample: Awaited<ReturnType<typeof drawSample>>): NonNullable<AuditResults['sample']> => ({
  ...sample,
  ledgers: sample.ledgers.map((own) => ({ ...own, obligations: [...own.obligations] })),
  interval: sample.interval === null ? null : [...sample.interval],
});
