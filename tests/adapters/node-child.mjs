/** The adapter’s messages as NDJSON, from a Node process: what examples/adapter.py does, where there is no Python. */
import { createInterface } from 'node:readline';
import { operation } from '../../dist/contract/index.js';

const base = process.argv[2];

async function http(id, path = {}, { query = {}, body, headers = {} } = {}) {
  const { method, path: route } = operation(id);
  const filled = route.replace(/\{(\w+)\}/g, (_all, name) => encodeURIComponent(path[name] ?? ''));
  const response = await fetch(`${base}${filled}?${new URLSearchParams(query)}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text), text };
}

const ANSWERS = {
  describe: async () => (await http('describe')).body,
  open: async ({ world, at }) => (await http('open-world', {}, { body: { world, at } })).body.id,
  perform: async ({ world, ask: { op, path, query, body, token, key } }) =>
    http(op, path, {
      query,
      body,
      headers: {
        'conformance-world': world,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
    }),
  advance: async ({ world, to }) => (await http('move-clock', { id: world }, { body: { to } })).body,
  events: async ({ world, after }) =>
    (await http('read-events', { id: world }, { query: { after } })).body.events,
  outbox: async ({ world, after }) =>
    (await http('read-outbox', { id: world }, { query: { after } })).body.items,
  inject: async ({ world, injection }) => (await http('inject', { id: world }, { body: injection })).body,
  close: async ({ world }) => void (await http('end-world', { id: world })),
};

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  const reply = await ANSWERS[message.do](message).then(
    (result) => ({ id: message.id, ok: true, result: result ?? null }),
    (error) => ({ id: message.id, ok: false, error: error.message }),
  );
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
