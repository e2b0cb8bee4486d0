import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { type OperationId, operation } from '../../contract/index.ts';
import type { Openings } from '../core/portal.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import { tooLarge } from '../documents/document.ts';
import type { Call } from './exchange.ts';

/** The largest JSON body that is read, in bytes. */
const BODY_LIMIT = 1_048_576;

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** How many times the limit a sender may go on, unheard, before the line is cut. */
const PATIENCE = 4;

/** A call as it came over a wire. */
export type Incoming = {
  readonly method: string;
  /** Path from the root, without its query, as it was sent. */
  readonly path: string;
  /** The query, without its question mark. */
  readonly search: string;
  /** A header by its name in lower case. */
  readonly header: (name: string) => string | null;
  /** The body, or null where it has more bytes than a limit. Asked for once. */
  readonly body: (limit: number) => Promise<string | Uint8Array | null>;
};

/**
 * The bytes of a body, or null where there are more than a limit. No more than that is ever held: the rest is
 * read and thrown away for a while, since many clients only hear an answer once they have sent everything.
 */
export async function bytesOf(request: Request, limit: number): Promise<Uint8Array | null> {
  const told = Number(request.headers.get('content-length') ?? Number.NaN);
  if (told <= limit) {
    const whole = new Uint8Array(await request.arrayBuffer());
    return whole.byteLength > limit ? null : whole;
  }
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size <= limit) chunks.push(value);
    else chunks.length = 0;
    if (size > PATIENCE * limit) {
      await reader.cancel();
      break;
    }
  }
  return size > limit ? null : Buffer.concat(chunks);
}

const KINDS: Readonly<Record<string, string>> = {
  pdf: 'pdf',
  cfb: 'doc',
  docx: 'docx',
  tif: 'tif',
  jpg: 'jpg',
  png: 'png',
};

/** What bytes are, whatever their name says: one of the kinds that a document may be, or null. */
async function kindOf(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return KINDS[found.ext] ?? null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : 'txt';
  } catch {
    return null;
  }
}

const decoded = ({ header }: Incoming, name: string): string | undefined => {
  const value = header(name);
  if (value === null) return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
};

const bytesIn = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** The body of a call: JSON, or a file of so many bytes with what its headers say of it; or why it cannot be read. */
export async function bodyOf(
  incoming: Incoming,
  id: OperationId,
  limit: number,
  openings: Openings | null = null,
): Promise<Pick<Call, 'body' | 'upload' | 'text'> | { readonly refusal: Refusal }> {
  const { method, file } = operation(id);
  // Neither has a body; asking a request for it makes a stream of it, which costs more than most answers.
  if (method === 'GET' || method === 'DELETE') return { body: undefined };
  if (file === 'sent') {
    const sent = await incoming.body(limit);
    if (sent === null) return { refusal: tooLarge(limit) };
    const content = bytesIn(sent);
    const body = {
      name: decoded(incoming, 'document-name'),
      description: decoded(incoming, 'document-description'),
    };
    const about = { bytes: content.byteLength, kind: await kindOf(content), sha256: digestOf(content) };
    return { body, upload: { ...about, content } };
  }
  const sent = await incoming.body(BODY_LIMIT);
  if (sent === null) return { refusal: refuse('malformed', `A body holds at most ${BODY_LIMIT} bytes.`) };
  const text = typeof sent === 'string' ? sent : new TextDecoder().decode(sent);
  if (text === '') return { body: undefined };
  if (id !== 'open-world' || !openings) return inJson(text);
  const known = openings.get(text);
  return known ? { body: known, text } : inJson(text, { text });
}

function inJson(
  text: string,
  more: { readonly text?: string } = {},
): Pick<Call, 'body' | 'text'> | { readonly refusal: Refusal } {
  try {
    return { body: JSON.parse(text) as unknown, ...more };
  } catch {
    return { refusal: refuse('malformed', 'The body is not JSON.') };
  }
}
