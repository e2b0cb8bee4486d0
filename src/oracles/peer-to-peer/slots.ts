import { WEEKDAYS } from '../../contract/index.ts';
import type { Exchange } from '../../facts/case-file.ts';
import type { ZoneTable } from '../../facts/civil.ts';
import { type DelegateCase, delegateOf, done, isPractice } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, fields, list, strings, text } from '../../facts/values.ts';
import { type RuleId, US_ZONES } from '../../rulebook/index.ts';
import { peerToPeerCallChecks, type Seen } from '../check.ts';
import { isWorkingDay, workingDays } from '../clocks/working-days.ts';
import { labelled } from '../reconsideration/labels.ts';
import { shown } from '../seen.ts';
import { localOf, zoneOf } from './calendar.ts';
import { expectedAt } from './eligible.ts';
import { misreadsTalk } from './misread.ts';
import {
  casesIn,
  endOf,
  expectedSlots,
  inPreferences,
  type Offer,
  type OfferedSlot,
  offerOf,
  slotKey,
  trained,
} from './offers.ts';

const perOffer =
  (look: (offer: Offer) => Omit<Seen, 'events'> | null) =>
  (call: Exchange, facts: Facts): Seen | null => {
    const offer = offerOf(facts, call);
    const seen = offer && look(offer);
    return seen ? { ...shown(call, seen.holds, seen.because), ...seen } : null;
  };

/** All slots are right, or so many are not. */
const every = (slots: readonly OfferedSlot[], right: (slot: OfferedSlot) => boolean, what: string) => {
  if (slots.length === 0) return null;
  const wrong = slots.filter((slot) => !right(slot));
  const shownAt = wrong[0] ? `, such as ${new Date(wrong[0].start).toISOString()}` : '';
  return {
    holds: wrong.length === 0,
    because: `${wrong.length} of ${slots.length} slots ${what}${shownAt}.`,
  };
};

const refusedFor = (call: Exchange, path: string): boolean =>
  list(call.answer.errors).some((one) => (text(fields(one).path) ?? '').includes(path));

/** A call for slots by a user who may ask for them. */
const asking = (facts: Facts, call: Exchange): boolean =>
  call.op === 'offer-slots' && isPractice(facts, call.actor) && call.status !== 401;

const WEEK: readonly string[] = WEEKDAYS;

/** The minutes of a slot, and the hours at which blocks begin, by the profile of the cases. */
const profileOf = (files: readonly DelegateCase[]) => files[0]?.pack.delegate;

const isBlock = (block: unknown, profile: ReturnType<typeof profileOf>): boolean => {
  const { first, last } = profile?.blocks.value ?? { first: 0, last: 0 };
  return Number(block) >= first && Number(block) <= last;
};

/** Preferences and slots. Training, How to Schedule a Peer to Peer Request. */
export const peerSlots = peerToPeerCallChecks({
  'p2p.availability.days-mon-fri': (call, facts) => {
    const days = strings(at(call.body, 'preferences.days'));
    if (!asking(facts, call) || days.length === 0) return null;
    const weekend = days.some((day) => !WEEK.includes(day));
    if (weekend) return shown(call, !done(call), `A weekend day was answered ${call.status}.`);
    return refusedFor(call, 'days')
      ? shown(call, false, 'A working day was refused.')
      : done(call)
        ? shown(call, true, 'Working days were taken.')
        : null;
  },
  'p2p.availability.twelve-hour-blocks': (call, facts) => {
    const blocks = list(at(call.body, 'preferences.blocks'));
    const profile = profileOf(casesIn(facts, call.body));
    if (!asking(facts, call) || blocks.length === 0 || !profile) return null;
    if (!blocks.every((block) => isBlock(block, profile)))
      return shown(call, !done(call), `A block outside the twelve was answered ${call.status}.`);
    return refusedFor(call, 'blocks')
      ? shown(call, false, 'A block of the twelve was refused.')
      : done(call)
        ? shown(call, true, `${blocks.length} blocks were taken.`)
        : null;
  },
  'p2p.availability.at-least-one': (call, facts) => {
    const none = ['days', 'blocks'].some((name) => list(at(call.body, `preferences.${name}`)).length === 0);
    if (!asking(facts, call) || !none) return null;
    const offered = list(call.answer.groups).length;
    return shown(
      call,
      !done(call) || offered === 0,
      `Nothing chosen was answered ${call.status} with ${offered} reviewers.`,
    );
  },
  'p2p.availability.timezone': perOffer(({ call, zoneName, slots, zone, days, blocks }) => {
    const inside = (other: ZoneTable): number =>
      slots.filter(({ start, end }) => {
        const fit = inPreferences(other, days, blocks, start, end);
        return fit.day && fit.block;
      }).length;
    const tied = call.answer.timeZone === zoneName;
    // Hours chosen in one zone and slots of another: all of them lie in those hours elsewhere, and not all here.
    const elsewhere = Object.keys(US_ZONES).some((name) => {
      const other = zoneOf(name);
      return other !== null && inside(other) === slots.length;
    });
    const moved = inside(zone) < slots.length && elsewhere;
    return {
      holds: tied && !moved,
      because: `Chosen in ${zoneName}, shown in ${text(call.answer.timeZone)}; ${inside(zone)} of ${slots.length} slots lie in the chosen hours.`,
    };
  }),
  'p2p.availability.cross-product': perOffer((offer) => {
    const { files, call } = offer;
    const { days, blocks } = offer;
    const profile = profileOf(files);
    const possible = days.every((day) => WEEK.includes(day)) && blocks.every((one) => isBlock(one, profile));
    if (!possible || files.some((file) => expectedAt(file, call.seq, call.at).result === 'none')) return null;
    const expected = [...expectedSlots(offer)];
    const given = new Set(offer.slots.map(slotKey));
    const missing = expected.filter(([key]) => !given.has(key));
    const starts = offer.slots.map(({ start }) => start);
    // A portal may want some time before a talk, and may not look ahead for ever: then all that lacks is at one end.
    const cut =
      missing.every(([, start]) => start < Math.min(...starts)) ||
      missing.every(([, start]) => start > Math.max(...starts));
    return {
      holds: missing.length === 0 ? true : cut ? null : false,
      because: `${expected.length} slots are free and fit the days and blocks; ${missing.length} of them are not offered.`,
      causedBy: missing.length > 0 ? shortened(offer) : null,
    };
  }),
  'p2p.slots.respect-preferences': perOffer(({ slots, zone, days, blocks }) =>
    every(
      slots,
      ({ start, end }) => {
        const fit = inPreferences(zone, days, blocks, start, end);
        const { weekday } = localOf(zone, start);
        return (fit.day || !WEEK.includes(weekday)) && fit.block;
      },
      'lie outside the chosen days and blocks',
    ),
  ),
  'p2p.slots.fifteen-minute-grid': perOffer(({ slots, zone, files }) => {
    const minutes = profileOf(files)?.slotMinutes.value ?? 0;
    return every(
      slots,
      ({ start, end }) => localOf(zone, start).minute % minutes === 0 && end - start === minutes * 60_000,
      'are off the grid of a quarter of an hour',
    );
  }),
  'p2p.slots.no-weekend': perOffer(({ slots, zone, files, facts }) => {
    const [first] = files;
    if (!first) return null;
    const working = workingDays(first.pack, first.pack.readings.default.holidays);
    return every(
      slots,
      ({ start, reviewer }) => {
        const own = zoneOf(
          delegateOf(facts).delegation?.reviewers.find(({ id }) => id === reviewer)?.zone ?? '',
        );
        return [zone, own].every((one) => !one || isWorkingDay(working, one.toLocal(start).day));
      },
      'fall on a weekend or a holiday',
    );
  }),
  'p2p.slots.grouped-by-skill-priority': perOffer(({ groups, facts }) => {
    if (groups.length === 0) return null;
    const known = groups.map(
      (group) =>
        delegateOf(facts).delegation?.reviewers.find(({ id }) => id === at(group, 'reviewer.id'))?.priority ??
        0,
    );
    const sorted = known.every((priority, index) => index === 0 || priority >= (known[index - 1] ?? 0));
    const told = groups.every((group, index) => group.priority === known[index]);
    return { holds: sorted && told, because: `The priorities are ${known.join(', ')} in order.` };
  }),
  'p2p.slots.reviewers-qualified': perOffer(({ slots, files, facts }) =>
    every(
      slots,
      ({ reviewer }) => trained(facts, reviewer, files),
      'are of a reviewer who is not trained for every case',
    ),
  ),
  'p2p.slots.future-only': perOffer(({ slots, call }) =>
    every(slots, ({ start }) => start > call.at, 'lie in the past'),
  ),
  'p2p.slots.not-after-valid-until': perOffer(({ slots, files, call }) => {
    if (files.some((file) => expectedAt(file, call.seq, call.at).dueAt !== null)) return null;
    const until = endOf(files, call.seq, call.at);
    const found = every(slots, ({ start }) => start <= until, 'lie after the last day of a talk');
    return found && { ...found, causedBy: files.map(misreadsTalk).find((one) => one !== null) ?? null };
  }),
  'predecision.medicare.consult-must-occur-before-due': perOffer(({ slots, files, call }) => {
    if (files.every((file) => expectedAt(file, call.seq, call.at).dueAt === null)) return null;
    const until = endOf(files, call.seq, call.at);
    const found = every(slots, ({ start }) => start <= until, 'begin after the due date');
    return found ?? { holds: true, because: 'No slot is offered before the due date.' };
  }),
  'p2p.slots.zone-label': perOffer(({ slots, zone, zoneName }) =>
    every(slots, (slot) => labelled(zone, zoneName, slot), 'carry another time or zone than theirs'),
  ),
  'p2p.slots.empty-week': perOffer(({ call, slots }) =>
    slots.length > 0
      ? null
      : {
          holds: (text(call.answer.message) ?? '') !== '',
          because: `An empty week says “${text(call.answer.message) ?? ''}”.`,
        },
  ),
});

/** Whether an offer lacks slots because the days of a talk or the due date are misread. */
function shortened({ files }: Offer): RuleId | null {
  return files.map(misreadsTalk).find((one) => one !== null) ?? null;
}
