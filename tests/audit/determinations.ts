import type { History } from '../../src/history/index.ts';
import { type Determination, determinationsOf, inScope } from '../../src/oracles/clocks/determination.ts';
import type { Finding } from '../../src/oracles/index.ts';
import { factsOf } from '../../src/oracles/index.ts';
import { judgeTimeframes } from '../../src/oracles/time-frames/time-frames.ts';
import { type Pack, rulesOfClock } from '../../src/rulebook/index.ts';
import type { LogRow } from './memory-log.ts';

const instant = (told: { at: { low: number; high: number } } | null): string | null => {
  if (!told) return null;
  const text = new Date(told.at.low).toISOString();
  return told.at.low === told.at.high ? text : `${text.slice(0, 16)}Z`;
};

/** The name of a determination in a log: its case, and which of the case's determinations it is. */
const nameOf = (
  history: string,
  { file, start, decided, reconsideration, revision }: Determination,
): string =>
  `${history}/${file.name}/${decided?.number ?? 'open'}/${reconsideration ? 'again' : revision ? 'revised' : 'first'}/${start.seq}`;

function rowOf(history: string, all: readonly Determination[], own: Determination): LogRow {
  const { file, decided, start, reconsideration, revision, original, call, letterTo } = own;
  const parent = all.find(
    (other) => !other.reconsideration && original !== null && other.start.seq === original.received.seq,
  );
  return {
    case_id: nameOf(history, own),
    parent_case_id: parent ? nameOf(history, parent) : null,
    line_of_business: 'commercial',
    review_type: reconsideration ? 'reconsideration' : revision ? 'concurrent' : file.reviewType,
    urgency: file.urgency === 'urgent' ? 'urgent' : 'standard',
    setting: file.setting,
    received_at: instant(start),
    information_complete_at: revision ? instant(start) : instant(file.information),
    decided_at: instant(decided),
    outcome: decided?.outcome ?? (file.closed && !decided ? 'closed' : null),
    closed_at: decided ? null : instant(file.closed),
    basis: decided?.basis ?? null,
    denial_reason: decided?.basis === 'administrative' ? decided.reason : null,
    verbal_notice_at: instant(call),
    written_provider_at: instant(letterTo('provider')),
    written_member_at: instant(letterTo('member')),
  };
}

/** One finding about time, in a form that both hands can be brought into. */
export type Told = string;

const told = (fields: readonly unknown[]): Told => fields.map((field) => field ?? '').join(' | ');

/** What a history comes to: the rows of a log, and what the oracle found on each. */
export function determinationsIn(
  history: History,
  pack: Pack,
  name: string,
): { rows: LogRow[]; found: Told[]; until: number } {
  const facts = factsOf(history, pack);
  const rows: LogRow[] = [];
  const names = new Map<string, string>();
  for (const file of facts.cases) {
    if (!inScope(facts, file)) continue;
    const all = determinationsOf(file);
    for (const own of all) {
      rows.push(rowOf(name, all, own));
      names.set(`${file.name} ${own.start.seq}`, nameOf(name, own));
    }
  }
  const clocks = new Set(pack.clocks.flatMap(rulesOfClock));
  const found = judgeTimeframes(facts, { explain: false })
    .filter(({ rule, time }) => clocks.has(rule) && time !== null)
    .map((finding) => tellOracle(finding, names.get(`${finding.case} ${finding.events[0]}`) ?? '?'));
  return { rows, found, until: facts.until };
}

function tellOracle({ rule, verdict, time }: Finding, name: string): Told {
  const ended = verdict === 'not-applicable';
  const by = (interpretation: 'default' | 'strict' | 'lenient') =>
    ended ? 'not-applicable' : time?.byInterpretation[interpretation];
  const also = [...new Set(time?.also.filter((other) => other !== rule))].sort().join(' ');
  return told([
    name,
    time?.duty,
    rule,
    also,
    time?.startAt,
    time?.dueAt,
    time?.actualAt,
    verdict,
    by('default'),
    by('strict'),
    by('lenient'),
    time?.lateBySeconds,
  ]);
}

const iso = (micros: unknown): string | null =>
  micros === null || micros === undefined ? null : new Date(Math.floor(Number(micros) / 1000)).toISOString();

/** A finding of the audit, in the same form. */
export const tellAudit = (row: Readonly<Record<string, unknown>>): Told =>
  told([
    row.case_id,
    row.duty,
    row.rule,
    String(row.also).split(' ').filter(Boolean).sort().join(' '),
    iso(row.start_us),
    iso(row.due_us),
    iso(row.actual_us),
    row.verdict,
    row.verdict_default,
    row.verdict_strict,
    row.verdict_lenient,
    row.late_by_seconds,
  ]);
