import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterEach, describe, expect, it } from 'vitest';
import {
  AdapterError,
  FeedOrder,
  handlerTransport,
  httpAdapter,
  socketTransport,
  type Transport,
} from '../../src/adapters/index.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Longer than any machine needs for an answer that does come. */
const AMPLE_MS = 120_000;
/** How long the tests wait for an answer that never comes, or never ends. */
const SHORT_MS = 400;

async function kindOf(
  url: string,
  act: (adapter: ReturnType<typeof httpAdapter>) => Promise<unknown> = (adapter) => adapter.describe(),
  timeoutMs = AMPLE_MS,
): Promise<string> {
  const adapter = httpAdapter({ name: 'faulty', transport: socketTransport(url, 1), timeoutMs });
  try {
    await act(adapter);
    return 'nothing';
  } catch (error) {
    if (error instanceof AdapterError) return error.kind;
    throw error;
  }
}

const json =
  (body: string, type = 'application/json'): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': type }).end(body);
  };

/** An answer that begins at once and never ends. */
const DRIP: Transport = {
  send: async (_outgoing, signal) => ({
    status: 200,
    contentType: 'application/json',
    disposition: '',
    location: null,
    lasts: null,
    chunks: (async function* () {
      yield new TextEncoder().encode(' ');
      await new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    })(),
  }),
  close: async () => {},
};

const later = (now: string): RequestListener => json(JSON.stringify({ now }));

describe('an implementation that misbehaves gets one clear error:', () => {
  it('refused', async () => {
    expect(await kindOf('http://127.0.0.1:1')).toBe('refused');
  });
  it('reset', async () => {
    expect(await kindOf(await listen((request) => request.socket.destroy()))).toBe('reset');
  });
  it('hung', async () => {
    expect(await kindOf(await listen(() => {}), undefined, SHORT_MS)).toBe('hung');
  });
  it('slow drip', async () => {
    const adapter = httpAdapter({ name: 'faulty', transport: DRIP, timeoutMs: SHORT_MS });
    await expect(adapter.describe()).rejects.toMatchObject({ kind: 'slow-drip' });
  });
  it('wrong content type', async () => {
    expect(await kindOf(await listen(json('<p>Hello</p>', 'text/html')))).toBe('wrong-content-type');
  });
  it('invalid JSON', async () => {
    expect(await kindOf(await listen(json('{"organization":')))).toBe('invalid-json');
  });
  it('schema mismatch, and an empty declaration', async () => {
    expect(await kindOf(await listen(json('{}')))).toBe('schema-mismatch');
  });
  it('oversized body', async () => {
    expect(await kindOf(await listen(json(`"${'x'.repeat(9_000_000)}"`)))).toBe('oversized');
  });
  it('redirect loop', async () => {
    const url = await listen((_request, response) => {
      response.writeHead(302, { location: '/conformance' }).end();
    });
    expect(await kindOf(url)).toBe('redirect-loop');
  });
  it('unexpected status', async () => {
    const url = await listen((_request, response) => {
      response.writeHead(500, { 'content-type': 'application/problem+json' }).end('{"detail":"broken"}');
    });
    expect(await kindOf(url)).toBe('unexpected-status');
  });
  it('clock that runs backward', async () => {
    const url = await listen(later('2026-01-01T00:00:00Z'));
    expect(await kindOf(url, (adapter) => adapter.advance('w', '2026-01-02T00:00:00Z'))).toBe(
      'clock-backward',
    );
  });
  it('through msw, too: an answer of the wrong type', async () => {
    const server = setupServer(http.get('http://portal.test/conformance', () => HttpResponse.text('hello')));
    server.listen();
    const adapter = httpAdapter({
      name: 'msw',
      transport: handlerTransport((request) => fetch(request), 'http://portal.test'),
      timeoutMs: 120_000,
    });
    await expect(adapter.describe()).rejects.toMatchObject({ kind: 'wrong-content-type' });
    server.close();
  });
});

describe('a feed that', () => {
  const at = '2026-01-01T00:00:00Z';
  const kind = (pages: { seq: number; at: string }[][]): string => {
    const order = new FeedOrder('the feed');
    try {
      for (const page of pages) order.take(page);
      return 'nothing';
    } catch (error) {
      return (error as AdapterError).kind;
    }
  };
  it('counts from 1 without a gap is taken', () => {
    expect(
      kind([
        [
          { seq: 1, at },
          { seq: 2, at },
        ],
        [{ seq: 3, at }],
      ]),
    ).toBe('nothing');
  });
  it('repeats is refused', () => {
    expect(kind([[{ seq: 1, at }], [{ seq: 1, at }]])).toBe('feed-repeats');
  });
  it('skips is refused', () => {
    expect(kind([[{ seq: 1, at }], [{ seq: 3, at }]])).toBe('feed-skips');
  });
  it('reorders is refused', () => {
    expect(
      kind([
        [
          { seq: 2, at },
          { seq: 1, at },
        ],
      ]),
    ).toBe('feed-reorders');
  });
  it('runs back in time is refused', () => {
    expect(
      kind([
        [
          { seq: 1, at },
          { seq: 2, at: '2025-12-31T00:00:00Z' },
        ],
      ]),
    ).toBe('feed-reorders');
  });
});
