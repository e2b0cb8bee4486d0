import type { FeedEvent, OutboxItem, Without } from '../../src/contract/index.ts';
import { type History, Journal } from '../../src/history/index.ts';
import { standardWorld } from '../../src/simulator/index.ts';
import type { Facts } from './labelled.ts';

const ID = '26001R00001';

const REVIEWS = {
  'preservice-nonurgent': { reviewType: 'preservice', urgency: 'standard', setting: 'surgical' },
  'preservice-urgent': { reviewType: 'preservice', urgency: 'urgent', setting: 'surgical' },
  'concurrent-urgent': { reviewType: 'concurrent', urgency: 'urgent', setting: 'inpatient' },
  'concurrent-inpatient-standard': { reviewType: 'concurrent', urgency: 'standard', setting: 'inpatient' },
  'concurrent-nonurgent': { reviewType: 'concurrent', urgency: 'standard', setting: 'outpatient' },
  retrospective: { reviewType: 'retrospective', urgency: 'standard', setting: 'surgical' },
} as const;

type BareEvent = Without<FeedEvent, 'seq' | 'request'>;
type BareItem = Without<OutboxItem, 'seq' | 'request'>;

/** A history of one request from the facts of a label: what the feed and the outbox would tell, in order. */
export function buildHistory({ given, until }: { readonly given: Facts; readonly until: string }): History {
  const world = standardWorld('labelled', 'allways-commercial', 'America/New_York');
  const header = {
    scenario: 'labelled/history',
    pack: 'allways-commercial',
    seed: 'labelled',
    adapter: 'by hand',
    implementation: 'by hand',
    // What the history shows: a portal that reports events and notifications, and takes decisions.
    capabilities: ['requests', 'decisions', 'events', 'outbox', 'clock', 'desk'],
    start: given.received,
    world,
  };
  const journal = new Journal({ header });
  const told: { at: string; event?: BareEvent; item?: BareItem }[] = [];
  const event = (one: BareEvent): number => told.push({ at: one.at, event: one });
  const item = (one: BareItem): number => told.push({ at: one.at, item: one });
  event({ type: 'received', at: given.received, requestType: 'outpatient', ...REVIEWS[given.row] });
  if (given.information !== 'at-receipt') {
    event({ type: 'information-requested', at: given.received, items: ['clinical-notes'] });
    if (given.information !== 'never') {
      event({ type: 'information-received', at: given.information, items: ['clinical-notes'] });
    }
  }
  for (const [index, made] of given.decisions.entries()) {
    const number = index + 1;
    if (made.asked) event({ type: 'reconsideration-requested', at: made.asked, about: index });
    if (made.decided) {
      event({
        type: 'decided',
        at: made.decided,
        decision: number,
        reconsideration: made.asked !== undefined,
        outcome: made.outcome,
        basis: made.basis,
        reason: made.reason,
        by: { role: made.role, user: null },
        unitsGranted: made.outcome === 'denied' ? 0 : 1,
      });
    }
    if (made.called) {
      item({
        kind: 'call',
        at: made.called,
        decision: number,
        to: made.calledParty,
        phone: '617-555-0100',
        result: made.callResult,
      });
    }
    for (const [to, at] of Object.entries(made.written)) {
      item({
        kind: 'letter',
        at,
        decision: number,
        to: to as 'member',
        address: 'on file',
        sections: { determination: 'As decided.' },
      });
    }
  }
  told.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  let events = 0;
  let items = 0;
  for (const { at, event: one, item: sent } of told) {
    if (one) {
      events += 1;
      journal.add({
        kind: 'portal',
        at,
        source: 'feed',
        case: 'A',
        event: { seq: events, request: ID, ...one } as FeedEvent,
      });
    } else if (sent) {
      items += 1;
      journal.add({
        kind: 'sent',
        at,
        source: 'outbox',
        case: 'A',
        item: { seq: items, request: ID, ...sent } as OutboxItem,
      });
    }
  }
  return journal.history(until, true);
}
