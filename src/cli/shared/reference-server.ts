import { serve } from '@hono/node-server';
import { bcryptPasswords, createApp, durableStore, memoryStore, Portal } from '../../reference-impl/index.ts';
import { PACKS } from '../../rulebook/index.ts';
import { ConfigError, named } from './config-error.ts';
import { secretToken } from './ports.ts';

export type ServerOptions = {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  /** Cost of a bcrypt hash (4 to 31); 10 where nothing is said. */
  readonly passwordCost?: number;
};
export type RunningServer = { readonly url: string; readonly close: () => Promise<void> };

/** Starts the reference implementation on a socket. Port 0 takes any free one. Throws ConfigError when it cannot listen. */
export async function startReference({
  port,
  host,
  data,
  passwordCost = 10,
}: ServerOptions): Promise<RunningServer> {
  const store =
    data === undefined ? memoryStore() : named(`cannot keep worlds in ${data}`, () => durableStore(data));
  const app = createApp(
    new Portal({ packs: PACKS, token: secretToken, passwords: bcryptPasswords(passwordCost), store }),
  );
  const server = serve({ fetch: app.fetch, port, hostname: host });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', () => resolve());
    server.once('error', (error: Error) =>
      reject(new ConfigError(`cannot listen on ${host}:${port}: ${error.message}; choose another --port`)),
    );
  });
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host}:${bound}`,
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await store.close();
    },
  };
}
