import { z } from 'zod';
import { SourceError } from './bytes.ts';
import { type CaseEvent, eventRecords } from './events.ts';
import type { Entry, Records } from './records.ts';

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

const code = z.looseObject({ code: z.string().optional() });
const concept = z.looseObject({ coding: z.array(code).default([]) });
const identifier = z.array(z.looseObject({ value: z.string() })).default([]);
const resource = z.looseObject({
  resourceType: z.string(),
  id: z.string().optional(),
  created: z.string().optional(),
  priority: concept.optional(),
  identifier,
  preAuthRef: z.string().optional(),
  outcome: z.string().optional(),
  request: z.looseObject({ reference: z.string().optional() }).optional(),
  item: z.array(z.looseObject({})).default([]),
});
const bundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  timestamp: z.string().optional(),
  entry: z
    .array(z.looseObject({ fullUrl: z.string().optional(), resource: resource.optional() }))
    .default([]),
});

/** Codes of what was decided on an item (X12 HCR01), wherever in the item they stand. */
const ACTIONS: Readonly<Record<string, string>> = {
  A1: 'approved',
  A2: 'partial',
  A3: 'denied',
  A6: 'partial',
  C: 'withdrawn',
};

function outcomeOf(items: readonly unknown[]): string | null {
  const found = [...JSON.stringify(items).matchAll(/"code":"(A1|A2|A3|A6|C|A4)"/g)].map(
    ([, action = '']) => action,
  );
  const told = new Set(found.map((action) => ACTIONS[action]).filter((outcome) => outcome !== undefined));
  if (told.size === 0) return null;
  return told.size === 1 ? ([...told][0] ?? null) : 'partial';
}

const PAS_COLUMNS = ['case_id', 'review_type', 'urgency', 'received_at', 'decided_at', 'outcome'];

/** Requests and answers of Da Vinci PAS in FHIR bundles, as far as they carry the times. Null for other JSON. */
export function pasRecords(value: unknown): Records | null {
  const bundles = (Array.isArray(value) ? value : [value]).map((one) => bundle.safeParse(one));
  if (bundles.length === 0 || bundles.some(({ success }) => !success)) return null;
  const rows = new Map<string, Record<string, string>>();
  for (const { data } of bundles) {
    const resources = (data?.entry ?? []).flatMap((entry) =>
      entry.resource ? [{ url: entry.fullUrl ?? '', ...entry.resource }] : [],
    );
    for (const claim of resources) {
      if (claim.resourceType !== 'Claim') continue;
      const id = claim.identifier[0]?.value ?? claim.id ?? claim.url;
      const row = rows.get(id) ?? { case_id: id, review_type: 'preservice' };
      rows.set(id, row);
      row.urgency = claim.priority?.coding.some((each) => each.code === 'stat') ? 'urgent' : 'standard';
      const received = claim.created ?? data?.timestamp;
      if (received) row.received_at = received;
    }
    for (const answer of resources) {
      if (answer.resourceType !== 'ClaimResponse') continue;
      const reference =
        String(answer.request?.reference ?? '')
          .split('/')
          .at(-1) ?? '';
      const asked = resources.find(
        ({ resourceType, id, url }) =>
          resourceType === 'Claim' && (id === reference || url.endsWith(reference)),
      );
      const id =
        answer.identifier.map((each) => each.value).find((each) => rows.has(each)) ??
        asked?.identifier[0]?.value ??
        answer.identifier[0]?.value ??
        reference;
      const row = rows.get(id) ?? { case_id: id, review_type: 'preservice', urgency: 'standard' };
      rows.set(id, row);
      const outcome = outcomeOf(answer.item);
      if (outcome === 'withdrawn') Object.assign(row, { outcome, closed_at: answer.created ?? '' });
      else if (outcome) Object.assign(row, { outcome, decided_at: answer.created ?? '' });
    }
  }
  if (rows.size === 0) return null;
  const columns = [...PAS_COLUMNS, 'closed_at'];
  async function* entries(): AsyncGenerator<Entry> {
    let line = 0;
    for (const row of rows.values()) {
      line += 1;
      yield { line, cells: columns.map((column) => row[column] ?? null) };
    }
  }
  return { columns, entries: entries() };
}
