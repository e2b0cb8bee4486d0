import { createHash } from 'node:crypto';

/** SHA-256 of a text, in hexadecimal. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Texts of worlds, which many histories share and nobody changes. */
const worlds = new WeakMap<object, string>();

function textOf(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((inner) => textOf(inner) ?? 'null').join(',')}]`;
  const fields: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const inner = (value as Record<string, unknown>)[key];
    const text = key === 'world' ? worldText(inner) : textOf(inner);
    if (text !== undefined) fields.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${fields.join(',')}}`;
}

function worldText(world: unknown): string | undefined {
  if (world === null || typeof world !== 'object') return textOf(world);
  const known = worlds.get(world) ?? textOf(world) ?? 'null';
  worlds.set(world, known);
  return known;
}

/** JSON with sorted keys, so that equal values have equal text. */
export const canonical = (value: unknown): string => textOf(value) ?? 'null';

/** The hash that chains a record to the one before: over everything but the wall instant and itself. */
export function chainHash(previous: string, value: object): string {
  const { wall: _wall, hash: _hash, ...rest } = value as { wall?: unknown; hash?: unknown };
  return digestOf(`${previous}\n${canonical(rest)}`);
}
