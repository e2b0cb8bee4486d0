import type { Exchange } from '../../facts/case-file.ts';
import { type DelegateCase, delegateOf, done, type Talk, talkState } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, fields, list, text } from '../../facts/values.ts';
import { type Instant, instant, type Values } from '../value.ts';

/** A reviewer's time; instants are epoch ms. */
export type ReviewerTime = { readonly start: number; readonly end: number; readonly reviewer: string };

/** An instant that a portal gave as text, or null where the text is none. */
export function instantIn(value: unknown): Instant | null {
  const ms = Date.parse(text(value) ?? '');
  return Number.isNaN(ms) ? null : instant(ms);
}

/** A reviewer's time as a finding shows it. */
export const timeValue = ({ start, reviewer }: Pick<ReviewerTime, 'start' | 'reviewer'>): Values => ({
  start: instant(start),
  reviewer,
});

/** The time of a slot that was offered before a call, by the slot's id; null for a slot that was never offered. */
export function slotTime(facts: Facts, id: unknown, seq: number): ReviewerTime | null {
  for (const call of facts.index.byOperation.get('offer-slots') ?? []) {
    if (call.seq > seq || !done(call)) continue;
    for (const group of list(call.answer.groups).map(fields))
      for (const slot of list(group.slots).map(fields))
        if (slot.id === id)
          return {
            start: Date.parse(text(slot.start) ?? ''),
            end: Date.parse(text(slot.end) ?? ''),
            reviewer: text(at(group, 'reviewer.id')) ?? '',
          };
  }
  return null;
}

/** What the feed said last about when a peer-to-peer takes place. */
export const lastScheduled = ({ notes }: Talk) =>
  notes.filter((note) => note.type === 'consultation-scheduled').at(-1) ?? null;

/** Scheduled times of a reviewer, without those of one peer-to-peer that is to be moved. */
export function bookedTimes(facts: Facts, reviewer: string, but?: Talk) {
  return [...delegateOf(facts).talks.values()].flatMap((peerToPeer) => {
    if (peerToPeer === but || talkState(peerToPeer) !== 'scheduled') return [];
    const last = lastScheduled(peerToPeer);
    if (!last || last.told.reviewer !== reviewer) return [];
    const [start, end] = [last.told.start, last.told.end].map((iso) => Date.parse(text(iso) ?? ''));
    return [{ peerToPeer, start: start ?? Number.NaN, end: end ?? Number.NaN }];
  });
}

/** The peer-to-peer of a case that is scheduled, if there is one. */
export const livePeerToPeer = (facts: Facts, file: DelegateCase): Talk | undefined =>
  [...delegateOf(facts).talks.values()].find(
    (one) => one.cases.includes(file) && talkState(one) === 'scheduled',
  );

/** The time zone (IANA) that a user has confirmed before a call, or null. */
export function confirmedZone(facts: Facts, { actor }: Exchange): string | null {
  const set = (facts.index.byOperation.get('set-time-zone') ?? [])
    .filter((call) => call.actor === actor && done(call))
    .at(-1);
  const known = delegateOf(facts).delegation?.accounts.find(({ id }) => id === actor)?.timeZone;
  return text(set?.body.timeZone) ?? known ?? null;
}
