import {
  clockState,
  description,
  type FeedEvent,
  feedPage,
  injected,
  type OperationId,
  type OutboxItem,
  operation,
  outboxPage,
  worldOpened,
} from '../contract/index.ts';
import { type Adapter, AdapterError, type Ask } from './adapter.ts';
import { checked, type Exchanged, exchange } from './exchange.ts';
import type { Outgoing, Transport } from './transport.ts';

export type HttpOptions = {
  readonly name: string;
  readonly transport: Transport;
  readonly timeoutMs: number;
};

type Parameters = Partial<Record<'path' | 'query', Readonly<Record<string, string>>>>;

function address(id: OperationId, { path = {}, query = {} }: Parameters): string {
  const filled = operation(id).path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(path[name] ?? ''),
  );
  const search = new URLSearchParams(query).toString();
  return search ? `${filled}?${search}` : filled;
}

/** Speaks the contract over HTTP, to a socket or to a handler in this process. */
export function httpAdapter({ name, transport, timeoutMs }: HttpOptions): Adapter {
  const call = (id: OperationId, parameters: Parameters, headers: Record<string, string>, body?: unknown) => {
    const outgoing: Outgoing = {
      method: operation(id).method,
      path: address(id, parameters),
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    return exchange(transport, outgoing, timeoutMs);
  };

  const surface = async (id: OperationId, parameters: Parameters, body?: unknown): Promise<Exchanged> => {
    const answer = await call(id, parameters, {}, body);
    const expected = operation(id).status;
    if (answer.status !== expected) {
      const detail = (answer.body as { detail?: unknown } | null)?.detail;
      throw new AdapterError(
        'unexpected-status',
        `${id} answered ${answer.status} where ${expected} was expected${typeof detail === 'string' ? ` (${detail})` : ''}`,
      );
    }
    return answer;
  };

  return {
    name,
    describe: async () => checked(description, (await surface('describe', {})).body, 'describe'),
    open: async (world, at) => {
      const { body } = await surface('open-world', {}, { world, at });
      const opened = checked(worldOpened, body, 'open-world');
      if (Date.parse(opened.now) !== Date.parse(at)) {
        throw new AdapterError(
          'clock-backward',
          `the world was opened at ${opened.now}, ${at} was asked for`,
        );
      }
      return opened.id;
    },
    perform: (world: string, { op, path, query, body, key, token }: Ask) =>
      call(
        op,
        { ...(path ? { path } : {}), ...(query ? { query } : {}) },
        {
          'conformance-world': world,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        body,
      ),
    advance: async (world, to) => {
      const { body } = await surface('move-clock', { path: { id: world } }, { to });
      const { now } = checked(clockState, body, 'move-clock');
      if (Date.parse(now) !== Date.parse(to)) {
        throw new AdapterError('clock-backward', `the clock stands at ${now} after it was moved to ${to}`);
      }
    },
    events: async (world, after): Promise<readonly FeedEvent[]> => {
      const { body } = await surface('read-events', { path: { id: world }, query: { after: String(after) } });
      return checked(feedPage, body, 'read-events').events;
    },
    outbox: async (world, after): Promise<readonly OutboxItem[]> => {
      const { body } = await surface('read-outbox', { path: { id: world }, query: { after: String(after) } });
      return checked(outboxPage, body, 'read-outbox').items;
    },
    inject: async (world, injection) => {
      const { body } = await surface('inject', { path: { id: world } }, injection);
      return checked(injected, body, 'inject').request ?? null;
    },
    close: async (world) => {
      await surface('end-world', { path: { id: world } });
    },
    dispose: () => transport.close(),
  };
}
