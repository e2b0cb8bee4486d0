import { WEEKDAYS } from '../../contract/index.ts';
import { type DelegateCase, delegateOf } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, text } from '../../facts/values.ts';
import { type Comparison, onCall, peerToPeerCallChecks } from '../check.ts';
import { isWorkingDay, workingDays } from '../clocks/working-days.ts';
import { atLeast, instant, PRESENT, span, type Values } from '../value.ts';
import { timeValue } from './bookings.ts';
import { localOf, zoneOf } from './calendar.ts';
import { expectedAt } from './expected-eligibility.ts';
import { endOf, inPreferences, type Offer, type OfferedSlot, perOffer, trained } from './offers.ts';
import { isLabeledRight } from './slot-labels.ts';
import { wrongPeerToPeerDays } from './wrong-windows.ts';

const WEEK: readonly string[] = WEEKDAYS;

/** How many wrong slots a finding shows. */
const SHOWN = 5;

/** The slots of an offer that break a rule under a name; not applicable to an offer without slots. */
function without(
  { call, slots }: Offer,
  name: string,
  breaks: (slot: OfferedSlot) => boolean,
  given: Values = {},
  shownAs: (slot: OfferedSlot) => Values = timeValue,
): Comparison | null {
  if (slots.length === 0) return null;
  const wrong = slots.filter(breaks);
  return onCall(
    call,
    { [name]: [] },
    { [name]: wrong.slice(0, SHOWN).map(shownAs) },
    { given: { slots: slots.length, [`${name}Count`]: wrong.length, ...given } },
  );
}

const reviewerOf = (facts: Facts, id: unknown) =>
  delegateOf(facts).delegation?.reviewers.find((one) => one.id === id);

const slotMinutes = ([first]: readonly DelegateCase[]): number => first?.pack.delegate.slotMinutes.value ?? 0;

/** The slots that are offered. Training, How to Schedule a Peer to Peer Request. */
export const slots = peerToPeerCallChecks({
  'p2p.slots.respect-preferences': perOffer((offer) => {
    const { zone, days, blocks, zoneName } = offer;
    return without(
      offer,
      'slotsOutsidePreferences',
      ({ start, end }) => {
        const fit = inPreferences(zone, days, blocks, start, end);
        // A slot of a weekend is another rule’s.
        const dayFits = fit.day || !WEEK.includes(localOf(zone, start).weekday);
        return !dayFits || !fit.block;
      },
      { days, blocks: blocks.map(Number), timeZone: zoneName },
    );
  }),
  'p2p.slots.fifteen-minute-grid': perOffer((offer) => {
    const minutes = slotMinutes(offer.files);
    return without(
      offer,
      'slotsOffGrid',
      ({ start, end }) =>
        localOf(offer.zone, start).minute % minutes !== 0 || end - start !== minutes * 60_000,
      { grid: span(minutes * 60_000) },
      ({ start, end }) => ({ start: instant(start), length: span(end - start) }),
    );
  }),
  'p2p.slots.no-weekend': perOffer((offer) => {
    const [first] = offer.files;
    if (!first) return null;
    const working = workingDays(first.pack, first.pack.interpretations.default.holidays);
    return without(offer, 'slotsOnDaysOff', ({ start, reviewer }) => {
      const own = zoneOf(reviewerOf(offer.facts, reviewer)?.zone ?? '');
      return ![offer.zone, own].every((one) => !one || isWorkingDay(working, one.toLocal(start).day));
    });
  }),
  'p2p.slots.grouped-by-skill-priority': perOffer(({ call, groups, facts }) => {
    if (groups.length === 0) return null;
    const rows = groups.map((group) => {
      const reviewer = text(at(group, 'reviewer.id'));
      const shown = typeof group.priority === 'number' ? group.priority : null;
      return { reviewer, shown, priority: reviewerOf(facts, reviewer)?.priority ?? 0 };
    });
    const inOrder = [...rows].sort((one, other) => one.priority - other.priority);
    return onCall(
      call,
      { groups: inOrder.map(({ reviewer, priority }) => ({ reviewer, priority })) },
      { groups: rows.map(({ reviewer, shown }) => ({ reviewer, priority: shown })) },
    );
  }),
  'p2p.slots.reviewers-qualified': perOffer((offer) =>
    without(
      offer,
      'slotsOfUntrainedReviewers',
      ({ reviewer }) => !trained(offer.facts, reviewer, offer.files),
    ),
  ),
  'p2p.slots.future-only': perOffer(({ call, slots: offered }) => {
    if (offered.length === 0) return null;
    const earliest = Math.min(...offered.map(({ start }) => start));
    return onCall(
      call,
      // A slot that starts at this very instant is in the past. Instants are whole milliseconds.
      { earliestSlot: atLeast(instant(call.at + 1)) },
      { earliestSlot: instant(earliest) },
      { given: { calledAt: instant(call.at), slots: offered.length } },
    );
  }),
  'p2p.slots.not-after-valid-until': perOffer((offer) => {
    const { files, call } = offer;
    if (files.some((file) => expectedAt(file, call.seq, call.at).dueAt !== null)) return null;
    const until = endOf(files, call.seq, call.at);
    const found = without(offer, 'slotsAfterWindow', ({ start }) => !(start <= until), {
      lastInstant: Number.isFinite(until) ? instant(until) : null,
    });
    return (
      found && {
        ...found,
        causedBy: () => files.map(wrongPeerToPeerDays).find((one) => one !== null) ?? null,
      }
    );
  }),
  'predecision.medicare.consult-must-occur-before-due': perOffer((offer) => {
    const { files, call } = offer;
    if (files.every((file) => expectedAt(file, call.seq, call.at).dueAt === null)) return null;
    const until = endOf(files, call.seq, call.at);
    const given = { dueAt: instant(until) };
    return (
      without(offer, 'slotsAfterDueDate', ({ start }) => !(start <= until), given) ??
      onCall(call, { slotsAfterDueDate: [] }, { slotsAfterDueDate: [] }, { given: { slots: 0, ...given } })
    );
  }),
  'p2p.slots.zone-label': perOffer((offer) =>
    without(
      offer,
      'slotsWithWrongLabel',
      (slot) => !isLabeledRight(offer.zone, offer.zoneName, slot),
      { timeZone: offer.zoneName },
      ({ start, label }) => ({ start: instant(start), label }),
    ),
  ),
  'p2p.slots.empty-week': perOffer(({ call, slots: offered }) =>
    offered.length > 0
      ? null
      : onCall(call, { message: PRESENT }, { message: text(call.answer.message) }, { given: { slots: 0 } }),
  ),
});
