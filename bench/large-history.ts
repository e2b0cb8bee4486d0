import type { FeedEvent, OutboxItem } from '../src/contract/index.ts';
import type { History, HistoryRecord } from '../src/history/index.ts';
import { standardWorld, submissionTemplates } from '../src/simulator/index.ts';

const HOUR = 3_600_000;

/** A history of so many requests, each submitted, decided, told and viewed; one in ten is late. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one case, record by record, reads best in its order
export function largeHistory(cases: number): History {
  const base = standardWorld('bench', 'allways-commercial', 'America/New_York');
  const [template] = base.members;
  if (!template) throw new RangeError('the standard world has no member');
  const members = Array.from({ length: Math.ceil(cases / 10) }, (_one, index) => ({
    ...template,
    id: `B${index}`,
  }));
  const world = { ...base, members };
  const records: HistoryRecord[] = [];
  const add = (record: Record<string, unknown>): number =>
    records.push({ seq: records.length + 1, hash: '', ...record } as HistoryRecord);
  const start = Date.parse('2026-01-05T14:00:00Z');
  const submission = submissionTemplates('2026-01-05').outpatient;
  let feed = 0;
  let outbox = 0;
  for (let index = 0; index < cases; index += 1) {
    const at = start + (index % 200) * HOUR * 24;
    const iso = (hours: number): string => new Date(at + hours * HOUR).toISOString();
    const id = `26${String(index).padStart(9, '0')}`;
    const name = `C${index}`;
    const about = { actor: 'pcp', case: name };
    const body = { ...submission, member: `B${index % members.length}` };
    add({ kind: 'asked', at: iso(0), op: 'submit-request', ...about, body });
    const view = { access: 'full', id, status: 'MEDREVIEW', type: 'outpatient', lines: [], decisions: [] };
    add({
      kind: 'answered',
      at: iso(0),
      op: 'submit-request',
      ...about,
      status: 201,
      body: view,
      digest: '',
    });
    const event = (hours: number, one: Record<string, unknown>): void => {
      feed += 1;
      const told = { seq: feed, at: iso(hours), request: id, ...one } as unknown as FeedEvent;
      add({ kind: 'portal', at: iso(hours), source: 'feed', case: name, event: told });
    };
    const sent = (hours: number, one: Record<string, unknown>): void => {
      outbox += 1;
      const item = { seq: outbox, at: iso(hours), request: id, decision: 1, ...one } as unknown as OutboxItem;
      add({ kind: 'sent', at: iso(hours), source: 'outbox', case: name, item });
    };
    const decided = index % 10 === 0 ? 24 * 12 : 20;
    event(0, {
      type: 'received',
      requestType: 'outpatient',
      reviewType: 'preservice',
      urgency: 'standard',
      setting: 'surgical',
    });
    event(0, { type: 'status-changed', from: null, to: 'MEDREVIEW', cause: 'submission' });
    event(decided, {
      type: 'decided',
      decision: 1,
      reconsideration: false,
      outcome: 'approved',
      basis: 'medical-necessity',
      reason: 'Met.',
      by: { role: 'nurse', user: null },
      unitsGranted: 2,
    });
    event(decided, { type: 'status-changed', from: 'MEDREVIEW', to: 'APPROVED', cause: 'decision' });
    sent(decided + 3, { kind: 'call', to: 'requesting-provider', phone: '', result: 'reached' });
    sent(decided + 5, {
      kind: 'letter',
      to: 'requesting-provider',
      address: '',
      sections: { determination: '' },
    });
    sent(decided + 6, { kind: 'letter', to: 'member', address: '', sections: { determination: '' } });
    add({ kind: 'asked', at: iso(decided + 8), op: 'view-request', ...about, path: { id } });
    add({
      kind: 'answered',
      at: iso(decided + 8),
      op: 'view-request',
      ...about,
      status: 200,
      body: { ...view, status: 'APPROVED' },
      digest: '',
    });
  }
  return {
    header: {
      kind: 'header',
      formatVersion: 1,
      scenario: 'bench/large',
      pack: 'allways-commercial',
      seed: 'bench',
      adapter: 'bench',
      implementation: 'bench',
      capabilities: [],
      start: new Date(start).toISOString(),
      world,
      worldDigest: '',
    },
    records,
    until: '2027-03-01T00:00:00Z',
    complete: true,
  };
}
