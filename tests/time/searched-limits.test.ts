import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/audit/duckdb.ts';
import { Audit } from '../../src/audit/engine.ts';
import { auditPackOf } from '../../src/audit/pack/bind.ts';
import { parquetInput } from '../../src/audit/source/parquet.ts';
import { earliestDue } from '../../src/oracles/index.ts';
import { armLimits } from '../../src/reference-impl/time-frames/limits.ts';
import {
  type Duty,
  INTERPRETATION_NAMES,
  type InterpretationName,
  type Part,
  packOf,
  ROWS,
  type Row,
} from '../../src/rulebook/index.ts';
import { type LogRow, memoryDatabase, parquetOf, temporaryFolder } from '../audit/memory-log.ts';
import { type Happened, InTime } from './in-time.ts';
import { Timeline } from './timeline.ts';

const pack = packOf('allways-commercial');
const CASES = 10_000;

const timelines = Object.fromEntries(
  INTERPRETATION_NAMES.map((name) => {
    const closed = pack.interpretations[name].holidays
      .split('+')
      .flatMap((list) => pack.holidays[list]?.map(([date]) => date) ?? []);
    const { zone, opens, closes } = pack;
    const years = { from: '2024-12-01', to: '2029-12-31' };
    return [name, new Timeline({ zone, ...years, closed: new Set(closed), opens, closes })];
  }),
) as Record<InterpretationName, Timeline>;
const line = timelines.default;
const FIRST = line.dayOf(Date.parse('2025-01-06T12:00:00Z'));
const LAST = line.dayOf(Date.parse('2029-08-01T12:00:00Z'));

/** Days of which many hold a change of the clocks, or stand beside a day on which nobody works. */
const changes = pack.transitions
  .map(([at]) => Date.parse(at))
  .filter((at) => at > line.showing(FIRST, 0) && at < line.showing(LAST, 0))
  .map((at) => line.dayOf(at));
const day = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: FIRST, max: LAST }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -15, max: 1 }))
      .map(([change, by]) => change + by),
  },
);
/** Times of a day, in ms: any, around one at which something turns, or within the hours that a change of the clocks takes or gives. */
const HOUR = 3_600_000;
const clock = fc.oneof(
  fc.integer({ min: 0, max: 24 * HOUR - 1 }),
  fc.tuple(fc.constantFrom(0, 8, 18, 24), fc.constantFrom(-1, 0, 1)).map(([hour, by]) => hour * HOUR + by),
  fc.integer({ min: HOUR, max: 3 * HOUR }),
);
/** An instant by a day and how long after its beginning it is, so that a repeated hour is met both times. */
const instantOn = (own: number, since: number): number => line.showing(own, 0) + since;
const later = fc.tuple(fc.integer({ min: 0, max: 16 }), clock);

type Case = { readonly is: Happened; readonly part: Part };

const cases = fc
  .record({
    row: fc.constantFrom<Row>(...ROWS),
    first: fc.tuple(day, clock),
    information: fc.option(later),
    decided: fc.option(later, { freq: 8 }),
    called: fc.option(later),
    original: fc.constantFrom<Row>(...ROWS.filter((own) => own !== 'reconsideration')),
    part: fc.constantFrom<Part>('approval', 'denial'),
  })
  .map(({ row, first, information, decided, called, original, part }): Case => {
    const received = instantOn(...first);
    const after = (own: readonly [number, number] | null): number | null =>
      own === null ? null : Math.max(received, instantOn(first[0] + own[0], own[1]));
    return {
      is: {
        row,
        received,
        information: after(information),
        decided: after(decided),
        called: after(called),
        original: row === 'reconsideration' ? { row: original, received: received - 60 * HOUR } : null,
      },
      part,
    };
  });

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const asked: Readonly<Record<Exclude<Row, 'reconsideration'>, LogRow>> = {
  'preservice-nonurgent': { review_type: 'preservice', urgency: 'standard' },
  'preservice-urgent': { review_type: 'preservice', urgency: 'urgent' },
  'concurrent-urgent': { review_type: 'concurrent', setting: 'inpatient' },
  'concurrent-nonurgent': { review_type: 'concurrent', urgency: 'standard', setting: 'outpatient' },
  retrospective: { review_type: 'retrospective' },
};

/** A case as rows of a log: its own, and that of the request that it asks to reconsider. */
function rowsOf({ is, part }: Case, name: string): LogRow[] {
  const common = { line_of_business: 'commercial' };
  const own = {
    ...common,
    case_id: name,
    parent_case_id: null,
    ...(is.row === 'reconsideration' ? { review_type: 'reconsideration' } : asked[is.row]),
    received_at: iso(is.received),
    information_complete_at: iso(is.information),
    decided_at: iso(is.decided),
    outcome: is.decided === null ? null : part === 'approval' ? 'approved' : 'denied',
    basis: part === 'denial' ? 'medical-necessity' : null,
    verbal_notice_at: iso(is.called),
    written_provider_at: null,
    written_member_at: null,
  };
  if (!is.original || is.original.row === 'reconsideration') return [own];
  const parent = `${name}/original`;
  const original = {
    ...common,
    ...asked[is.original.row],
    case_id: parent,
    received_at: iso(is.original.received),
  };
  return [{ ...own, parent_case_id: parent }, original];
}

/** The limits that the audit finds in a log under one interpretation, by case and duty, in epoch ms. */
async function audited(db: Database, log: string, name: InterpretationName): Promise<Map<string, number>> {
  const chosen = pack.interpretations[name];
  const interpretations = { default: chosen, strict: chosen, lenient: chosen };
  const input = await parquetInput(db, [log]);
  const audit = await Audit.open(db, { ...auditPackOf(pack), interpretations }, input, null);
  expect((await audit.gate()).rows).toBe(0);
  await audit.end(Date.parse('2029-12-01T00:00:00Z') * 1000);
  const found = await db.rows(
    `SELECT concat(case_id, ' ', duty) AS owed, CAST(due_us // 1000 AS DOUBLE) AS due FROM (${await audit.findings()}) f WHERE due_us IS NOT NULL`,
  );
  return new Map(found.map(({ owed, due }) => [String(owed), Number(due)]));
}

const DUTIES: readonly Duty[] = ['decision', 'verbal', 'written-provider', 'written-member'];
const drawn = fc.sample(cases, { numRuns: CASES, seed: 20_190_101 });
type Limits = Readonly<Record<string, number | null>>;
const told = (own: Case, duty: Duty, limits: Limits): string =>
  JSON.stringify({
    duty,
    ...own,
    ...Object.fromEntries(Object.entries(limits).map(([name, at]) => [name, iso(at)])),
  });

/** Whether a log shows that a duty is owed: letters are, once it was decided; an undecided request foresees the call of an approval. */
const isLogged = ({ is, part }: Case, duty: Duty): boolean =>
  duty === 'decision' || is.decided !== null || (duty === 'verbal' && part === 'approval');

/** The case's limits by every method; that of the audit where a log shows the duty. */
function limitsOf(own: Case, name: InterpretationName, duty: Duty, byAudit: number | null): Limits {
  const { is, part } = own;
  const { original, ...facts } = is;
  const arms = armLimits(pack, original ? { ...facts, original } : facts, duty, part);
  const ats = arms[INTERPRETATION_NAMES.indexOf(name)]?.map(({ at }) => at) ?? [];
  return {
    searched: new InTime(timelines[name], pack.interpretations[name], is).last(duty, part),
    checks: earliestDue(pack, pack.interpretations[name], is, duty, part),
    reference: ats.length === 0 ? null : Math.min(...ats),
    ...(isLogged(own, duty) ? { audit: byAudit } : {}),
  };
}

describe('limits that are searched for', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let db: Database;
  let log: string;
  beforeAll(async () => {
    folder = temporaryFolder();
    db = await memoryDatabase(folder.path);
    const rows = drawn.flatMap((own, place) => rowsOf(own, `c${place}`));
    log = await parquetOf(db, folder.path, 'log', rows);
  });
  afterAll(() => {
    db.close();
    folder[Symbol.dispose]();
  });

  it.each(INTERPRETATION_NAMES)(
    `are those of checks, reference implementation and audit in ${CASES} cases, under %s`,
    async (name) => {
      const byAudit = await audited(db, log, name);
      const wrong: string[] = [];
      let [logged, limited] = [0, 0];
      for (const [place, own] of drawn.entries()) {
        const duty = DUTIES[place % DUTIES.length] ?? 'decision';
        const limits = limitsOf(own, name, duty, byAudit.get(`c${place} ${duty}`) ?? null);
        if ('audit' in limits) logged += 1;
        if (limits.searched !== null) limited += 1;
        if (new Set(Object.values(limits)).size > 1) wrong.push(told(own, duty, limits));
      }
      expect(wrong.slice(0, 5)).toEqual([]);
      // Of an undecided request no letter can be in a log, and no limit has the call of a retrospective review.
      expect(logged).toBeGreaterThan(0.9 * CASES);
      expect(limited).toBeGreaterThan(0.75 * CASES);
    },
  );
});
