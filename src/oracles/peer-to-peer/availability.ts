import { WEEKDAYS } from '../../contract/index.ts';
import type { Exchange } from '../../facts/case-file.ts';
import type { ZoneTable } from '../../facts/civil.ts';
import { type DelegateCase, done, isPractice } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, fields, list, strings, text } from '../../facts/values.ts';
import { US_ZONES } from '../../rulebook/index.ts';
import { type Comparison, onCall, peerToPeerCallChecks } from '../check.ts';
import type { Value } from '../value.ts';
import { timeValue } from './bookings.ts';
import { zoneOf } from './calendar.ts';
import { expectedAt } from './expected-eligibility.ts';
import { refusal } from './grounds-for-refusal.ts';
import { casesIn, expectedSlots, inPreferences, type Offer, perOffer, slotKey } from './offers.ts';
import { wrongPeerToPeerDays } from './wrong-windows.ts';

const WEEK: readonly string[] = WEEKDAYS;

/** The figures of the delegate for a list of cases. */
const figuresOf = (files: readonly DelegateCase[]) => files[0]?.pack.delegate;

/** Whether a block is one that the delegate offers, by the hour at which it begins. */
const isBlock = (block: unknown, figures: ReturnType<typeof figuresOf>): boolean => {
  const { first, last } = figures?.blocks.value ?? { first: 0, last: 0 };
  return Number(block) >= first && Number(block) <= last;
};

/** Whether a call is one for slots, by a user who may ask for them. */
const asksForSlots = (facts: Facts, call: Exchange): boolean =>
  call.op === 'offer-slots' && isPractice(facts, call.actor) && call.status !== 401;

/** A preference that must not be refused, judged where a call was either done or refused for it. */
function taken(call: Exchange, preference: 'days' | 'blocks', chosen: Value): Comparison | null {
  const refused = list(call.answer.errors).some((one) => (text(fields(one).path) ?? '').includes(preference));
  if (!refused && !done(call)) return null;
  return onCall(
    call,
    { refusedPreferences: [] },
    { refusedPreferences: refused ? [preference] : [], answer: call.status },
    { given: { [preference]: chosen } },
  );
}

const numbers = (blocks: readonly unknown[]): number[] => blocks.map(Number);

/**
 * The zone in whose hours the slots of an offer lie: the chosen one, unless all of them lie in the chosen hours of
 * another zone and not all in those of the chosen one.
 */
function zoneOfHours({ zone, zoneName, slots, days, blocks }: Offer): string {
  const allInside = (other: ZoneTable): boolean =>
    slots.every(({ start, end }) => {
      const fit = inPreferences(other, days, blocks, start, end);
      return fit.day && fit.block;
    });
  if (allInside(zone)) return zoneName;
  const elsewhere = Object.keys(US_ZONES).find((name) => {
    const other = zoneOf(name);
    return other !== null && allInside(other);
  });
  return elsewhere ?? zoneName;
}

/** Preferences of days, hours and zone. Training, How to Schedule a Peer to Peer Request. */
export const availability = peerToPeerCallChecks({
  'p2p.availability.days-mon-fri': (call, facts) => {
    const days = strings(at(call.body, 'preferences.days'));
    if (!asksForSlots(facts, call) || days.length === 0) return null;
    return days.every((day) => WEEK.includes(day)) ? taken(call, 'days', days) : refusal(call, { days });
  },
  'p2p.availability.twelve-hour-blocks': (call, facts) => {
    const blocks = list(at(call.body, 'preferences.blocks'));
    const figures = figuresOf(casesIn(facts, call.body));
    if (!asksForSlots(facts, call) || blocks.length === 0 || !figures) return null;
    return blocks.every((block) => isBlock(block, figures))
      ? taken(call, 'blocks', numbers(blocks))
      : refusal(call, { blocks: numbers(blocks) });
  },
  'p2p.availability.at-least-one': (call, facts) => {
    const [days, blocks] = [at(call.body, 'preferences.days'), at(call.body, 'preferences.blocks')].map(list);
    if (!asksForSlots(facts, call) || !days || !blocks || (days.length > 0 && blocks.length > 0)) return null;
    const given = { days: strings(days), blocks: numbers(blocks) };
    if (!done(call)) return refusal(call, given);
    const reviewers = list(call.answer.groups).map((group) => text(at(group, 'reviewer.id')));
    return onCall(call, { reviewersOffered: [] }, { reviewersOffered: reviewers }, { given });
  },
  'p2p.availability.timezone': perOffer((offer) =>
    onCall(
      offer.call,
      { timeZone: offer.zoneName, timeZoneOfHours: offer.zoneName },
      { timeZone: text(offer.call.answer.timeZone), timeZoneOfHours: zoneOfHours(offer) },
      { given: { days: offer.days, blocks: numbers(offer.blocks) } },
    ),
  ),
  'p2p.availability.cross-product': perOffer((offer) => {
    const { files, call, days, blocks } = offer;
    const figures = figuresOf(files);
    const possible = days.every((day) => WEEK.includes(day)) && blocks.every((one) => isBlock(one, figures));
    if (!possible || files.some((file) => expectedAt(file, call.seq, call.at).result === 'none')) return null;
    const expected = [...expectedSlots(offer)];
    const given = new Set(offer.slots.map(slotKey));
    const missing = expected.filter(([key]) => !given.has(key)).map(([, slot]) => slot);
    const starts = offer.slots.map(({ start }) => start);
    // A portal may want some notice, and may not look ahead for ever: then all that lacks is at one end.
    const atOneEnd =
      missing.every(({ start }) => start < Math.min(...starts)) ||
      missing.every(({ start }) => start > Math.max(...starts));
    const [first] = missing;
    return {
      ...onCall(
        call,
        { slotsOffered: expected.length },
        {
          slotsOffered: expected.length - missing.length,
          ...(first ? { firstMissing: timeValue(first) } : {}),
        },
        { given: { days, blocks: numbers(blocks), timeZone: offer.zoneName } },
      ),
      causedBy: () => files.map(wrongPeerToPeerDays).find((one) => one !== null) ?? null,
      ...(atOneEnd ? { otherwise: 'depends' } : {}),
    };
  }),
});
