import { LAST_HEADERS, type Lasts } from '../contract/index.ts';
import { AdapterError } from './adapter.ts';

export type Outgoing = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with its query, from the root of the target. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What a success brings; JSON when absent. */
  readonly expects?: 'file';
  readonly body?: string | Uint8Array<ArrayBuffer>;
};

export type Incoming = {
  readonly status: number;
  readonly contentType: string;
  readonly disposition: string;
  readonly location: string | null;
  /** How far feed and outbox of the world have come, where the answer tells it. */
  readonly lasts: Lasts | null;
  /** The body in pieces, or whole where it came so. */
  readonly chunks: AsyncIterable<Uint8Array> | string | Uint8Array;
};

/** How calls reach a portal: a socket, or a web-standard handler in this process. */
export type Transport = {
  readonly send: (outgoing: Outgoing, signal: AbortSignal) => Promise<Incoming>;
  /** Whether a call stays in this thread, so that no timer could end the wait for its answer. */
  readonly sameThread?: true;
  readonly close: () => Promise<void>;
};

const header = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? (value[0] ?? '') : (value ?? '');

const COUNT = /^\d{1,15}$/;

/** What an answer tells of feed and outbox by its headers; null unless it tells both, as whole numbers. */
function lastsOf(of: (name: string) => string): Lasts | null {
  const events = of(LAST_HEADERS.events);
  const outbox = of(LAST_HEADERS.outbox);
  return COUNT.test(events) && COUNT.test(outbox) ? { events: Number(events), outbox: Number(outbox) } : null;
}

/** Calls over sockets to a base address such as `http://127.0.0.1:8080`. */
export function socketTransport(base: string, connections: number): Transport {
  const url = new URL(base);
  const prefix = url.pathname.replace(/\/$/, '');
  // Loaded with the first socket: most commands never open one.
  const pool = import('undici').then(
    ({ Pool }) => new Pool(url.origin, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 }),
  );
  return {
    send: async ({ method, path, headers, body }, signal) => {
      const answer = await (await pool).request({
        method,
        path: path.startsWith('http') ? new URL(path).pathname : `${prefix}${path}`,
        headers,
        signal,
        ...(body === undefined ? {} : { body }),
      });
      return {
        status: answer.statusCode,
        contentType: header(answer.headers['content-type']),
        disposition: header(answer.headers['content-disposition']),
        location: header(answer.headers.location) || null,
        lasts: lastsOf((name) => header(answer.headers[name])),
        chunks: answer.body,
      };
    },
    close: async () => (await pool).close(),
  };
}

async function* chunksOf(response: Response): AsyncIterable<Uint8Array> {
  if (response.body) yield new Uint8Array(await response.arrayBuffer());
}

/** A result, unless a signal ends the wait for it first. */
function unless<T>(signal: AbortSignal, result: T | Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(signal.reason);
    signal.addEventListener('abort', end, { once: true });
    Promise.resolve(result).then(resolve, reject);
  });
}

/** Calls to a web-standard handler: an app in this process, or `globalThis.fetch`. */
export function handlerTransport(
  handler: (request: Request) => Response | Promise<Response>,
  base = 'http://portal.invalid',
): Transport {
  return {
    send: async ({ method, path, headers, body }, signal) => {
      // A signal on each Request costs more than the whole call, so the wait is ended from outside instead.
      const init = {
        method,
        headers,
        redirect: 'manual' as const,
        ...(body === undefined ? {} : { body }),
      };
      const response = await unless(signal, handler(new Request(new URL(path, base), init)));
      return {
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        disposition: response.headers.get('content-disposition') ?? '',
        location: response.headers.get('location'),
        lasts: lastsOf((name) => response.headers.get(name) ?? ''),
        chunks: chunksOf(response),
      };
    },
    close: async () => {},
  };
}

/** A call to a portal in this thread, without web-standard requests and answers. */
export type PlainCall = {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly header: (name: string) => string | null;
  readonly body: (limit: number) => Promise<string | Uint8Array | null>;
};

/** Its answer: header names in lower case, null where there is no body. */
export type PlainAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
};

/** Calls to a portal in this thread, as the reference implementation's `createApp(…).call` takes them. */
export function callTransport(call: (call: PlainCall) => Promise<PlainAnswer>): Transport {
  return {
    sameThread: true,
    send: async ({ method, path, headers, body = '' }) => {
      const [before = '', search = ''] = path.split(/\?(.*)/s);
      const answer = await call({
        method,
        path: before,
        search,
        header: (name) => headers[name] ?? null,
        body: async (limit) =>
          (typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength) > limit ? null : body,
      });
      const told = answer.headers;
      return {
        status: answer.status,
        contentType: told['content-type'] ?? '',
        disposition: told['content-disposition'] ?? '',
        location: told.location ?? null,
        lasts: lastsOf((name) => told[name] ?? ''),
        chunks: answer.body ?? '',
      };
    },
    close: async () => {},
  };
}

const codeOf = (error: unknown): string => {
  const known = error as { code?: unknown; cause?: unknown };
  if (typeof known.code === 'string') return known.code;
  return known.cause === undefined ? '' : codeOf(known.cause);
};

/** The one clear error for whatever a transport threw. `begun` says that some of the answer had come. */
export function transportError(error: unknown, begun: boolean, timeoutMs: number): Error {
  if (error instanceof AdapterError) return error;
  const code = codeOf(error);
  const name = (error as Error).name;
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'UND_ERR_ABORTED') {
    return new AdapterError(begun ? 'slow-drip' : 'hung', `no whole answer within ${timeoutMs} ms`);
  }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new AdapterError('refused', `the connection was refused (${code})`);
  }
  return new AdapterError('reset', `the connection broke (${code || (error as Error).message})`);
}
