import { createHash } from 'node:crypto';

/** SHA-256 of a text, in hexadecimal. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** JSON with sorted keys, so that equal values have equal text. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? 'null';

/** The hash that chains a record to the one before: over everything but the wall instant and itself. */
export function chainHash(previous: string, value: object): string {
  const { wall: _wall, hash: _hash, ...rest } = value as { wall?: unknown; hash?: unknown };
  return digestOf(`${previous}\n${canonical(rest)}`);
}
