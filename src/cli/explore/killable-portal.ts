import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Adapter, AdapterError, httpAdapter, socketTransport } from '../../adapters/index.ts';

type Ask = Parameters<Adapter['perform']>[1];
type Session = { readonly user: unknown; token: string; site: unknown };

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** When the process is killed, seen from one call. */
export type Moment = 'before' | 'during' | 'after';

/**
 * A reference implementation in a process of its own, that is killed without warning and started again on the same folder.
 * Its interface behaves as a patient client: it signs in anew where its session is gone, and asks again, under the same
 * key, where no answer came.
 */
export class KillablePortal {
  readonly #data: string;
  #process: ChildProcess | null = null;
  #port = 0;
  #inner: Adapter | null = null;
  readonly #sessions = new Map<string, Session>();
  #calls = 0;
  kills = 0;
  /** How often it was killed before, during and after a call. */
  readonly killed: Record<Moment, number> = { before: 0, during: 0, after: 0 };

  constructor(data: string) {
    this.#data = data;
  }

  async start(): Promise<void> {
    if (this.#port === 0) this.#port = await freePort();
    const main = fileURLToPath(new URL('../main.js', import.meta.url));
    const args = [main, 'serve', '--port', String(this.#port), '--data', this.#data];
    this.#process = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((resolve, reject) => {
      this.#process?.stdout?.once('data', () => resolve());
      this.#process?.once('exit', (code) => reject(new Error(`the portal ended by itself (${code})`)));
    });
    this.#inner ??= httpAdapter({
      name: 'HTTP, a portal that is killed',
      transport: socketTransport(`http://127.0.0.1:${this.#port}`, 4),
      timeoutMs: 10_000,
    });
  }

  /** Kills the process at once, with nothing said, and starts it again. */
  async kill(): Promise<void> {
    const dying = this.#process;
    dying?.removeAllListeners('exit');
    const gone = new Promise<void>((resolve) => dying?.once('exit', () => resolve()));
    dying?.kill('SIGKILL');
    await gone;
    this.kills += 1;
    await this.start();
  }

  async stop(): Promise<void> {
    this.#process?.removeAllListeners('exit');
    this.#process?.kill('SIGTERM');
    await this.#inner?.dispose();
  }

  get inner(): Adapter {
    if (!this.#inner) throw new Error('start the portal first');
    return this.#inner;
  }

  /** Asks again as long as nobody listens: a connection that was cut says nothing about what was done. */
  async #patiently<T>(act: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await act();
      } catch (error) {
        const cut = error instanceof AdapterError && ['refused', 'reset', 'hung'].includes(error.kind);
        if (!cut || tries > 50) throw error;
        await wait(20);
      }
    }
  }

  async #perform(world: string, ask: Ask): Promise<Awaited<ReturnType<Adapter['perform']>>> {
    const session = ask.token === undefined ? undefined : this.#sessions.get(`${world} ${ask.token}`);
    const token = session?.token ?? ask.token;
    const reply = await this.inner.perform(world, token === undefined ? ask : { ...ask, token });
    if (reply.status !== 401 || !session) return reply;
    const again = await this.inner.perform(world, { op: 'sign-in', body: session.user });
    const fresh = (again.body as { token?: unknown } | null)?.token;
    if (typeof fresh !== 'string') return reply;
    session.token = fresh;
    if (session.site !== undefined)
      await this.inner.perform(world, { op: 'choose-site', body: session.site, token: fresh });
    return this.inner.perform(world, { ...ask, token: fresh });
  }

  #learn(world: string, ask: Ask, reply: { readonly status: number; readonly body: unknown }): void {
    const told = (reply.body as { token?: unknown } | null)?.token;
    if (ask.op === 'sign-in' && typeof told === 'string')
      this.#sessions.set(`${world} ${told}`, { user: ask.body, token: told, site: undefined });
    const session = ask.token === undefined ? undefined : this.#sessions.get(`${world} ${ask.token}`);
    if (ask.op === 'choose-site' && session && reply.status < 300) session.site = ask.body;
  }

  /** An interface for one scenario. `moment` says at each call whether the process is killed, and when. */
  interfaceFor(moment: (op: string) => Moment | null): Adapter {
    return {
      ...this.inner,
      perform: async (world, given) => {
        this.#calls += 1;
        const ask: Ask =
          given.op === 'submit-request' && given.key === undefined
            ? { ...given, key: `patient-${this.#calls}` }
            : given;
        const when = moment(ask.op);
        const dies = async (moment: Moment): Promise<void> => {
          this.killed[moment] += 1;
          await this.kill();
        };
        if (when === 'before') await dies('before');
        // Only what may be asked twice is cut in the middle: for the rest nobody could tell whether it was done.
        const cut = when === 'during' && ask.key !== undefined;
        const first = cut ? this.#perform(world, ask).catch(() => null) : null;
        if (cut) {
          await wait(this.#calls % 4);
          await dies('during');
          await first;
        }
        const reply = await this.#patiently(() => this.#perform(world, ask));
        this.#learn(world, ask, reply);
        if (when === 'after') await dies('after');
        return reply;
      },
    };
  }
}
