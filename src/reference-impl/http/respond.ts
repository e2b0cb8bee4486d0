import type { Answer, FileAnswer } from '../core/parts.ts';
import type { EventStore } from '../store/store.ts';

/** An answer as it goes over a wire: header names in lower case; null where there is no body. */
export type Outgoing = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
};

const ALWAYS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
};

const isFile = (body: unknown): body is { file: FileAnswer } =>
  typeof body === 'object' && body !== null && 'file' in body;

/** A name as RFC 6266 wants it: plain, and in full as UTF-8. */
const disposition = (name: string): string =>
  `attachment; filename="${name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;

function fileOf(file: FileAnswer, store: EventStore): Outgoing {
  const content = 'text' in file ? file.text : store.file(file.sha256);
  return {
    status: content === undefined ? 404 : 200,
    headers: { ...ALWAYS, 'content-type': file.type, 'content-disposition': disposition(file.name) },
    body: content ?? null,
  };
}

/** An answer as it goes over the wire. What a user uploaded is only ever an attachment. */
export function outgoing({ status, body }: Answer, store: EventStore): Outgoing {
  if (body === null) return { status, headers: ALWAYS, body: null };
  if (status < 300 && isFile(body)) return fileOf(body.file, store);
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  return { status, headers: { ...ALWAYS, 'content-type': type }, body: JSON.stringify(body) };
}
