import { OPERATIONS } from '../contract/index.ts';
import type { HistoryRecord } from '../history/index.ts';
import type { Exchange } from './case-file.ts';
import { fields, text } from './values.ts';

type Shape = { readonly safeParse: (value: unknown) => { readonly success: boolean } };
type Known = { readonly body?: Shape | undefined; readonly file?: string | undefined; readonly path: string };

const knownOperation = (op: string): Known | undefined => (OPERATIONS as Readonly<Record<string, Known>>)[op];

/** Whether a body is one that the contract knows. Of a file only what goes along with it counts; a secret is not known. */
function fitsContract(op: string, body: unknown): boolean {
  const known = knownOperation(op);
  const sent = fields(body);
  if (!known?.body || 'password' in sent || 'token' in sent) return true;
  const { name, description } = sent;
  return known.body.safeParse(known.file === 'sent' ? { name, description } : body).success;
}

type Asked = Extract<HistoryRecord, { kind: 'asked' }>;
type Answered = Extract<HistoryRecord, { kind: 'answered' }>;

/** Pairs what was asked with what was answered, record by record. */
export class Exchanges {
  #asked: Asked | null = null;
  /** Whether the last sign-in of each actor was refused. */
  readonly #refused = new Map<string, boolean>();

  ask(record: Asked): void {
    this.#asked = record;
  }

  /** The call that an answer ends; null for an answer to nothing. */
  answer(record: Answered): Exchange | null {
    const asked = this.#asked;
    this.#asked = null;
    if (!asked) return null;
    const actor = asked.actor ?? '';
    if (asked.op === 'sign-in') this.#refused.set(actor, record.status >= 400);
    return {
      moot:
        (record.status === 401 && asked.op !== 'sign-in' && this.#refused.get(actor) === true) ||
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
    };
  }
}

/** The number that each receipt became, by the feed or by an answer: a name, which does not change with time. */
export function numbersOfReceipts(records: readonly HistoryRecord[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const record of records) {
    if (record.kind !== 'answered' || record.op !== 'show-receipt') continue;
    const { receipt, request } = fields(record.body);
    if (typeof receipt === 'string' && typeof request === 'string') numbers.set(receipt, request);
  }
  for (const record of records) {
    if (record.kind !== 'portal' || record.event.type !== 'received') continue;
    const { receipt, request } = record.event;
    if (receipt !== undefined && !numbers.has(receipt)) numbers.set(receipt, request);
  }
  return numbers;
}

/** The number of the request that a call is about or made; null for a call about none, such as one about a delegate’s case. */
export function requestOf(
  { op, path, body, answer }: Exchange,
  receipts: ReadonlyMap<string, string>,
): string | null {
  if (knownOperation(op)?.path.startsWith('/delegate/')) return null;
  if (op === 'submit-request') return text(answer.id) ?? receipts.get(text(answer.receipt) ?? '') ?? null;
  if (op !== 'inject') return text(path.id);
  return body.kind === 'care-event' ? text(body.request) : text(answer.request);
}
