import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { ConfigError } from '../shared/config-error.ts';
import { print } from '../shared/ports.ts';

const ADAPTER = `// An adapter: the interface between portalproof and your portal. Run it with
//   portalproof smoke --adapter portal-adapter.mjs
//   portalproof run   --adapter portal-adapter.mjs
// It performs steps and hands back events. It never sees what the scenarios expect.
//
// A portal that speaks the contract over HTTP needs no adapter: use --target instead.
// Replace the parts marked YOURS; the shapes are those of docs/openapi.json.

const BASE = process.env.PORTAL_URL ?? 'http://127.0.0.1:8080'; // YOURS: where your portal listens

async function call(method, path, { body, headers = {} } = {}) {
  const response = await fetch(BASE + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text), text };
}

// Operations that send or answer a file (documents, explanations of payment, reports) are left out here:
// docs/ADDING-AN-ADAPTER.md says what goes over the wire, examples/adapter.py does it.

// YOURS: how each operation of the contract is done on your portal.
// { id } is filled from the step's path parameters.
const ROUTES = {
  'sign-in': ['POST', '/sessions'],
  'show-session': ['GET', '/session'],
  'choose-site': ['PUT', '/session/site'],
  'list-request-types': ['GET', '/request-types'],
  'find-members': ['GET', '/members'],
  'find-providers': ['GET', '/providers'],
  'find-diagnoses': ['GET', '/diagnoses'],
  'find-procedures': ['GET', '/procedures'],
  'submit-request': ['POST', '/requests'],
  'view-request': ['GET', '/requests/{id}'],
  'list-requests': ['GET', '/requests'],
  'supply-information': ['POST', '/requests/{id}/information'],
  'ask-information': ['POST', '/requests/{id}/information-requests'],
  decide: ['POST', '/requests/{id}/decisions'],
  call: ['POST', '/requests/{id}/calls'],
  'send-letter': ['POST', '/requests/{id}/letters'],
  reconsider: ['POST', '/requests/{id}/reconsiderations'],
  close: ['POST', '/requests/{id}/closure'],
};

export function createAdapter() {
  return {
    name: 'my portal',

    // Who you are and what you can do. Leave out a capability that you lack: its rules become
    // \`unsupported\`, by name, and are shown on the report's first screen.
    describe: async () => (await call('GET', '/conformance')).body,

    // Makes an isolated world from the world document, at an instant. Answers its id.
    open: async (world, at) => (await call('POST', '/conformance/worlds', { body: { world, at } })).body.id,

    // Performs one operation as a signed-in user. A refusal is an answer like any other.
    perform: async (world, { op, path = {}, query = {}, body, key, token }) => {
      if (!ROUTES[op]) throw new Error(\`no route for \${op}: add it to ROUTES, or leave its capability out in describe\`);
      const [method, route] = ROUTES[op];
      const filled = route.replace(/\\{(\\w+)\\}/g, (_all, name) => encodeURIComponent(path[name] ?? ''));
      const search = new URLSearchParams(query).toString();
      return call(method, search ? \`\${filled}?\${search}\` : filled, {
        body,
        headers: {
          'conformance-world': world,
          ...(token ? { authorization: \`Bearer \${token}\` } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
        },
      });
    },

    // Moves the world's clock; resolves when everything due by then is done.
    advance: async (world, to) => {
      await call('PUT', \`/conformance/worlds/\${world}/clock\`, { body: { to } });
    },

    // What the portal says it did, and what it sent, after a sequence number.
    events: async (world, after) => (await call('GET', \`/conformance/worlds/\${world}/events?after=\${after}\`)).body.events,
    outbox: async (world, after) => (await call('GET', \`/conformance/worlds/\${world}/outbox?after=\${after}\`)).body.items,

    // Something happens to the portal from outside, such as an eligibility feed.
    inject: async (world, injection) => {
      const { body } = await call('POST', \`/conformance/worlds/\${world}/inject\`, { body: injection });
      return body?.request ?? null;
    },
    close: async (world) => {
      await call('DELETE', \`/conformance/worlds/\${world}\`);
    },
    dispose: async () => {},
  };
}
`;

/** `portalproof init`: writes an adapter to start from. */
export const define = (command: Command): void => {
  command.argument('[folder]', 'where it goes', '.').action((folder: string) => {
    const path = join(folder, 'portal-adapter.mjs');
    if (existsSync(path))
      throw new ConfigError(`${path} is already there; remove it or choose another folder`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, ADAPTER);
    print(`Wrote ${path}. Next: portalproof smoke --adapter ${path}`);
  });
};
