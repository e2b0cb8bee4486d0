import type {
  Capability,
  FeedEvent,
  Injection,
  OutboxItem,
  Without,
  World,
} from '../../src/contract/index.ts';
import { CAPABILITIES } from '../../src/contract/index.ts';
import { digestOf, type History, Journal } from '../../src/history/index.ts';
import { standardWorld } from '../../src/simulator/index.ts';

type Bodies = Readonly<Record<string, unknown>>;
type Call = {
  readonly case?: string;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly body?: unknown;
  readonly status?: number;
  readonly answer?: unknown;
};
/** An event or item without what the builder fills in: its `seq`, and its instant where it is that of the clock. */
type Bare<T extends { readonly at: string }> = T extends unknown
  ? Without<T, 'seq' | 'at'> & { readonly at?: string }
  : never;

const known = new Map<string, World>();

/** The standard world of a pack, made once. */
function worldOf(pack: string): World {
  const world = known.get(pack) ?? standardWorld('checks', pack, 'America/New_York');
  known.set(pack, world);
  return world;
}

/** The capabilities of the contract, all of them. */
export const EVERY_CAPABILITY: readonly Capability[] = CAPABILITIES;

/**
 * Writes a history by hand, record by record, for the tests of checks: `at` moves the clock, `call` is a call with its
 * answer, `feed` and `sent` are what the portal reports. Everything happens at the instant of the clock unless it says so.
 */
export class SmallHistory {
  readonly #journal: Journal;
  #now: string;
  #events = 0;
  #items = 0;

  constructor(
    start: string,
    {
      pack = 'allways-commercial',
      capabilities = EVERY_CAPABILITY,
      world = (standard) => standard,
      desk = 'scripted',
    }: {
      readonly pack?: string;
      readonly capabilities?: readonly string[];
      readonly world?: (standard: World) => World;
      readonly desk?: World['desk'];
    } = {},
  ) {
    this.#now = start;
    this.#journal = new Journal({
      header: {
        scenario: 'checks/by-hand',
        pack,
        seed: 'checks',
        adapter: 'by hand',
        implementation: 'by hand',
        capabilities: [...capabilities],
        start,
        world: world({ ...worldOf(pack), desk }),
      },
    });
  }

  /** Moves the clock to an instant (ISO with offset). */
  at(instant: string): this {
    this.#now = instant;
    this.#journal.add({ kind: 'clock', at: instant });
    return this;
  }

  /** One call by a user and its answer; `''` is a caller without a session. The status is 200 unless it says otherwise. */
  call(actor: string, op: string, { case: name, status = 200, answer, body, ...about }: Call = {}): this {
    const common = {
      at: this.#now,
      op,
      ...(actor === '' ? {} : { actor }),
      ...(name === undefined ? {} : { case: name }),
    };
    this.#journal.add({ kind: 'asked', ...common, ...about, ...(body === undefined ? {} : { body }) });
    this.#journal.add({
      kind: 'answered',
      ...common,
      status,
      body: answer ?? {},
      digest: digestOf(JSON.stringify(answer ?? {})),
    });
    return this;
  }

  /** Something that the harness brings about, such as a fax or a claim; `answer` is what the portal made of it. */
  inject(body: Injection, about: Omit<Call, 'body'> = {}): this {
    return this.call('world', 'inject', { status: 202, ...about, body });
  }

  /** An event of the feed. */
  feed(event: Bare<FeedEvent>, name?: string): this {
    this.#events += 1;
    const full = { at: this.#now, ...event, seq: this.#events } as FeedEvent;
    this.#journal.add({
      kind: 'portal',
      at: full.at,
      source: 'feed',
      ...(name === undefined ? {} : { case: name }),
      event: full,
    });
    return this;
  }

  /** An item of the outbox. */
  sent(item: Bare<OutboxItem>, name?: string): this {
    this.#items += 1;
    const full = { at: this.#now, ...item, seq: this.#items } as OutboxItem;
    this.#journal.add({
      kind: 'sent',
      at: full.at,
      source: 'outbox',
      ...(name === undefined ? {} : { case: name }),
      item: full,
    });
    return this;
  }

  /** The history up to an instant (ISO with offset), or up to the clock. */
  until(instant: string = this.#now): History {
    return this.#journal.history(instant, true);
  }
}

/** The start of a body that stands for a call: what the standard office asks for, with changes. */
export const withChanges = (standard: Bodies, changes: Bodies): Bodies => ({ ...standard, ...changes });
