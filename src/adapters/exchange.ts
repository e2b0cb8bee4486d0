import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { AdapterError, type FileReply } from './adapter.ts';
import { type Incoming, type Outgoing, type Transport, transportError } from './transport.ts';

/** The largest answer that is read, in bytes. */
export const ANSWER_LIMIT = 8 * 1_048_576;
const REDIRECTS = 5;

export type Exchanged = { readonly status: number; readonly body: unknown; readonly text: string };

async function read({ chunks }: Incoming): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > ANSWER_LIMIT)
      throw new AdapterError('oversized', `the answer has more than ${ANSWER_LIMIT} bytes`);
    all.push(chunk);
  }
  return Buffer.concat(all);
}

/** What can be said of a file that came back. */
function fileOf(bytes: Uint8Array, { contentType, disposition }: Incoming): FileReply {
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

/** One call and its whole answer, inside a time limit (ms). Throws AdapterError for every misbehaviour. */
export async function exchange(
  transport: Transport,
  outgoing: Outgoing,
  timeoutMs: number,
): Promise<Exchanged> {
  const where = `${outgoing.method} ${outgoing.path}`;
  let begun = false;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('time is up', 'TimeoutError')), timeoutMs);
  try {
    let path = outgoing.path;
    for (let hops = 0; ; hops += 1) {
      const incoming = await transport.send({ ...outgoing, path }, controller.signal);
      begun = true;
      const bytes = await read(incoming);
      if (outgoing.expects === 'file' && incoming.status < 300)
        return { status: incoming.status, body: fileOf(bytes, incoming), text: '' };
      const text = new TextDecoder().decode(bytes);
      if (incoming.status < 300 || incoming.status >= 400 || incoming.location === null) {
        return { status: incoming.status, body: parse(text, incoming, where), text };
      }
      if (hops >= REDIRECTS)
        throw new AdapterError('redirect-loop', `${where} was redirected ${hops + 1} times`);
      path = incoming.location;
      begun = false;
    }
  } catch (error) {
    throw transportError(error, begun, timeoutMs);
  } finally {
    clearTimeout(timer);
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
