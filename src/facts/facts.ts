import type { Member, World } from '../contract/index.ts';
import type { Header, History, HistoryRecord } from '../history/index.ts';
import type { Pack } from '../rulebook/index.ts';
import { AccountFacts } from './accounts.ts';
import type { CaseFile, Exchange } from './case-file.ts';
import { dateOf, ZoneTable } from './civil.ts';
import { type Adjudication, type ClaimFile, claimOf } from './claim-file.ts';
import { type Delegate, DelegateFacts } from './delegate/file.ts';
import { Exchanges, numbersOfReceipts, requestOf } from './exchanges.ts';
import type { Ground } from './ground.ts';
import { RequestFile } from './request-file.ts';
import { text } from './values.ts';

/** Ways into the facts that a check of one call needs, so that no check reads all of them for each. */
export type FactsIndex = {
  readonly casesOfMember: ReadonlyMap<string, readonly CaseFile[]>;
  /** Cases that the feed tells of and no submission made, by instant of receipt. */
  readonly strayCases: ReadonlyMap<number, CaseFile>;
  readonly byOperation: ReadonlyMap<string, readonly Exchange[]>;
  /** Choices of a site and sign-ins, by actor. */
  readonly byActor: ReadonlyMap<string, readonly Exchange[]>;
  readonly members: ReadonlyMap<string, Member>;
};

/**
 * What is so at a record of a history: everything that the records before it show, and nothing that comes later.
 * At the end of a walk it is what the whole history shows. Instants are epoch ms.
 */
export type Facts = Ground & {
  /** Whether the harness plays the plan's staff. */
  readonly scripted: boolean;
  readonly exchanges: readonly Exchange[];
  readonly records: readonly HistoryRecord[];
  readonly cases: readonly CaseFile[];
  readonly requests: ReadonlyMap<string, CaseFile>;
  /** The number that each receipt became, whenever that was. */
  readonly receipts: ReadonlyMap<string, string>;
  readonly claims: readonly ClaimFile[];
  readonly accounts: AccountFacts;
  readonly delegate: Delegate;
  readonly index: FactsIndex;
  readonly zone: ZoneTable;
  /** The end of what is known, whichever record the facts stand at. */
  readonly until: number;
};

function push<K, T>(map: Map<K, T[]>, key: K, item: T): void {
  const own = map.get(key);
  if (own) own.push(item);
  else map.set(key, [item]);
}

/** Folds a history record by record: each step costs what the record brings, whatever came before. */
class FactsSoFar implements Facts {
  readonly world: World;
  readonly pack: Pack;
  readonly receipts: ReadonlyMap<string, string>;
  readonly until: number;
  readonly scripted: boolean;
  readonly capabilities: readonly string[];
  readonly exchanges: Exchange[] = [];
  readonly records: HistoryRecord[] = [];
  readonly cases: CaseFile[] = [];
  readonly requests = new Map<string, CaseFile>();
  readonly claims: ClaimFile[] = [];
  readonly accounts: AccountFacts;
  readonly delegate: DelegateFacts;
  readonly members = new Map<string, Member>();
  readonly index = {
    casesOfMember: new Map<string, CaseFile[]>(),
    strayCases: new Map<number, CaseFile>(),
    byOperation: new Map<string, Exchange[]>(),
    byActor: new Map<string, Exchange[]>(),
    members: this.members,
  };
  readonly zone: ZoneTable;
  readonly start: number;
  readonly #files = new Map<string, RequestFile>();
  /** Claims that were brought, by their id, until the feed tells what was made of them. */
  readonly #brought = new Map<string, Exchange>();

  constructor(header: Header, pack: Pack, receipts: ReadonlyMap<string, string>, until: number) {
    this.pack = pack;
    this.receipts = receipts;
    this.until = until;
    this.world = header.world;
    this.scripted = header.world.desk === 'scripted';
    this.capabilities = header.capabilities;
    this.start = Date.parse(header.start);
    this.zone = new ZoneTable(pack.transitions);
    for (const member of header.world.members) this.members.set(member.id, member);
    this.accounts = new AccountFacts(this);
    this.delegate = new DelegateFacts(this);
  }

  readonly dateAt = (instant: number): string => dateOf(this.zone.toLocal(instant).day);

  /** Takes in one record; `call` is the call that it ends, where it is an answer. */
  step(record: HistoryRecord, call: Exchange | null): void {
    this.records.push(record);
    if (call) this.#call(call);
    const id =
      record.kind === 'portal' ? record.event.request : record.kind === 'sent' ? record.item.request : null;
    if (id !== null) this.#change(id, (file) => file.report(record));
    if (record.kind === 'portal' && record.event.type === 'claim-adjudicated')
      this.#adjudicate(record.event, record.seq);
    this.delegate.step(record, call);
  }

  #call(call: Exchange): void {
    this.exchanges.push(call);
    push(this.index.byOperation, call.op, call);
    if (call.op === 'choose-site' || call.op === 'sign-in') push(this.index.byActor, call.actor, call);
    const id = requestOf(call, this.receipts);
    // A portal that gives no number leaves its requests to the feed.
    if (id !== null && id !== '') this.#change(id, (file) => file.call(call));
    if (call.op === 'inject' && call.body.kind === 'claim') this.#brought.set(text(call.body.id) ?? '', call);
    this.accounts.step(call);
  }

  /** Changes the file of a request, and shows it once it is known to have been received. */
  #change(id: string, change: (file: RequestFile) => void): void {
    const file = this.#files.get(id) ?? new RequestFile(id, this);
    this.#files.set(id, file);
    change(file);
    if (!file.isReceived || this.requests.has(id)) return;
    this.requests.set(id, file);
    this.cases.push(file);
    push(this.index.casesOfMember, String(file.submission?.body.member ?? ''), file);
    if (!file.submission) this.index.strayCases.set(file.received.at.low, file);
  }

  #adjudicate(event: Adjudication, seq: number): void {
    const brought = this.#brought.get(event.claim);
    if (!brought) return;
    const claim = claimOf(brought, event, seq);
    const known = this.claims.findIndex((one) => one.seq === claim.seq);
    if (known === -1) this.claims.push(claim);
    else this.claims[known] = claim;
  }
}

/** What is done at each call of a walk, with the facts as they stood before it. */
export type Visit = (call: Exchange, facts: Facts) => void;

/**
 * Walks a history once, forward. `visit` sees each call with the facts as they stood before its answer; the facts
 * that are returned are those at the end. Nothing in it asks the portal what is right.
 */
export function walk({ header, records, until }: History, pack: Pack, visit: Visit = () => {}): Facts {
  const facts = new FactsSoFar(header, pack, numbersOfReceipts(records), Date.parse(until));
  const exchanges = new Exchanges();
  for (const record of records) {
    if (record.kind === 'asked') exchanges.ask(record);
    const call = record.kind === 'answered' ? exchanges.answer(record) : null;
    if (call) visit(call, facts);
    facts.step(record, call);
  }
  return facts;
}

/** The facts of a whole history. */
export const factsOf = (history: History, pack: Pack): Facts => walk(history, pack);
