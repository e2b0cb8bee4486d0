import {
  clockState,
  description,
  type FeedEvent,
  feedPage,
  injected,
  type Lasts,
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

type AddressParts = Partial<Record<'path' | 'query', Readonly<Record<string, string>>>>;

function address(id: OperationId, { path = {}, query = {} }: AddressParts): string {
  const filled = operation(id).path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(path[name] ?? ''),
  );
  const search = new URLSearchParams(query).toString();
  return search ? `${filled}?${search}` : filled;
}

/** A file as the body, with its name and description as percent-encoded headers; what is absent stays out. */
function fileSent(body: unknown, file: string | undefined): Pick<Outgoing, 'headers' | 'body'> {
  const { name, description } = (body ?? {}) as { name?: unknown; description?: unknown };
  const headers: Record<string, string> = { 'content-type': 'application/octet-stream' };
  if (typeof name === 'string') headers['document-name'] = encodeURIComponent(name);
  if (typeof description === 'string') headers['document-description'] = encodeURIComponent(description);
  return { headers, body: new Uint8Array(Buffer.from(file ?? '', 'base64')) };
}

/** One operation as it travels: its path, headers and body. */
function outgoingOf(
  id: OperationId,
  parameters: AddressParts,
  headers: Record<string, string>,
  body?: unknown,
  file?: string,
): Outgoing {
  const { method, file: travels } = operation(id);
  const json: Pick<Outgoing, 'headers' | 'body'> =
    body === undefined
      ? { headers: {} }
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const sent = travels === 'sent' ? fileSent(body, file) : json;
  return {
    method,
    path: address(id, parameters),
    ...sent,
    headers: {
      accept: travels === 'answered' ? '*/*' : 'application/json',
      ...sent.headers,
      ...headers,
    },
    ...(travels === 'answered' ? { expects: 'file' as const } : {}),
  };
}

/** Speaks the contract over HTTP, to a socket or to a handler in this process. */
export function httpAdapter({ name, transport, timeoutMs }: HttpOptions): Adapter {
  const known = new Map<string, Lasts | null>();

  const call = async (world: string | null, ...sent: Parameters<typeof outgoingOf>): Promise<Exchanged> => {
    const answer = await exchange(transport, outgoingOf(...sent), timeoutMs);
    if (world !== null) known.set(world, answer.lasts);
    return answer;
  };

  const surface = async (id: OperationId, parameters: AddressParts, body?: unknown): Promise<Exchanged> => {
    const answer = await call(parameters.path?.id ?? null, id, parameters, {}, body);
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
    perform: (world: string, { op, path, query, body, key, token, file }: Ask) =>
      call(
        world,
        op,
        { ...(path ? { path } : {}), ...(query ? { query } : {}) },
        {
          'conformance-world': world,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        body,
        file,
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
    lasts: (world) => known.get(world) ?? null,
    inject: async (world, injection) => {
      const { body } = await surface('inject', { path: { id: world } }, injection);
      return checked(injected, body, 'inject').request ?? null;
    },
    close: async (world) => {
      await surface('end-world', { path: { id: world } });
      known.delete(world);
    },
    dispose: () => transport.close(),
  };
}
