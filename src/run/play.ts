import type { Adapter } from '../adapters/index.ts';
import { AdapterError, FeedOrder } from '../adapters/index.ts';
import type { Capability, CodeSets, Injection, PortalOperationId, World } from '../contract/index.ts';
import { OPERATIONS, operation } from '../contract/index.ts';
import { digestOf, type History, Journal } from '../history/index.ts';
import { withCodes } from '../simulator/index.ts';
import type { Scenario, Step } from './scenario.ts';
import { bodyOf, filled, filledAll, injectionOf, withNumbers } from './step-body.ts';
import { wireOf } from './wire.ts';
import { worldOf } from './world-of.ts';

export type PlayOptions = {
  readonly adapter: Adapter;
  readonly implementation: string;
  readonly capabilities: readonly Capability[];
  readonly seed: string;
  readonly zone: string;
  /** Code sets in place of those of the standard world. */
  readonly codes?: CodeSets;
  readonly wall?: () => string;
};

/** What a playing left: a history, whole or up to where the conversation broke, and why it broke. */
export type Played = { readonly history: History; readonly error: AdapterError | null };

/** How long a user stays signed in: a working day. */
const SESSION_MS = 8 * 3_600_000;

/** Stands for a session token, which is secret and differs from run to run. */
const MASK = 'masked-session-token';

class Play {
  readonly #scenario: Scenario;
  readonly #options: PlayOptions;
  readonly #world: World;
  readonly #journal: Journal;
  readonly #tokens = new Map<string, { readonly token: string; readonly since: number }>();
  /** The site that each user chose last, which a new session begins without. */
  readonly #sites = new Map<string, string>();
  /** Passwords of users who registered while the scenario played. */
  readonly #passwords = new Map<string, string>();
  /** The case of each receipt that was given instead of an answer. */
  readonly #receipts = new Map<string, string>();
  readonly #requests = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #feed = new FeedOrder('the feed');
  readonly #outbox = new FeedOrder('the outbox');
  #id = '';
  #now: string;

  constructor(scenario: Scenario, options: PlayOptions) {
    const { seed, zone, adapter, implementation, capabilities, codes, wall } = options;
    this.#scenario = scenario;
    this.#options = options;
    const standard = worldOf(scenario, seed, zone);
    this.#world = codes ? withCodes(standard, codes) : standard;
    this.#now = scenario.start;
    this.#journal = new Journal({
      header: {
        scenario: scenario.id,
        pack: scenario.pack,
        seed,
        adapter: adapter.name,
        implementation,
        capabilities: [...capabilities],
        start: scenario.start,
        world: this.#world,
      },
      ...(wall ? { wall } : {}),
    });
  }

  /**
   * Reads what is new of feed and outbox. What the implementation says is not there is not asked for, but at the
   * end of a scenario, where nothing stays unread whatever it says.
   */
  async #drain(all = false): Promise<void> {
    const lasts = all ? null : this.#options.adapter.lasts?.(this.#id);
    if (!lasts || lasts.events !== this.#feed.last) await this.#readFeed();
    if (!lasts || lasts.outbox !== this.#outbox.last) await this.#readOutbox();
  }

  async #readFeed(): Promise<void> {
    const events = await this.#options.adapter.events(this.#id, this.#feed.last);
    this.#feed.take(events);
    for (const event of events) {
      if (event.type === 'received' && event.receipt !== undefined)
        this.#enters(this.#receipts.get(event.receipt), event.request);
      const name = this.#names.get(event.request);
      this.#journal.add({
        kind: 'portal',
        at: event.at,
        source: 'feed',
        ...(name ? { case: name } : {}),
        event,
      });
    }
  }

  async #readOutbox(): Promise<void> {
    const items = await this.#options.adapter.outbox(this.#id, this.#outbox.last);
    this.#outbox.take(items);
    for (const item of items) {
      const name = this.#names.get(item.request);
      const link = item.kind === 'mail' ? item.link : undefined;
      if (link !== undefined) this.#requests.set('link', link);
      this.#journal.add({
        kind: 'sent',
        at: item.at,
        source: 'outbox',
        ...(name ? { case: name } : {}),
        item: link === undefined ? item : ({ ...item, link: MASK } as typeof item),
      });
    }
  }

  /** A request or case has its number now. */
  #enters(name: string | undefined, request: string): void {
    if (name === undefined || this.#requests.has(name)) return;
    this.#requests.set(name, request);
    this.#names.set(request, name);
  }

  async #moveTo(at: string, last = false): Promise<void> {
    if (Date.parse(at) <= Date.parse(this.#now)) return;
    await this.#options.adapter.advance(this.#id, at);
    this.#now = at;
    this.#journal.add({ kind: 'clock', at });
    await this.#drain(last);
  }

  async #ask(
    op: PortalOperationId,
    step: Pick<Step, 'as' | 'case' | 'query' | 'path' | 'key'>,
    given: unknown,
  ): Promise<unknown> {
    const { body, file, told } = wireOf(op, given);
    const token = this.#tokens.get(step.as)?.token;
    const about = {
      at: this.#now,
      op,
      ...(step.as === 'nobody' ? {} : { actor: step.as }),
      ...(step.case === undefined ? {} : { case: step.case }),
    };
    const path = this.#pathOf(op, step);
    const query = step.query
      ? Object.fromEntries(
          Object.entries(step.query).map(([name, value]) => [
            name,
            filled(String(withNumbers(value, this.#requests)), this.#world),
          ]),
        )
      : undefined;
    const call = {
      ...(path ? { path } : {}),
      ...(query ? { query } : {}),
      ...(step.key === undefined ? {} : { key: step.key }),
    };
    this.#journal.add({ kind: 'asked', ...about, ...call, ...(told === undefined ? {} : { body: told }) });
    const reply = await this.#options.adapter.perform(this.#id, {
      op,
      ...call,
      ...(body === undefined ? {} : { body }),
      ...(file === undefined ? {} : { file }),
      ...(token === undefined ? {} : { token }),
    });
    const secret = (reply.body as { token?: unknown } | null)?.token;
    const masked = typeof secret === 'string' ? reply.text.replaceAll(secret, MASK) : reply.text;
    const shown = typeof secret === 'string' ? { ...(reply.body as object), token: MASK } : reply.body;
    this.#journal.add({
      kind: 'answered',
      ...about,
      status: reply.status,
      body: shown,
      digest: digestOf(masked),
    });
    return reply.body;
  }

  #pathOf(op: PortalOperationId, step: Pick<Step, 'case' | 'path'>): Record<string, string> | undefined {
    if (step.path) return withNumbers(step.path, this.#requests) as Record<string, string>;
    if (!operation(op).path.includes('{id}')) return undefined;
    return { id: this.#requests.get(step.case ?? '') ?? 'no-such-request' };
  }

  #passwordOf(user: string): string | undefined {
    const { users, delegation } = this.#world;
    const known = [...users, ...(delegation?.accounts ?? []), ...(delegation?.staff ?? [])];
    return known.find(({ id }) => id === user)?.password ?? this.#passwords.get(user);
  }

  /** Signs a user in, once each working day, and back to the site that they had chosen. */
  async #signIn({ as: user, session }: Pick<Step, 'as' | 'session'>): Promise<void> {
    const password = this.#passwordOf(user);
    const known = this.#tokens.get(user);
    if (password === undefined || (known && session === 'kept')) return;
    if (known && Date.parse(this.#now) - known.since < SESSION_MS) return;
    const answer = await this.#ask('sign-in', { as: user }, { user, password });
    const token = (answer as { token?: unknown } | null)?.token;
    if (typeof token !== 'string') return;
    this.#tokens.set(user, { token, since: Date.parse(this.#now) });
    const site = this.#sites.get(user);
    if (known && site !== undefined) await this.#ask('choose-site', { as: user }, { site });
  }

  /** Keeps what later steps call by a name: numbers, receipts, sites and passwords. */
  #learn(op: PortalOperationId, step: Step, body: unknown, answer: unknown): void {
    const told = (answer ?? {}) as Record<string, unknown>;
    const asked = (body ?? {}) as Record<string, unknown>;
    const { id, receipt } = told;
    if (op === 'start-case' && step.case !== undefined && typeof told.caseNumber === 'string')
      this.#enters(step.case, told.caseNumber);
    const about = this.#names.get(String(told.caseNumber));
    if (about !== undefined && typeof told.authorization === 'string')
      this.#requests.set(`${about}.authorization`, told.authorization);
    if (op === 'offer-slots') this.#learnSlots(told);
    if (op === 'set-account-password' && step.path?.id !== undefined)
      this.#passwords.set(step.path.id, String(asked.password));
    if (op === 'submit-request' && step.case !== undefined) {
      if (typeof receipt === 'string') this.#receipts.set(receipt, step.case);
      if (typeof id === 'string' && id !== '') {
        if (!this.#requests.has(step.case)) this.#requests.set(step.case, id);
        if (!this.#names.has(id)) this.#names.set(id, step.case);
      }
    }
    const made = [told.receipt, told.change, told.request, told.id].find((one) => typeof one === 'string');
    if (step.name !== undefined && typeof made === 'string') this.#requests.set(step.name, made);
    if (op === 'choose-site' && told.currentSite === asked.site && typeof asked.site === 'string')
      this.#sites.set(step.as, asked.site);
    if ((op === 'request-access' || op === 'add-user') && typeof asked.user === 'string') {
      if (!this.#passwords.has(asked.user)) this.#passwords.set(asked.user, String(asked.password));
    }
  }

  /** Slots are called by their reviewer and the minute (UTC) at which they begin, such as `east@2026-02-05T14:00Z`. */
  #learnSlots({ groups }: Record<string, unknown>): void {
    type Group = { reviewer?: { id?: unknown }; slots?: { id?: unknown; start?: unknown }[] } | null;
    for (const group of Array.isArray(groups) ? (groups as Group[]) : []) {
      for (const slot of Array.isArray(group?.slots) ? group.slots : []) {
        const start = Date.parse(String(slot?.start));
        if (Number.isNaN(start) || typeof slot.id !== 'string') continue;
        const minute = `${new Date(start).toISOString().slice(0, 16)}Z`;
        this.#requests.set(`${String(group?.reviewer?.id)}@${minute}`, slot.id);
      }
    }
  }

  async #inject(step: Step): Promise<void> {
    const body = withNumbers(injectionOf(step), this.#requests) as Injection;
    // What is about a request that was never numbered cannot happen to it.
    if (JSON.stringify(body).includes('${case.')) return;
    const about = {
      at: this.#now,
      op: 'inject',
      actor: 'world',
      ...(step.case === undefined ? {} : { case: step.case }),
    };
    this.#journal.add({ kind: 'asked', ...about, body });
    const id = await this.#options.adapter.inject(this.#id, body);
    if (id !== null && step.case !== undefined) {
      this.#requests.set(step.case, id);
      this.#names.set(id, step.case);
    }
    const answer = id === null ? {} : { body: { request: id } };
    this.#journal.add({ kind: 'answered', ...about, status: 202, ...answer, digest: digestOf('') });
    await this.#drain();
  }

  async #step(step: Step): Promise<void> {
    await this.#moveTo(step.at);
    if (step.do === 'inject') {
      await this.#inject(step);
      return;
    }
    const op = step.do as PortalOperationId;
    if (!operation(op).open) await this.#signIn(step);
    const body = filledAll(withNumbers(bodyOf(step), this.#requests), this.#world);
    const answer = await this.#ask(op, step, body);
    this.#learn(op, step, body, answer);
    if (OPERATIONS[op].method !== 'GET') await this.#drain();
  }

  async run(): Promise<Played> {
    const { adapter } = this.#options;
    try {
      this.#id = await adapter.open(this.#world, this.#scenario.start);
      for (const step of this.#scenario.steps) await this.#step(step);
      await this.#moveTo(this.#scenario.until, true);
      await adapter.close(this.#id);
      return { history: this.#journal.history(this.#scenario.until, true), error: null };
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      return { history: this.#journal.history(this.#now, false), error };
    }
  }
}

/** Plays one scenario through an adapter. A broken conversation is a value; anything else thrown is our bug. */
export const play = (scenario: Scenario, options: PlayOptions): Promise<Played> =>
  new Play(scenario, options).run();

/** The capabilities that a scenario needs. */
export function needsOf(scenario: Scenario): Capability[] {
  const needs = new Set<Capability>(['worlds', 'clock', 'events', 'outbox', 'sessions']);
  if (scenario.desk === 'portal') needs.add('desk');
  for (const step of scenario.steps) {
    if (step.do === 'inject') needs.add(`inject.${String(step.with?.kind)}` as Capability);
    else needs.add(OPERATIONS[step.do as PortalOperationId].capability);
  }
  return [...needs];
}
