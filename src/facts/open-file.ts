import type { Member, RequestType, ReviewType, World } from '../contract/index.ts';
import type { HistoryRecord } from '../history/index.ts';
import type {
  Call,
  CaseFile,
  Decided,
  Exchange,
  Letter,
  Note,
  Notified,
  StatusChange,
  Told,
} from './case-file.ts';
import { neededAtReceipt, sentWith } from './documents.ts';
import { momentOf } from './moment.ts';
import { inNetwork } from './network.ts';
import { at, fields, strings, text } from './values.ts';

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

type InformationStep = {
  readonly told: Told;
  readonly asked: readonly string[];
  readonly brought: readonly string[];
};

/** What was asked for (by the feed) and what came (by the door, or by the feed), up to the decision, in order. */
function stepsOfInformation({ records, exchanges }: Source): InformationStep[] {
  const steps: InformationStep[] = [];
  for (const { op, status, seq, at, body } of exchanges) {
    if (op !== 'supply-information' || status !== 201) continue;
    steps.push({ told: { seq, at: { low: at, high: at } }, asked: [], brought: strings(body.items) });
  }
  for (const record of records) {
    if (record.kind !== 'portal') continue;
    const { event } = record;
    if (event.type === 'decided') break;
    if (event.type === 'information-requested')
      steps.push({ told: told(record, event.at), asked: event.items, brought: [] });
    if (event.type === 'information-received')
      steps.push({ told: told(record, event.at), asked: [], brought: event.items });
  }
  return steps.sort((a, b) => a.told.at.low - b.told.at.low || a.told.seq - b.told.seq);
}

/**
 * When the last necessary information was in: what the procedure needs and what was asked for, against
 * what came with the request and after it. Derived from facts; no flag of the portal is read.
 */
function informationOf(source: Source, submission: Exchange | null, received: Told): Told | null {
  const needed = new Set(neededAtReceipt(source.world, submission));
  const supplied = new Set(sentWith(submission));
  const missing = (): boolean => [...needed].some((item) => !supplied.has(item));
  let complete: Told | null = missing() ? null : received;
  for (const { told: when, asked, brought } of stepsOfInformation(source)) {
    for (const item of asked) needed.add(item);
    for (const item of brought) supplied.add(item);
    if (asked.length > 0 && missing()) complete = null;
    if (complete === null && !missing()) complete = when;
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
    organization: event.by.organization ?? null,
    revision: event.revision ?? null,
    criteria: event.criteria ?? null,
    override: event.override === true,
    ground: event.ground ?? null,
    levelOfCare: event.levelOfCare ?? null,
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
    if (item.kind !== 'call' && item.kind !== 'letter') continue;
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

/** A request on paper or at a delegate, as the submission that it stands for. */
function paperOf(exchanges: readonly Exchange[]): Exchange | null {
  const arrival = exchanges.find(
    ({ op, body }) => op === 'inject' && (body.kind === 'paper-request' || body.kind === 'delegate-decision'),
  );
  if (!arrival) return null;
  const { body } = arrival;
  const { provider, affiliation, site } = body;
  const draft =
    body.kind === 'paper-request'
      ? fields(body.draft)
      : { ...body, type: 'outpatient', servicing: { provider, affiliation } };
  const form = fields(body.form).complete === true;
  const standsFor = { ...draft, requestingSite: site, channel: body.channel, formComplete: form };
  return { ...arrival, op: 'submit-request', body: standsFor, status: 201, answer: {} };
}

function notificationOf(submission: Exchange | null): Notified | null {
  const told = fields(submission?.body.notification);
  const kind = text(told.kind);
  const startedAt = Date.parse(text(told.startedAt) ?? '');
  return kind === null || Number.isNaN(startedAt) ? null : { kind, startedAt, from: text(told.from) };
}

function outsideOf(world: World, submission: Exchange | null): boolean {
  const affiliation = text(at(submission?.body, 'servicing.affiliation'));
  return affiliation !== null && !inNetwork(world, affiliation, text(submission?.body.start) ?? '');
}

const feedOf = (records: readonly HistoryRecord[]): Note[] =>
  records.flatMap((record) =>
    record.kind === 'portal' ? [{ ...told(record, record.event.at), event: record.event }] : [],
  );

/** The file of one request, or null where neither door nor feed tells that it was received. */
export function openFile(source: Source): CaseFile | null {
  const { records, exchanges } = source;
  const [first] = events(records, 'received');
  const submission =
    exchanges.find(({ op, status }) => op === 'submit-request' && (status === 201 || status === 202)) ??
    paperOf(exchanges);
  const byFeed = first ? told(first.record, first.event.at) : null;
  const received: Told | null = submission
    ? { seq: submission.seq, at: { low: submission.at, high: submission.at } }
    : byFeed;
  if (!received) return null;
  const event = first?.event;
  const type = (text(submission?.body.type) as RequestType | null) ?? event?.requestType ?? 'outpatient';
  const member = source.members.get(text(submission?.body.member) ?? '');
  const [closed] = events(records, 'closed');
  return {
    name: (first?.record.kind === 'portal' ? first.record.case : undefined) ?? submission?.case ?? source.id,
    id: source.id,
    type,
    reviewType: reviewTypeOf(
      submission,
      event?.reviewType ?? 'preservice',
      type,
      source.dateAt(received.at.low),
    ),
    urgency: text(submission?.body.urgency) ?? event?.urgency ?? null,
    setting: text(submission?.body.setting) ?? event?.setting ?? null,
    channel: event?.channel ?? 'portal',
    notification: notificationOf(submission),
    outside: outsideOf(source.world, submission),
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
    revisions: [...events(records, 'revision-requested')].map((asked) => ({
      ...told(asked.record, asked.event.at),
      number: asked.event.revision,
      units: asked.event.units,
    })),
    feed: feedOf(records),
    circumstances: exchanges
      .filter(({ op, body }) => op === 'inject' && body.kind === 'care-event')
      .map(({ seq, at, body }) => ({ seq, at: { low: at, high: at }, what: text(body.what) ?? '' })),
    views: exchanges.filter(({ op }) => op === 'view-request'),
    exchanges,
  };
}
