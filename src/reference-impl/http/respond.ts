import type { Answer, FileAnswer } from '../core/parts.ts';
import type { EventStore } from '../store/store.ts';

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

function fileResponse(file: FileAnswer, store: EventStore): Response {
  const content = 'text' in file ? file.text : store.file(file.sha256);
  return new Response((content ?? null) as BodyInit | null, {
    status: content === undefined ? 404 : 200,
    headers: { ...ALWAYS, 'content-type': file.type, 'content-disposition': disposition(file.name) },
  });
}

/** An answer as it goes over the wire. What a user uploaded is only ever an attachment. */
export function respond({ status, body }: Answer, store: EventStore): Response {
  if (body === null) return new Response(null, { status, headers: ALWAYS });
  if (status < 300 && isFile(body)) return fileResponse(body.file, store);
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  return new Response(JSON.stringify(body), { status, headers: { ...ALWAYS, 'content-type': type } });
}
