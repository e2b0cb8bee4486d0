import type { FeedEvent, OutboxItem, Without } from '../../src/contract/index.ts';
import { type History, Journal } from '../../src/history/index.ts';
import { limit, workingDays } from '../../src/oracles/index.ts';
import { INTERPRETATION_NAMES, type Pack } from '../../src/rulebook/index.ts';
import { standardWorld } from '../../src/simulator/index.ts';

type Told = {
  at: number;
  text: string;
  event?: Without<FeedEvent, 'seq' | 'request'>;
  item?: Without<OutboxItem, 'seq' | 'request'>;
};

/** A generator of whole numbers below a bound, from a seed (mulberry32). */
export function drawing(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const LIMITS = [
  [1, 'business-days'],
  [2, 'business-days'],
  [14, 'calendar-days'],
  [24, 'hours'],
  [1, 'hours-or-calendar-days'],
  [3, 'hours-or-calendar-days'],
  [3, 'lesser-calendar-days'],
] as const;
const SETTINGS = ['inpatient', 'outpatient', 'surgical'] as const;

/**
 * A history of many requests whose acts crowd around limits, openings and clock changes, up to an instant;
 * the same for the same seed.
 */
export function randomHistory(pack: Pack, seed: number, cases: number, until: number): History {
  const draw = drawing(seed);
  const pick = <T>(of: readonly T[]): T => of[draw(of.length)] as T;
  const chance = (percent: number): boolean => draw(100) < percent;
  const header = {
    scenario: `random/${seed}`,
    pack: pack.id,
    seed: String(seed),
    adapter: 'random',
    implementation: 'random',
    capabilities: [],
    start: '2025-09-01T00:00:00Z',
    world: standardWorld('random', pack.id, pack.zone),
  };
  const journal = new Journal({ header });
  const coarse = chance(15);
  const text = (at: number): string =>
    coarse && chance(40)
      ? `${new Date(Math.floor(at / MINUTE) * MINUTE).toISOString().slice(0, 16)}Z`
      : new Date(at).toISOString();
  const calendarEdges = [
    '2025-11-02',
    '2026-03-08',
    '2025-12-24',
    '2026-04-17',
    '2026-07-02',
    '2025-11-26',
    '2026-02-13',
  ];
  const someInstant = (): number =>
    chance(50)
      ? Date.parse(`${pick(calendarEdges)}T00:00:00Z`) + draw(5 * 24 * 3600) * 1000 - 2 * DAY
      : Date.parse('2025-09-02T00:00:00Z') + draw(400 * 24 * 3600) * 1000;
  const near = (from: number): number => {
    if (chance(30)) return from + draw(6 * 24 * 60) * MINUTE;
    const [count, unit] = pick(LIMITS);
    const interpretation = pack.interpretations[pick(INTERPRETATION_NAMES)];
    const due = limit(workingDays(pack, interpretation.holidays), from, count, unit, interpretation);
    return Math.max(from, due + pick([-HOUR, -1000, -1, 0, 1, 1000, MINUTE, HOUR, DAY]));
  };
  const history: Told[] = [];
  for (let index = 0; index < cases; index += 1) oneCase(`26${String(index).padStart(3, '0')}R00001`, index);
  history.sort((a, b) => a.at - b.at);
  let seq = 0;
  let sent = 0;
  for (const { at: instant, text: at, event, item } of history) {
    if (instant > until - MINUTE) break;
    const { name, request } = (event ?? item) as unknown as { name: string; request: string };
    if (event) {
      seq += 1;
      const { name: _, ...rest } = event as unknown as Record<string, unknown>;
      journal.add({
        kind: 'portal',
        at,
        source: 'feed',
        case: name,
        event: { seq, ...rest, request } as unknown as FeedEvent,
      });
    } else {
      sent += 1;
      const { name: _, ...rest } = item as unknown as Record<string, unknown>;
      journal.add({
        kind: 'sent',
        at,
        source: 'outbox',
        case: name,
        item: { seq: sent, ...rest, request } as unknown as OutboxItem,
      });
    }
  }
  return journal.history(new Date(until).toISOString(), true);

  function oneCase(request: string, index: number): void {
    const name = `K${index}`;
    const tell = (at: number, kind: 'event' | 'item', body: Record<string, unknown>): void => {
      const written = text(at);
      history.push({ at, text: written, [kind]: { ...body, at: written, name, request } } as unknown as Told);
    };
    const received = someInstant();
    const reviewType = pick(['preservice', 'preservice', 'concurrent', 'retrospective'] as const);
    tell(received, 'event', {
      type: 'received',
      requestType: 'outpatient',
      reviewType,
      urgency: pick(['standard', 'urgent']),
      setting: pick(SETTINGS),
    });
    let information = received;
    if (chance(60)) {
      tell(received, 'event', { type: 'information-requested', items: ['clinical-notes'] });
      if (chance(85)) {
        information = chance(50) ? near(received) : received + draw(13 * 24 * 60) * MINUTE;
        tell(information, 'event', { type: 'information-received', items: ['clinical-notes'] });
      }
    }
    if (chance(5)) {
      tell(near(received), 'event', { type: 'closed', reason: 'withdrawn' });
      return;
    }
    if (chance(8)) return;
    const first = decide(1, Math.max(received, chance(60) ? near(information) : near(received)), false);
    if (!chance(15)) return;
    const asked = first + draw(5 * 24 * 60) * MINUTE;
    tell(asked, 'event', { type: 'reconsideration-requested', about: 1 });
    if (!chance(10)) decide(2, near(asked), true);

    function decide(decision: number, at: number, reconsideration: boolean): number {
      const outcome = pick(['approved', 'approved', 'denied', 'partial'] as const);
      const administrative = outcome === 'denied' && chance(25);
      const reason = administrative
        ? pick(['no-prior-authorization', 'excluded-benefit', 'late-notification'])
        : 'As reviewed.';
      tell(at, 'event', {
        type: 'decided',
        decision,
        reconsideration,
        outcome,
        basis: administrative ? 'administrative' : 'medical-necessity',
        reason,
        by: { role: 'physician', user: null },
        unitsGranted: outcome === 'denied' ? 0 : 1,
      });
      const call = near(at);
      if (!chance(8)) {
        const result = pick(['reached', 'reached', 'reached', 'voicemail'] as const);
        tell(call, 'item', {
          kind: 'call',
          decision,
          to: 'requesting-provider',
          phone: '617-555-0100',
          result,
        });
      }
      for (const to of ['requesting-provider', 'member'] as const) {
        if (!chance(8))
          tell(near(chance(80) ? call : at), 'item', {
            kind: 'letter',
            decision,
            to,
            address: 'on file',
            sections: {},
          });
      }
      return at;
    }
  }
}
