import type { Exchange } from '../../facts/case-file.ts';
import type { ZoneTable } from '../../facts/civil.ts';
import { buildAt, type DelegateCase, delegateOf, done, talkState } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, type Fields, fields, list, strings, text } from '../../facts/values.ts';
import type { Comparison } from '../check.ts';
import { bookedTimes } from './bookings.ts';
import { localOf, weekOf, workingStarts, zoneOf } from './calendar.ts';
import { expectedAt } from './expected-eligibility.ts';

/** A slot as it was offered; instants are epoch ms. */
export type OfferedSlot = {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly reviewer: string;
  readonly label: string;
};

/** A successful offer of slots, with what was asked for. Instants are epoch ms. */
export type Offer = {
  readonly call: Exchange;
  readonly facts: Facts;
  readonly files: readonly DelegateCase[];
  readonly zone: ZoneTable;
  readonly zoneName: string;
  readonly days: readonly string[];
  readonly blocks: readonly unknown[];
  readonly slots: readonly OfferedSlot[];
  readonly groups: readonly Fields[];
};

/** The cases that a body names and that are known, in its order. */
export const casesIn = (facts: Facts, body: Fields): readonly DelegateCase[] =>
  list(body.cases).flatMap((one) => delegateOf(facts).cases.get(text(fields(one).caseNumber) ?? '') ?? []);

/** A successful offer in a zone whose offsets are known. */
export function offerOf(facts: Facts, call: Exchange): Offer | null {
  if (call.op !== 'offer-slots' || !done(call)) return null;
  const preferences = fields(call.body.preferences);
  const zoneName = text(preferences.timeZone) ?? '';
  const zone = zoneOf(zoneName);
  if (!zone) return null;
  const groups = list(call.answer.groups).map(fields);
  const slots = groups.flatMap((group) =>
    list(group.slots)
      .map(fields)
      .map((slot) => ({
        id: text(slot.id) ?? '',
        start: Date.parse(text(slot.start) ?? ''),
        end: Date.parse(text(slot.end) ?? ''),
        reviewer: text(at(group, 'reviewer.id')) ?? '',
        label: text(slot.label) ?? '',
      })),
  );
  return {
    call,
    facts,
    files: casesIn(facts, call.body),
    zone,
    zoneName,
    days: strings(preferences.days),
    blocks: list(preferences.blocks),
    slots,
    groups,
  };
}

/** Whether a slot lies on the chosen days and, from its start to its end, in the chosen blocks. */
export function inPreferences(
  zone: ZoneTable,
  days: readonly string[],
  blocks: readonly unknown[],
  start: number,
  end: number,
): { day: boolean; block: boolean } {
  const [first, last] = [localOf(zone, start), localOf(zone, end - 1)];
  return {
    day: days.includes(first.weekday) && first.date === last.date,
    block: blocks.includes(first.hour) && blocks.includes(last.hour),
  };
}

/** The last instant (epoch ms) at which a peer-to-peer about all the cases may start; infinite where none binds. */
export function endOf(files: readonly DelegateCase[], seq: number, when: number): number {
  const ends = files.map((file) => {
    const { dueAt, validUntil } = expectedAt(file, seq, when);
    return dueAt ?? validUntil ?? Number.POSITIVE_INFINITY;
  });
  return Math.min(...ends, Number.POSITIVE_INFINITY);
}

/** Whether a reviewer is trained for every case. */
export const trained = (facts: Facts, reviewer: string, files: readonly DelegateCase[]): boolean => {
  const known = delegateOf(facts).delegation?.reviewers.find(({ id }) => id === reviewer);
  return files.every((file) => known?.skills.includes(buildAt(file).program as never) === true);
};

/** What makes a slot one of a kind: its reviewer and its start. */
export const slotKey = ({ reviewer, start }: Pick<OfferedSlot, 'reviewer' | 'start'>): string =>
  `${reviewer} ${start}`;

/** A check of each successful offer of slots. */
export const perOffer =
  (look: (offer: Offer) => Comparison | null) =>
  (call: Exchange, facts: Facts): Comparison | null => {
    const offer = offerOf(facts, call);
    return offer && look(offer);
  };

type ExpectedSlot = Pick<OfferedSlot, 'reviewer' | 'start'>;

/** Every slot that should be offered, by its key. */
export function expectedSlots({ facts, call, files, zone, days, blocks }: Offer): Map<string, ExpectedSlot> {
  const [first] = files;
  const week = text(call.answer.week) ?? text(call.body.week) ?? '';
  const found = new Map<string, ExpectedSlot>();
  if (!first) return found;
  const [from, until] = weekOf(zone, week);
  const length = first.pack.delegate.slotMinutes.value * 60_000;
  const live = [...delegateOf(facts).talks.values()].filter(
    (one) => talkState(one) === 'scheduled' && files.some((file) => one.cases.includes(file)),
  );
  // Where several are scheduled already, an offer does not say which of them is to be moved.
  const moving = live.length === 1 ? live[0] : undefined;
  for (const reviewer of delegateOf(facts).delegation?.reviewers ?? []) {
    if (!trained(facts, reviewer.id, files)) continue;
    const busy = bookedTimes(facts, reviewer.id, moving);
    for (const start of workingStarts(reviewer, first.pack, from, until)) {
      const fit = inPreferences(zone, days, blocks, start, start + length);
      const free = busy.every((one) => one.end <= start || start + length <= one.start);
      if (fit.day && fit.block && free && start > call.at && start <= endOf(files, call.seq, call.at))
        found.set(slotKey({ reviewer: reviewer.id, start }), { reviewer: reviewer.id, start });
    }
  }
  return found;
}
