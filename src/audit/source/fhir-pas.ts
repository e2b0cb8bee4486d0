import { z } from 'zod';
import { decideRow, type Records, recordsOfRows } from './records.ts';

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

/** The codes of certification actions in the items of an answer, wherever in an item they stand. */
const actionsIn = (items: readonly unknown[]): string[] =>
  [...JSON.stringify(items).matchAll(/"code":"(A[1-6]|C)"/g)].map(([, action = '']) => action);

const PAS_COLUMNS = [
  'case_id',
  'review_type',
  'urgency',
  'received_at',
  'decided_at',
  'outcome',
  'closed_at',
];

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
      decideRow(row, actionsIn(answer.item), answer.created ?? '');
    }
  }
  if (rows.size === 0) return null;
  return recordsOfRows([...rows.values()], PAS_COLUMNS);
}
