import type { Member, RequestType, ReviewType, World } from '../../contract/index.ts';
import type { HistoryRecord } from '../../history/index.ts';
import type { Call, CaseFile, Decided, Exchange, Letter, StatusChange, Told } from './case-file.ts';
import { momentOf } from './moment.ts';
import { fields, strings, text } from './values.ts';

type Source = {
  readonly id: string;
  readonly records: readonly HistoryRecord[];
  readonly exchanges: readonly Exchange[];
  readonly world: World;
  readonly members: ReadonlyMap<string, Member>;
  readonly dateAt: (instant: number) => string;
};

const told = (record: HistoryRecord, at: string): Told => ({ seq: record.seq, at: momentOf(at) });

type Feed = Extract<HistoryRecord, { kind: 'portal' }>;
type EventOf<T extends Feed['event']['type']> = Extract<Feed['event'], { type: T }>;

/** The feed's events of one type, each with its record. */
function* events<T extends Feed['event']['type']>(
  records: readonly HistoryRecord[],
  type: T,
): Generator<{ record: HistoryRecord; event: EventOf<T> }> {
  for (const record of records) {
    if (record.kind === 'portal' && record.event.type === type)
      yield { record, event: record.event as EventOf<T> };
  }
}

/**
 * When the last necessary information was in: what the procedure needs and what was asked for, against
 * what came with the request and after it. Derived from facts; no flag of the portal is read.
 */
function informationOf(source: Source, submission: Exchange | null, received: Told): Told | null {
  const code = text(submission?.body.procedure);
  const needed = new Set(source.world.procedures.find((known) => known.code === code)?.needs ?? []);
  const supplied = new Set(strings(submission?.body.information));
  const missing = (): boolean => [...needed].some((item) => !supplied.has(item));
  let complete: Told | null = missing() ? null : received;
  for (const record of source.records) {
    if (record.kind !== 'portal') continue;
    const { event } = record;
    if (event.type === 'decided') break;
    if (event.type === 'information-requested') {
      for (const item of event.items) needed.add(item);
      if (missing()) complete = null;
    }
    if (event.type === 'information-received') {
      for (const item of event.items) supplied.add(item);
      if (complete === null && !missing()) complete = told(record, event.at);
    }
  }
  return complete;
}

function decisionsOf(source: Source): Decided[] {
  return [...events(source.records, 'decided')].map(({ record, event }) => ({
    ...told(record, event.at),
    number: event.decision,
    reconsideration: event.reconsideration,
    outcome: event.outcome,
    basis: event.basis,
    reason: event.reason,
    role: event.by.role,
    unitsGranted: event.unitsGranted,
    staged: source.exchanges.some(
      ({ op, status, at }) => op === 'decide' && status === 201 && at === Date.parse(event.at),
    ),
  }));
}

function noticesOf(records: readonly HistoryRecord[]): { calls: Call[]; letters: Letter[] } {
  const calls: Call[] = [];
  const letters: Letter[] = [];
  for (const record of records) {
    if (record.kind !== 'sent') continue;
    const { item } = record;
    const { decision, to } = item;
    if (item.kind === 'call') calls.push({ ...told(record, item.at), decision, to, result: item.result });
    else letters.push({ ...told(record, item.at), decision, to, sections: fields(item.sections) });
  }
  return { calls, letters };
}

/** A request that ended before it was received is reviewed retrospectively, whatever was asked. */
function reviewTypeOf(
  submission: Exchange | null,
  reported: ReviewType,
  type: RequestType,
  today: string,
): ReviewType {
  if (!submission || type === 'referral') return reported;
  const end = text(submission.body.end);
  if (end !== null && end < today) return 'retrospective';
  const asked = text(submission.body.reviewType);
  return asked === 'concurrent' || asked === 'retrospective' ? asked : 'preservice';
}

/** The file of one request, or null where the history never tells that it was received. */
export function openFile(source: Source): CaseFile | null {
  const { records, exchanges } = source;
  const [first] = events(records, 'received');
  if (!first) return null;
  const { record, event } = first;
  const submission = exchanges.find(({ op, status }) => op === 'submit-request' && status === 201) ?? null;
  const received: Told = submission
    ? { seq: submission.seq, at: { low: submission.at, high: submission.at } }
    : told(record, event.at);
  const type = (text(submission?.body.type) as RequestType | null) ?? event.requestType;
  const member = source.members.get(text(submission?.body.member) ?? '');
  const [closed] = events(records, 'closed');
  return {
    name: (record.kind === 'portal' ? record.case : undefined) ?? source.id,
    id: source.id,
    type,
    reviewType: reviewTypeOf(submission, event.reviewType, type, source.dateAt(received.at.low)),
    urgency: text(submission?.body.urgency) ?? event.urgency ?? null,
    setting: text(submission?.body.setting) ?? event.setting ?? null,
    lineOfBusiness: member?.lineOfBusiness ?? null,
    received,
    submission,
    information: informationOf(source, submission, received),
    informationRequests: [...events(records, 'information-requested')].map((asked) =>
      told(asked.record, asked.event.at),
    ),
    decisions: decisionsOf(source),
    ...noticesOf(records),
    statuses: [...events(records, 'status-changed')].map(
      (changed): StatusChange => ({
        ...told(changed.record, changed.event.at),
        from: changed.event.from,
        to: changed.event.to,
        cause: changed.event.cause,
      }),
    ),
    reconsiderations: [...events(records, 'reconsideration-requested')].map((asked) => ({
      ...told(asked.record, asked.event.at),
      about: asked.event.about,
    })),
    closed: closed ? { ...told(closed.record, closed.event.at), reason: closed.event.reason } : null,
    views: exchanges.filter(({ op }) => op === 'view-request'),
    exchanges,
  };
}
