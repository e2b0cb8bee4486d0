import type { FeedEvent, OutboxItem, RequestType, ReviewType } from '../contract/index.ts';
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
import type { Ground } from './ground.ts';
import { momentOf } from './moment.ts';
import { inNetwork } from './network.ts';
import { at, fields, strings, text } from './values.ts';

type InformationStep = {
  readonly told: Told;
  readonly asked: readonly string[];
  readonly brought: readonly string[];
};

const reportedAt = (record: HistoryRecord, instant: string): Told => ({
  seq: record.seq,
  at: momentOf(instant),
});

const seenAt = ({ seq, at: instant }: Exchange): Told => ({ seq, at: { low: instant, high: instant } });

/** A request on paper or at a delegate, as the submission that it stands for; null for any other arrival. */
function paperOf(arrival: Exchange): Exchange | null {
  const { body } = arrival;
  if (arrival.op !== 'inject' || (body.kind !== 'paper-request' && body.kind !== 'delegate-decision'))
    return null;
  const { provider, affiliation, site } = body;
  const draft =
    body.kind === 'paper-request'
      ? fields(body.draft)
      : { ...body, type: 'outpatient', servicing: { provider, affiliation } };
  const form = fields(body.form).complete === true;
  const standsFor = { ...draft, requestingSite: site, channel: body.channel, formComplete: form };
  return { ...arrival, op: 'submit-request', body: standsFor, status: 201, answer: {} };
}

function notificationOf(submission: Exchange): Notified | null {
  const told = fields(submission.body.notification);
  const kind = text(told.kind);
  const startedAt = Date.parse(text(told.startedAt) ?? '');
  return kind === null || Number.isNaN(startedAt) ? null : { kind, startedAt, from: text(told.from) };
}

/** All that is known of one request so far, from its calls, the feed and the outbox. */
export class RequestFile implements CaseFile {
  readonly id: string;
  readonly decisions: Decided[] = [];
  readonly calls: Call[] = [];
  readonly letters: Letter[] = [];
  readonly statuses: StatusChange[] = [];
  readonly reconsiderations: (Told & { readonly about: number })[] = [];
  readonly revisions: (Told & { readonly number: number; readonly units: number })[] = [];
  readonly informationRequests: Told[] = [];
  readonly feed: Note[] = [];
  readonly circumstances: (Told & { readonly what: string })[] = [];
  readonly views: Exchange[] = [];
  readonly exchanges: Exchange[] = [];
  submission: Exchange | null = null;
  notification: Notified | null = null;
  outside = false;
  closed: (Told & { readonly reason: string }) | null = null;
  readonly #ground: Ground;
  readonly #information: InformationStep[] = [];
  #onPaper = false;
  #receivedEvent: { readonly told: Told; readonly event: Extract<FeedEvent, { type: 'received' }> } | null =
    null;
  #name: string | undefined;

  constructor(id: string, ground: Ground) {
    this.id = id;
    this.#ground = ground;
  }

  /** Whether a call or the feed shows that it was received. */
  get isReceived(): boolean {
    return this.submission !== null || this.#receivedEvent !== null;
  }

  /** When it was received: when it was sent, or else as the feed tells it. Throws RangeError before that. */
  get received(): Told {
    const received = this.submission ? seenAt(this.submission) : this.#receivedEvent?.told;
    if (!received) throw new RangeError(`request ${this.id} was not received`);
    return received;
  }

  get name(): string {
    return this.#name ?? this.submission?.case ?? this.id;
  }

  get type(): RequestType {
    const asked = text(this.submission?.body.type) as RequestType | null;
    return asked ?? this.#receivedEvent?.event.requestType ?? 'outpatient';
  }

  /** A request that ended before it was received is reviewed retrospectively, whatever was asked. */
  get reviewType(): ReviewType {
    const { submission } = this;
    if (!submission || this.type === 'referral') return this.#receivedEvent?.event.reviewType ?? 'preservice';
    const end = text(submission.body.end);
    if (end !== null && end < this.#ground.dateAt(this.received.at.low)) return 'retrospective';
    const asked = text(submission.body.reviewType);
    return asked === 'concurrent' || asked === 'retrospective' ? asked : 'preservice';
  }

  get urgency(): string | null {
    return text(this.submission?.body.urgency) ?? this.#receivedEvent?.event.urgency ?? null;
  }

  get setting(): string | null {
    return text(this.submission?.body.setting) ?? this.#receivedEvent?.event.setting ?? null;
  }

  get channel(): string {
    return this.#receivedEvent?.event.channel ?? 'portal';
  }

  get lineOfBusiness(): string | null {
    const member = this.#ground.members.get(text(this.submission?.body.member) ?? '');
    return member?.lineOfBusiness ?? null;
  }

  /**
   * When the last necessary information was in: what the procedure needs and what was asked for, against what came
   * with the request and after it. Derived from facts; no flag of the portal is read.
   */
  get information(): Told | null {
    const needed = new Set(neededAtReceipt(this.#ground.world, this.submission));
    const supplied = new Set(sentWith(this.submission));
    const missing = (): boolean => [...needed].some((item) => !supplied.has(item));
    let complete: Told | null = missing() ? null : this.received;
    const steps = [...this.#information].sort(
      (one, other) => one.told.at.low - other.told.at.low || one.told.seq - other.told.seq,
    );
    for (const { told, asked, brought } of steps) {
      for (const item of asked) needed.add(item);
      for (const item of brought) supplied.add(item);
      if (asked.length > 0 && missing()) complete = null;
      if (complete === null && !missing()) complete = told;
    }
    return complete;
  }

  /** Takes in a call about it. */
  call(call: Exchange): void {
    this.exchanges.push(call);
    const { op, status, body } = call;
    const sent = op === 'submit-request' && (status === 201 || status === 202) ? call : null;
    if (sent && (this.submission === null || this.#onPaper)) this.#submit(sent, false);
    else if (this.submission === null) {
      const paper = paperOf(call);
      if (paper) this.#submit(paper, true);
    }
    if (op === 'view-request') this.views.push(call);
    if (op === 'inject' && body.kind === 'care-event')
      this.circumstances.push({ ...seenAt(call), what: text(body.what) ?? '' });
    if (op === 'supply-information' && status === 201)
      this.#information.push({ told: seenAt(call), asked: [], brought: strings(body.items) });
  }

  #submit(submission: Exchange, onPaper: boolean): void {
    this.submission = submission;
    this.#onPaper = onPaper;
    this.notification = notificationOf(submission);
    const affiliation = text(at(submission.body, 'servicing.affiliation'));
    this.outside =
      affiliation !== null && !inNetwork(this.#ground.world, affiliation, text(submission.body.start) ?? '');
  }

  /** Takes in what the feed or the outbox reports of it. */
  report(record: HistoryRecord): void {
    if (record.kind === 'sent') this.#notify(record, record.item);
    if (record.kind !== 'portal') return;
    const { event } = record;
    const told = reportedAt(record, event.at);
    this.feed.push({ ...told, event });
    switch (event.type) {
      case 'received':
        if (this.#receivedEvent) return;
        this.#receivedEvent = { told, event };
        this.#name = record.case;
        return;
      case 'information-requested':
        this.informationRequests.push(told);
        this.#inform({ told, asked: event.items, brought: [] });
        return;
      case 'information-received':
        this.#inform({ told, asked: [], brought: event.items });
        return;
      case 'decided':
        this.decisions.push(this.#decision(told, event));
        return;
      case 'status-changed':
        this.statuses.push({ ...told, from: event.from, to: event.to, cause: event.cause });
        return;
      case 'reconsideration-requested':
        this.reconsiderations.push({ ...told, about: event.about });
        return;
      case 'revision-requested':
        this.revisions.push({ ...told, number: event.revision, units: event.units });
        return;
      case 'closed':
        this.closed ??= { ...told, reason: event.reason };
        return;
      default:
    }
  }

  /** Information that the feed tells of counts until the decision. */
  #inform(step: InformationStep): void {
    if (this.decisions.length === 0) this.#information.push(step);
  }

  #notify(record: HistoryRecord, item: OutboxItem): void {
    if (item.kind !== 'call' && item.kind !== 'letter') return;
    const common = { ...reportedAt(record, item.at), decision: item.decision, to: item.to };
    if (item.kind === 'call') this.calls.push({ ...common, result: item.result });
    else this.letters.push({ ...common, sections: fields(item.sections) });
  }

  #decision(told: Told, event: Extract<FeedEvent, { type: 'decided' }>): Decided {
    return {
      ...told,
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
      staged: this.exchanges.some(
        (call) => call.op === 'decide' && call.status === 201 && call.at === Date.parse(event.at),
      ),
    };
  }
}
