import { type Member, OPERATIONS, type World } from '../contract/index.ts';
import type { History, HistoryRecord } from '../history/index.ts';
import type { Pack } from '../rulebook/index.ts';
import type { CaseFile, Exchange } from './case-file.ts';
import { dateOf, ZoneTable } from './civil.ts';
import { type ClaimFile, claimsOf } from './claim-file.ts';
import { grouped } from './groups.ts';
import { openFile } from './open-file.ts';
import { fields, text } from './values.ts';

/** Ways into a facts that a judge of one exchange needs, so that no judge reads the whole facts for each. */
export type FactsIndex = {
  readonly casesOfMember: ReadonlyMap<string, readonly CaseFile[]>;
  /** Cases that the feed tells of and no submission made, by instant of receipt. */
  readonly strayCases: ReadonlyMap<number, CaseFile>;
  /** Calls other than those about one request, by operation and then by actor. */
  readonly byOperation: ReadonlyMap<string, readonly Exchange[]>;
  readonly byActor: ReadonlyMap<string, readonly Exchange[]>;
  readonly members: ReadonlyMap<string, Member>;
};

/** A history in the form in which oracles read it. Instants are epoch ms. */
export type Facts = {
  readonly world: World;
  readonly pack: Pack;
  /** Whether the harness plays the plan's staff. */
  readonly scripted: boolean;
  /** What the implementation says it can do. */
  readonly capabilities: readonly string[];
  readonly exchanges: readonly Exchange[];
  readonly records: readonly HistoryRecord[];
  readonly cases: readonly CaseFile[];
  /** The number that each receipt became. */
  readonly receipts: ReadonlyMap<string, string>;
  readonly claims: readonly ClaimFile[];
  readonly index: FactsIndex;
  readonly start: number;
  readonly until: number;
  /** The local date of the plan at an instant. */
  readonly dateAt: (instant: number) => string;
};

type Shape = { readonly safeParse: (value: unknown) => { readonly success: boolean } };
type Known = { readonly body?: Shape | undefined; readonly file?: string | undefined };

/** Whether a body is one that the contract knows. Of a file only what goes along with it counts; a secret is not known. */
function fitsContract(op: string, body: unknown): boolean {
  const known = (OPERATIONS as Readonly<Record<string, Known>>)[op];
  const told = fields(body);
  if (!known?.body || 'password' in told || 'token' in told) return true;
  const { name, description } = told;
  return known.body.safeParse(known.file === 'sent' ? { name, description } : body).success;
}

function exchangesOf(records: readonly HistoryRecord[]): Exchange[] {
  const found: Exchange[] = [];
  const refused = new Map<string, boolean>();
  let asked: Extract<HistoryRecord, { kind: 'asked' }> | null = null;
  for (const record of records) {
    if (record.kind === 'asked') asked = record;
    if (record.kind !== 'answered' || !asked) continue;
    const actor = asked.actor ?? '';
    if (asked.op === 'sign-in') refused.set(actor, record.status >= 400);
    found.push({
      moot:
        (record.status === 401 && asked.op !== 'sign-in' && refused.get(actor) === true) ||
        (record.status === 400 && !fitsContract(asked.op, asked.body)),
      seq: record.seq,
      at: Date.parse(record.at),
      actor,
      op: asked.op,
      case: asked.case ?? null,
      path: fields(asked.path),
      query: fields(asked.query),
      key: text(asked.key),
      body: fields(asked.body),
      status: record.status,
      answer: fields(record.body),
    });
    asked = null;
  }
  return found;
}

const indexOf = (
  exchanges: readonly Exchange[],
  cases: readonly CaseFile[],
  members: ReadonlyMap<string, Member>,
): FactsIndex => ({
  members,
  casesOfMember: grouped(cases, ({ submission }) => String(submission?.body.member ?? '')),
  strayCases: new Map(cases.filter((file) => !file.submission).map((file) => [file.received.at.low, file])),
  byOperation: grouped(exchanges, ({ op }) => op),
  byActor: grouped(
    exchanges.filter(({ op }) => op === 'choose-site' || op === 'sign-in'),
    ({ actor }) => actor,
  ),
});

/** The number that each receipt became, by the feed or by the door. */
function numbersOfReceipts(
  records: readonly HistoryRecord[],
  exchanges: readonly Exchange[],
): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const { op, answer } of exchanges) {
    const [receipt, request] = [text(answer.receipt), text(answer.request)];
    if (op === 'show-receipt' && receipt !== null && request !== null) numbers.set(receipt, request);
  }
  for (const record of records) {
    if (record.kind !== 'portal' || record.event.type !== 'received') continue;
    const { receipt, request } = record.event;
    if (receipt !== undefined && !numbers.has(receipt)) numbers.set(receipt, request);
  }
  return numbers;
}

const operationPath = (op: string): string | undefined =>
  (OPERATIONS as Readonly<Record<string, { readonly path: string }>>)[op]?.path;

/** The number of the request that a call is about or made; cases of a delegate are none. */
function requestOf(
  { op, path, body, answer }: Exchange,
  receipts: ReadonlyMap<string, string>,
): string | null {
  if (operationPath(op)?.startsWith('/delegate/')) return null;
  if (op === 'submit-request') return text(answer.id) ?? receipts.get(text(answer.receipt) ?? '') ?? null;
  if (op !== 'inject') return text(path.id);
  return body.kind === 'care-event' ? text(body.request) : text(answer.request);
}

/** Reads a history into a facts. Nothing in it asks the portal what is right. */
export function factsOf(history: History, pack: Pack): Facts {
  const { header, records, until } = history;
  const zone = new ZoneTable(pack.transitions);
  const dateAt = (instant: number): string => dateOf(zone.toLocal(instant).day);
  const exchanges = exchangesOf(records);
  const ids = new Map<string, HistoryRecord[]>();
  for (const record of records) {
    const id =
      record.kind === 'portal' ? record.event.request : record.kind === 'sent' ? record.item.request : null;
    if (id === null) continue;
    const own = ids.get(id);
    if (own) own.push(record);
    else ids.set(id, [record]);
  }
  const receipts = numbersOfReceipts(records, exchanges);
  const byId = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const id = requestOf(exchange, receipts);
    if (id === null) continue;
    const own = byId.get(id);
    if (own) own.push(exchange);
    else byId.set(id, [exchange]);
  }
  for (const { op, status, answer } of exchanges) {
    const id = op === 'submit-request' && status === 201 ? text(answer.id) : null;
    // A request that the feed never tells of is judged all the same, by what the door showed.
    if (id && !ids.has(id)) ids.set(id, []);
  }
  const members = new Map(header.world.members.map((member) => [member.id, member]));
  const cases: CaseFile[] = [];
  for (const [id, own] of ids) {
    const file = openFile({
      id,
      records: own,
      exchanges: byId.get(id) ?? [],
      world: header.world,
      members,
      dateAt,
    });
    if (file) cases.push(file);
  }
  return {
    world: header.world,
    pack,
    scripted: header.world.desk === 'scripted',
    capabilities: header.capabilities,
    exchanges,
    records,
    cases,
    receipts,
    claims: claimsOf(exchanges, records),
    index: indexOf(exchanges, cases, members),
    start: Date.parse(header.start),
    until: Date.parse(until),
    dateAt,
  };
}
