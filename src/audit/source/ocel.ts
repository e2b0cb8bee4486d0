import { z } from 'zod';
import { SourceError } from './bytes.ts';
import { type CaseEvent, eventRecords } from './events.ts';
import type { Records } from './records.ts';

const attribute = z.looseObject({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).transform(String),
});
const ocel = z.looseObject({
  objects: z.array(
    z.looseObject({ id: z.string(), type: z.string(), attributes: z.array(attribute).default([]) }),
  ),
  events: z.array(
    z.looseObject({
      id: z.string(),
      type: z.string(),
      time: z.string(),
      attributes: z.array(attribute).default([]),
      relationships: z
        .array(z.looseObject({ objectId: z.string(), qualifier: z.string().default('') }))
        .default([]),
    }),
  ),
});

const named = (list: readonly { name: string; value: string }[]): Record<string, string> =>
  Object.fromEntries(list.map(({ name, value }) => [name, value]));

/** An OCEL 2.0 log (JSON): objects of the type that most events speak of are the cases. Null for other JSON. */
export function ocelRecords(name: string, value: unknown): Records | null {
  if (value === null || typeof value !== 'object' || !('objects' in value) || !('events' in value))
    return null;
  const parsed = ocel.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new SourceError(`${name} looks like OCEL 2.0, but ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { objects, events } = parsed.data;
  const typeOf = new Map(objects.map(({ id, type }) => [id, type]));
  const uses = new Map<string, number>();
  for (const { relationships } of events) {
    for (const { objectId } of relationships) {
      const type = typeOf.get(objectId) ?? '';
      uses.set(type, (uses.get(type) ?? 0) + (/case|auth|request|determination/i.test(type) ? 1_000_000 : 1));
    }
  }
  const [caseType] = [...uses].sort((a, b) => b[1] - a[1])[0] ?? [''];
  const cases = new Map(
    objects.filter(({ type }) => type === caseType).map((one) => [one.id, named(one.attributes)]),
  );
  const told = events.flatMap(({ type, time, attributes, relationships }) =>
    relationships
      .filter(({ objectId }) => cases.has(objectId))
      .map(
        ({ objectId }): CaseEvent => ({
          case: objectId,
          activity: type,
          at: time,
          attributes: named(attributes),
        }),
      ),
  );
  return eventRecords(cases, told);
}
