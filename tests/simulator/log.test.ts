import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Audit, auditPackOf, type Database, parquetInput } from '../../src/audit/index.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { type Made, PUBLISHED, requestAt, workloadOf } from '../../src/simulator/index.ts';
import { memoryDatabase } from '../audit/memory-log.ts';
import { size } from '../size.ts';
import { filesUnder } from './files.ts';

const END = '2026-01-01T05:00:00.000Z';
const temporary = (): string => mkdtempSync(join(tmpdir(), 'simulated-log-'));
const portalproof = (...args: string[]) =>
  spawnSync(process.execPath, ['dist/cli/main.js', ...args], { encoding: 'utf8' });
const simulate = (out: string, seed: string, members: number, ...more: string[]) =>
  portalproof('simulate', 'log', '--members', String(members), '--seed', seed, '--out', out, ...more);

/** Audits a simulated log and holds every finding against the answers, which the audit never sees. */
async function judged(folder: string, asOf = END) {
  const db = await memoryDatabase(folder);
  try {
    const input = await parquetInput(db, [join(folder, 'determinations.parquet')]);
    const audit = await Audit.open(db, auditPackOf(packOf('allways-commercial')), input, null);
    const { rows: rejected } = await audit.gate();
    await audit.end(Date.parse(asOf) * 1000);
    const outOfScope = (await audit.outOfScope()).reduce((sum, { rows }) => sum + rows, 0);
    await db.run(`CREATE TABLE found AS ${await audit.findings()}`);
    return { ...(await held(db, folder, 'found')), rejected, outOfScope };
  } finally {
    db.close();
  }
}

/** Findings of a relation against the answers of a folder. */
async function held(db: Database, folder: string, findings: string) {
  const told = (from: string): string =>
    `(SELECT case_id, COALESCE(TRY_CAST(decision_no AS INTEGER), 1) AS decision_no, duty, verdict, COUNT(*) AS n FROM ${from} WHERE verdict <> 'not-applicable' GROUP BY ALL)`;
  const answers = told(`'${join(folder, 'answers/answers.parquet')}'`);
  const found = told(findings);
  const count = async (from: string): Promise<number> =>
    Number((await db.rows(`SELECT COUNT(*) AS n FROM ${from}`))[0]?.n);
  const both = `${answers} a JOIN ${found} f USING (case_id, decision_no, duty, verdict, n)`;
  const late = "WHERE verdict = 'violated'";
  const [planted, convicted, right] = [
    await count(`${answers} a ${late}`),
    await count(`${found} f ${late}`),
    await count(`${both} ${late}`),
  ];
  const rows = (kind: string): Promise<number> =>
    count(`'${join(folder, 'answers/row_answers.parquet')}' WHERE row = '${kind}'`);
  return {
    recall: right / planted,
    precision: right / convicted,
    late: planted,
    different: (await count(`${answers} a`)) + (await count(`${found} f`)) - 2 * (await count(both)),
    shouldReject: await rows('rejected'),
    shouldLeave: await rows('out-of-scope'),
  };
}

const YEARS = size(3, 10);

describe('the audit, held against answers that it never saw', () => {
  let late = 0;
  it.each(Array.from({ length: YEARS }, (_, index) => `year-${index + 1}`))(
    'finds on seed %s all that was planted late, and nothing else',
    async (seed) => {
      const folder = temporary();
      expect(simulate(folder, seed, 6_000, '--late', '0.06', '--errors', '0.01').status).toBe(0);
      const result = await judged(folder);
      late += result.late;
      expect([result.precision, result.recall]).toEqual([1, 1]);
      expect(result.different).toBe(0);
      expect([result.outOfScope, result.rejected]).toEqual([result.shouldLeave, result.shouldReject]);
    },
  );

  it('is given enough to find', () => {
    expect(late).toBeGreaterThan(1_000 * YEARS);
  });

  it('finds the same by the command that an auditor types', async () => {
    const folder = temporary();
    simulate(folder, 'typed', 2_000);
    const [log, findings] = [join(folder, 'determinations.parquet'), join(folder, 'findings.parquet')];
    const of = ['--pack', 'allways-commercial', '--as-of', END, '--no-law', '--out', join(folder, 'audit')];
    expect(portalproof('audit', log, ...of, '--findings', findings).stderr).not.toContain('Error');
    const db = await memoryDatabase(folder);
    try {
      expect(await held(db, folder, `'${findings}'`)).toMatchObject({
        precision: 1,
        recall: 1,
        different: 0,
      });
    } finally {
      db.close();
    }
  });

  it('differs from the answers where the log is said to end on another day', async () => {
    const folder = temporary();
    simulate(folder, 'other-end', 3_000);
    expect((await judged(folder, '2026-02-01T05:00:00.000Z')).different).toBeGreaterThan(50);
  });
});

describe('a simulated log', () => {
  const pack = packOf('allways-commercial');
  const options = { root: 'shape', pack, members: 30_000, from: '2025-01-01', days: 365 };
  const load = workloadOf(options);
  const made: Made[] = Array.from({ length: load.requests }, (_, index) => requestAt(load, index));
  const answers = made.flatMap((one) => one.answers);
  const rows = made.flatMap((one) => one.rows);

  it('is the same for the same seed today as when this was written', () => {
    const digests = ['1', '2', 'plan', 'évora', '7'].map((root) => {
      const own = workloadOf({ ...options, root, members: 500 });
      const all = Array.from({ length: own.requests }, (_, index) => requestAt(own, index));
      return createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16);
    });
    expect(digests).toMatchSnapshot();
  });

  it('is the same bytes with one worker as with four, in every format', () => {
    const [one, four] = [temporary(), temporary()];
    for (const [folder, threads] of [
      [one, '1'],
      [four, '4'],
    ] as const)
      simulate(folder, 'threads', 2_000, '--threads', threads, '--format', 'ndjson,csv,parquet');
    expect(filesUnder(one)).toEqual(filesUnder(four));
    expect(Object.keys(filesUnder(one))).toHaveLength(12);
  });

  it('has at least three in ten of what was planted late or just in time within a second of its limit', () => {
    for (const verdict of ['violated', 'met'] as const) {
      const planted = answers.filter(
        (one) =>
          one.verdict === verdict && !['in-time', 'follows', 'between-interpretations'].includes(one.planted),
      );
      const near = planted.filter(({ spareMs }) => spareMs !== null && Math.abs(spareMs) <= 1000);
      expect(near.length / planted.length, verdict).toBeGreaterThanOrEqual(0.3);
    }
  });

  it('plants the last second and the first second after on every duty of every kind of review', () => {
    const kinds = new Map(
      rows.map((row) => [`${row.caseId} ${row.decisionNo}`, `${row.reviewType} ${row.urgency}`]),
    );
    const seen = new Set(
      answers
        .filter(({ spareMs }) => spareMs !== null && Math.abs(spareMs) <= 1000)
        .map((one) => `${kinds.get(`${one.caseId} ${one.decisionNo}`)} ${one.duty} ${one.verdict}`),
    );
    for (const kind of [
      'preservice standard',
      'preservice urgent',
      'concurrent standard',
      'concurrent urgent',
    ]) {
      for (const duty of ['decision', 'verbal', 'written-provider', 'written-member']) {
        expect(seen, `${kind} ${duty}`).toContain(`${kind} ${duty} met`);
        expect(seen, `${kind} ${duty}`).toContain(`${kind} ${duty} violated`);
      }
    }
  });

  it('denies, and overturns, as often as is published', () => {
    const initial = rows.filter((row) => row.reviewType !== 'reconsideration' && row.decidedAt !== null);
    const denied = initial.filter(({ outcome }) => outcome === 'denied');
    const again = rows.filter((row) => row.reviewType === 'reconsideration' && row.decidedAt !== null);
    const overturned = again.filter(({ outcome }) => outcome === 'approved');
    expect(Math.abs(denied.length / initial.length - PUBLISHED.denied)).toBeLessThan(0.005);
    expect(Math.abs(overturned.length / again.length - PUBLISHED.overturned)).toBeLessThan(0.06);
  });

  it('comes by weekday and hour as offices work', () => {
    const local = rows.map((row) => new Date((row.receivedAt ?? 0) - 5 * 3_600_000));
    const on = (weekday: number): number => local.filter((at) => at.getUTCDay() === weekday).length;
    expect(on(1)).toBeGreaterThan(4 * on(0));
    const by = (hour: number): number => local.filter((at) => at.getUTCHours() === hour).length;
    expect(by(10)).toBeGreaterThan(8 * by(3));
  });

  it('tells nothing that happens after it ends, and nothing out of order', () => {
    const times = rows.flatMap((row) => [
      row.decidedAt,
      row.verbalNoticeAt,
      row.writtenMemberAt,
      row.closedAt,
    ]);
    expect(times.every((at) => at === null || at < load.end)).toBe(true);
    const sound = made.filter((one) => one.rowAnswers.every(({ error }) => error === null));
    for (const { rows: own } of sound) {
      for (const { receivedAt, decidedAt, verbalNoticeAt } of own) {
        expect(decidedAt === null || (receivedAt ?? 0) <= decidedAt).toBe(true);
        expect(verbalNoticeAt === null || (decidedAt ?? 0) <= verbalNoticeAt).toBe(true);
      }
    }
  });

  it('has revisions, reconsiderations with and without a talk before, and information that never came', () => {
    const activities = made.flatMap(({ events }) => events.map(({ activity }) => activity));
    expect(rows.some(({ decisionNo }) => decisionNo === 2)).toBe(true);
    for (const activity of [
      'peer-to-peer held',
      'reconsideration requested',
      'information requested',
      'withdrawn',
    ])
      expect(activities).toContain(activity);
    expect(rows.some((row) => row.informationCompleteAt === null && row.reviewType === 'preservice')).toBe(
      true,
    );
  });
});
