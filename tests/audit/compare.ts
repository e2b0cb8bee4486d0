import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { Audit } from '../../src/audit/engine.ts';
import { auditPackOf } from '../../src/audit/pack/bind.ts';
import type { AuditPack } from '../../src/audit/pack/model.ts';
import type { Figures } from '../../src/audit/results.ts';
import { readNdjson } from '../../src/audit/source/ndjson.ts';
import { parquetInput } from '../../src/audit/source/parquet.ts';
import { stage } from '../../src/audit/source/staging.ts';
import type { History } from '../../src/history/index.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { determinationsIn, tellAudit } from './determinations.ts';
import { type LogRow, memoryDatabase, parquetOf, temporaryFolder } from './memory-log.ts';

export const pack = packOf('allways-commercial');
const shipped = auditPackOf(pack);

/** Another pack than the shipped one, and whether all ways of judging are tried and not only that of findings. */
type CompareOptions = { readonly by?: AuditPack; readonly inEachWay?: boolean };

/** Whether a time of a row is told to the minute only. */
export const coarse = ({
  received_at,
  decided_at,
  verbal_notice_at,
  written_provider_at,
  written_member_at,
}: LogRow): boolean =>
  [received_at, decided_at, verbal_notice_at, written_provider_at, written_member_at].some(
    (at) => String(at).length === 17,
  );

/**
 * What the audit finds in a log, in the form of the oracle's findings: by Parquet, or as text where times are coarse. Where
 * `inEachWay`, its three ways of judging (findings, findings by SQL, counts) have to agree, too.
 */
async function audited(
  rows: readonly LogRow[],
  until: number,
  { by = shipped, inEachWay = true }: CompareOptions,
): Promise<string[]> {
  if (rows.length === 0) return [];
  using folder = temporaryFolder();
  const db = await memoryDatabase(folder.path);
  try {
    const text = rows.some(coarse);
    const lines = Readable.from(rows.map((row) => Buffer.from(`${JSON.stringify(row)}\n`)));
    const input = text
      ? (await stage(db, [{ name: 'log', records: await readNdjson('log', lines, []) }])).input
      : await parquetInput(db, [await parquetOf(db, folder.path, 'log', rows)]);
    const audit = await Audit.open(db, by, input, null);
    const { rows: rejected } = await audit.gate();
    expect(rejected).toBe(0);
    await audit.end(until * 1000);
    const found = await db.rows(await audit.findings());
    if (!inEachWay) return found.map(tellAudit).sort();
    const figures = await audit.count();
    const bySql = await db.rows(await audit.findingsBySql());
    expect(told(found.map(tellWhole))).toEqual(told(bySql.map(tellWhole)));
    expect(told(figures.rules.map(tellFigures))).toEqual(told(summed(found)));
    return found.map(tellAudit).sort();
  } finally {
    db.close();
  }
}

/** Everything that a finding says; numbers may be of different types. */
const tellWhole = (row: Readonly<Record<string, unknown>>): string =>
  Object.entries(row)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');
const told = (lines: readonly string[]): string[] => [...lines].sort();
const INTERPRETATIONS = ['default', 'strict', 'lenient'] as const;

/** What was counted for a rule, as one line. */
function tellFigures({ rule, duty, tally, byInterpretation, followOn }: Figures['rules'][number]): string {
  const interpretations = INTERPRETATIONS.map((name) =>
    Object.entries(byInterpretation[name]).sort().join(';'),
  );
  return [rule, duty, Object.entries(tally).sort().join(';'), ...interpretations, followOn].join(' | ');
}

/** What findings come to for each rule, in the same form: the two ways of judging have to agree. */
function summed(found: readonly Readonly<Record<string, unknown>>[]): string[] {
  const none = (): Record<string, number> => ({
    met: 0,
    violated: 0,
    depends: 0,
    pending: 0,
    indeterminate: 0,
    'not-applicable': 0,
  });
  const rules = new Map<string, Figures['rules'][number]>();
  for (const row of found) {
    const key = `${row.rule} ${row.duty}`;
    const own = (rules.get(key) ?? {
      rule: String(row.rule),
      duty: String(row.duty),
      cite: '',
      confirmed: true,
      tally: none(),
      followOn: 0,
      byInterpretation: { default: none(), strict: none(), lenient: none() },
    }) as {
      tally: Record<string, number>;
      followOn: number;
      byInterpretation: Record<string, Record<string, number>>;
    } & Figures['rules'][number];
    const add = (tally: Record<string, number>, verdict: unknown): void => {
      tally[String(verdict)] = (tally[String(verdict)] ?? 0) + 1;
    };
    add(own.tally, row.verdict);
    for (const name of INTERPRETATIONS) add(own.byInterpretation[name] ?? {}, row[`verdict_${name}`]);
    const follows = row.verdict === 'violated' && row.caused_by !== '' ? 1 : 0;
    rules.set(key, { ...own, followOn: own.followOn + follows });
  }
  return [...rules.values()].map(tellFigures);
}

function differences(expected: readonly string[], found: readonly string[]): string[] {
  const left = [...expected].sort();
  const wrong: string[] = [];
  for (let a = 0, b = 0; a < left.length || b < found.length; ) {
    const [one, other] = [left[a], found[b]];
    if (one === other) {
      a += 1;
      b += 1;
    } else if (other === undefined || (one !== undefined && one < other)) {
      wrong.push(`oracle ${one}`);
      a += 1;
    } else {
      wrong.push(`audit  ${other}`);
      b += 1;
    }
  }
  return wrong;
}

type Judged = ReturnType<typeof determinationsIn>;
const judged = new WeakMap<History, Map<string, Judged>>();

/** The determinations of a history and what the checks find of them, worked out once for each history. */
function judgedIn(history: History, name: string): Judged {
  const names = judged.get(history) ?? new Map<string, Judged>();
  judged.set(history, names);
  const known = names.get(name) ?? determinationsIn(history, pack, name);
  names.set(name, known);
  return known;
}

/** Rows and the oracle's findings of histories that end at one instant, and what differs from the audit's by a pack. */
export async function compare(
  histories: readonly History[],
  until: number,
  options: CompareOptions = {},
): Promise<{ rows: number; found: string[]; wrong: string[] }> {
  const all = histories.map((history, index) => judgedIn(history, `h${index}`));
  const wrong: string[] = [];
  for (const asText of [false, true]) {
    const own = all.filter(({ rows }) => rows.some(coarse) === asText);
    wrong.push(
      ...differences(
        own.flatMap((one) => one.found),
        await audited(
          own.flatMap((one) => one.rows),
          until,
          options,
        ),
      ),
    );
  }
  return { rows: all.flatMap(({ rows }) => rows).length, found: all.flatMap((own) => own.found), wrong };
}
