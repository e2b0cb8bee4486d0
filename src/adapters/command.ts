import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { description, feedEvent, type Lasts, lasts, outboxItem } from '../contract/index.ts';
import { type Adapter, AdapterError } from './adapter.ts';
import { checked } from './exchange.ts';

const answer = z.discriminatedUnion('ok', [
  z.strictObject({ id: z.int(), ok: z.literal(true), result: z.unknown(), last: lasts.optional() }),
  z.strictObject({ id: z.int(), ok: z.literal(false), error: z.string() }),
]);
const reply = z.strictObject({ status: z.int(), body: z.unknown(), text: z.string().optional() });

type Waiting = {
  readonly world: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};

/** A child process that speaks the adapter's messages as NDJSON: one request and one answer to a line. */
class Conversation {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, Waiting>();
  readonly #timeoutMs: number;
  /** How far feed and outbox of each world had come at its latest answer, where the child tells it. */
  readonly lasts = new Map<string, Lasts>();
  #next = 1;
  #ended: AdapterError | null = null;
  #complaints = '';

  constructor(command: string, args: readonly string[], timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
    this.#child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#take(line));
    this.#child.stderr.on('data', (chunk: Buffer) => {
      this.#complaints = (this.#complaints + chunk.toString()).slice(-2000);
    });
    this.#child.stdin.on('error', () => {});
    this.#child.on('error', (error) => this.#end(`it could not be started (${error.message})`));
    this.#child.on('exit', (code, signal) => this.#end(`it ended with ${signal ?? `code ${code}`}`));
  }

  #end(why: string): void {
    this.#ended ??= new AdapterError(
      'process-ended',
      `${why}${this.#complaints ? `: ${this.#complaints.trim()}` : ''}`,
    );
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }

  #take(line: string): void {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      this.#end(`it wrote a line that is not JSON: ${line.slice(0, 80)}`);
      return;
    }
    const parsed = answer.safeParse(value);
    if (!parsed.success) {
      this.#end(`it wrote a line that is no answer: ${line.slice(0, 80)}`);
      return;
    }
    const waiting = this.#waiting.get(parsed.data.id);
    this.#waiting.delete(parsed.data.id);
    if (typeof waiting?.world === 'string') this.#learn(waiting.world, parsed.data);
    if (parsed.data.ok) waiting?.resolve(parsed.data.result);
    else waiting?.reject(new AdapterError('unexpected-status', parsed.data.error));
  }

  #learn(world: string, { ok, ...told }: z.infer<typeof answer>): void {
    if (ok && 'last' in told && told.last) this.lasts.set(world, told.last);
    else this.lasts.delete(world);
  }

  ask(message: Record<string, unknown>): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(id);
        reject(new AdapterError('hung', `no answer to ${String(message.do)} within ${this.#timeoutMs} ms`));
      }, this.#timeoutMs);
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(timer);
          then(value);
        };
      this.#waiting.set(id, { world: message.world, resolve: settle(resolve), reject: settle(reject) });
      this.#child.stdin.write(`${JSON.stringify({ id, ...message })}\n`);
    });
  }

  async stop(): Promise<void> {
    if (this.#ended) return;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.stdin.end();
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 2000);
    await gone;
    clearTimeout(timer);
  }
}

export type CommandOptions = {
  readonly command: string;
  readonly args: readonly string[];
  readonly timeoutMs: number;
};

const injectAnswer = z.looseObject({ request: z.string().optional() }).nullish();

/** An adapter in any language: `describe`, `open`, `perform`, `advance`, `events`, `outbox`, `inject`, `close`. */
export function commandAdapter({ command, args, timeoutMs }: CommandOptions): Adapter {
  const child = new Conversation(command, args, timeoutMs);
  return {
    name: `command: ${command}`,
    describe: async () => checked(description, await child.ask({ do: 'describe' }), 'describe'),
    open: async (world, at) => checked(z.string(), await child.ask({ do: 'open', world, at }), 'open'),
    perform: async (world, ask) => {
      const { status, body, text } = checked(
        reply,
        await child.ask({ do: 'perform', world, ask }),
        'perform',
      );
      return { status, body, text: text ?? JSON.stringify(body) };
    },
    advance: async (world, to) => {
      await child.ask({ do: 'advance', world, to });
    },
    events: async (world, after) =>
      checked(z.array(feedEvent), await child.ask({ do: 'events', world, after }), 'events'),
    outbox: async (world, after) =>
      checked(z.array(outboxItem), await child.ask({ do: 'outbox', world, after }), 'outbox'),
    lasts: (world) => child.lasts.get(world) ?? null,
    inject: async (world, injection) => {
      const answer = await child.ask({ do: 'inject', world, injection });
      return checked(injectAnswer, answer, 'inject')?.request ?? null;
    },
    close: async (world) => {
      await child.ask({ do: 'close', world });
      child.lasts.delete(world);
    },
    dispose: () => child.stop(),
  };
}
