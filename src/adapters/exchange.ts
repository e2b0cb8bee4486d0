import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Lasts } from '../contract/index.ts';
import { AdapterError, type FileReply } from './adapter.ts';
import { type Incoming, type Outgoing, type Transport, transportError } from './transport.ts';

/** The largest answer that is read, in bytes. */
const ANSWER_LIMIT = 8 * 1_048_576;
const REDIRECTS = 5;

export type Exchanged = {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly lasts: Lasts | null;
};

const oversized = (): AdapterError =>
  new AdapterError('oversized', `the answer has more than ${ANSWER_LIMIT} bytes`);

async function read({ chunks }: Incoming): Promise<string | Uint8Array> {
  if (typeof chunks === 'string' || chunks instanceof Uint8Array) {
    if (Buffer.byteLength(chunks) > ANSWER_LIMIT) throw oversized();
    return chunks;
  }
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > ANSWER_LIMIT) throw oversized();
    all.push(chunk);
  }
  return Buffer.concat(all);
}

/** What can be said of a file that came back. */
function fileOf(content: string | Uint8Array, { contentType, disposition }: Incoming): FileReply {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const text = contentType.startsWith('text/') ? { text: new TextDecoder().decode(bytes) } : {};
  return {
    file: {
      type: contentType,
      disposition,
      bytes: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      head: Buffer.from(bytes.subarray(0, 8)).toString('latin1'),
      ...text,
    },
  };
}

function parse(text: string, incoming: Incoming, where: string): unknown {
  if (text === '' && incoming.status === 204) return null;
  if (!/^application\/(problem\+)?json\b/.test(incoming.contentType)) {
    throw new AdapterError(
      'wrong-content-type',
      `${where} answered ${incoming.contentType || 'no content type'}`,
    );
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AdapterError(
      'invalid-json',
      `${where} answered a body that is not JSON (${text.length} characters)`,
    );
  }
}

/** Sends a call and follows it to its answer. `onBegun` hears of each hop whether an answer began. */
async function follow(
  transport: Transport,
  outgoing: Outgoing,
  signal: AbortSignal,
  onBegun: (begun: boolean) => void,
): Promise<Exchanged> {
  const where = `${outgoing.method} ${outgoing.path}`;
  let path = outgoing.path;
  for (let hops = 0; ; hops += 1) {
    const incoming = await transport.send({ ...outgoing, path }, signal);
    onBegun(true);
    const content = await read(incoming);
    const { status, location, lasts } = incoming;
    if (outgoing.expects === 'file' && status < 300)
      return { status, body: fileOf(content, incoming), text: '', lasts };
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    if (status < 300 || status >= 400 || location === null)
      return { status, body: parse(text, incoming, where), text, lasts };
    if (hops >= REDIRECTS)
      throw new AdapterError('redirect-loop', `${where} was redirected ${hops + 1} times`);
    path = location;
    onBegun(false);
  }
}

/** A signal that nobody gives, for calls that need no time limit. */
const NEVER = new AbortController().signal;

/**
 * One call and its whole answer, inside a time limit (ms); within one thread without, since nothing else could
 * run while the answer is made. Throws AdapterError for every misbehaviour.
 */
export async function exchange(
  transport: Transport,
  outgoing: Outgoing,
  timeoutMs: number,
): Promise<Exchanged> {
  let begun = false;
  const onBegun = (now: boolean): void => {
    begun = now;
  };
  const controller = transport.sameThread ? null : new AbortController();
  const timer =
    controller &&
    setTimeout(() => controller.abort(new DOMException('time is up', 'TimeoutError')), timeoutMs);
  try {
    return await follow(transport, outgoing, controller?.signal ?? NEVER, onBegun);
  } catch (error) {
    throw transportError(error, begun, timeoutMs);
  } finally {
    if (timer) clearTimeout(timer);
  }
}

/** A body as a schema wants it. Throws AdapterError that names the first field which does not checked. */
export function checked<T>(schema: z.ZodType<T>, body: unknown, where: string): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.join('.') || 'the body';
  throw new AdapterError('schema-mismatch', `${where}: ${path}: ${issue?.message ?? 'does not checked'}`);
}
