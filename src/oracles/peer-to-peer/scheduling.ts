import type { Exchange } from '../../facts/case-file.ts';
import { DAY_MS } from '../../facts/civil.ts';
import {
  type DelegateCase,
  delegateOf,
  done,
  isPractice,
  memberAt,
  type Talk,
  talkOfCall,
  talkState,
} from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, type Fields, fields, list, strings, text } from '../../facts/values.ts';
import { zoneOf } from './calendar.ts';
import { expectedAt } from './eligible.ts';
import { bookedBefore, casesIn, endOf, inPreferences, trained } from './offers.ts';

export type Place = { readonly start: number; readonly end: number; readonly reviewer: string };

/** Where a slot lies that was offered before a call, by its id. */
export function placeOf(facts: Facts, id: unknown, seq: number): Place | null {
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

/** The time zone that a user has confirmed before a call, or null. */
export function zoneBefore(facts: Facts, { actor, seq }: Exchange): string | null {
  const set = (facts.index.byOperation.get('set-time-zone') ?? [])
    .filter((call) => call.actor === actor && call.seq < seq && done(call))
    .at(-1);
  const known = delegateOf(facts).delegation?.accounts.find(({ id }) => id === actor)?.timeZone;
  return text(set?.body.timeZone) ?? known ?? null;
}

/** The live talk of a case before a record. */
export const liveTalk = (facts: Facts, file: DelegateCase, seq: number): Talk | undefined =>
  [...delegateOf(facts).talks.values()].find(
    (talk) => talk.scheduled.seq < seq && talk.cases.includes(file) && talkState(talk, seq) === 'scheduled',
  );

export const digits = (phone: unknown): number =>
  (text(phone) ?? '').replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '').length;

const keysOf = (body: Fields) => list(body.cases).map(fields);

/** What stands in the way of a request about cases, in words that are stable. */
export function requestProblems(facts: Facts, call: Exchange): string[] {
  const keys = keysOf(call.body);
  const files = casesIn(facts, call.body);
  const problems: string[] = [];
  if (keys.length === 0) problems.push('no case');
  if (new Set(keys.map(({ caseNumber }) => caseNumber)).size < keys.length) problems.push('twice');
  const foreign = keys.some(({ caseNumber, birthDate }) => {
    const file = delegateOf(facts).cases.get(text(caseNumber) ?? '');
    return file?.user !== call.actor || memberAt(facts, file, call.seq)?.birthDate !== birthDate;
  });
  if (foreign) problems.push('unknown');
  for (const file of files) {
    const { result, also } = expectedAt(file, call.seq, call.at);
    // By one reading a case such as an approved one may be talked about all the same.
    if (result === 'none') problems.push(also.length > 0 ? 'none by default' : 'none');
  }
  if (zoneBefore(facts, call) === null) problems.push('zone');
  const max = files[0]?.pack.delegate.maxCases.value ?? 5;
  if (keys.length > max) problems.push('many');
  return problems;
}

/** No document says how long before a talk it must be booked; a portal may want up to a day. */
const LONGEST_LEAD = DAY_MS;

/** What stands in the way of taking a slot; `soon` where a portal may refuse it, and need not. */
export function slotProblems(
  facts: Facts,
  call: Exchange,
  files: readonly DelegateCase[],
  moving?: Talk,
): string[] {
  const place = placeOf(facts, call.body.slot, call.seq);
  const preferences = fields(call.body.preferences);
  const zone = zoneOf(text(preferences.timeZone) ?? '');
  if (!place || !zone) return ['unknown slot'];
  const problems: string[] = [];
  const fit = inPreferences(
    zone,
    strings(preferences.days),
    list(preferences.blocks),
    place.start,
    place.end,
  );
  if (!fit.day || !fit.block) problems.push('outside');
  if (place.start <= call.at) problems.push('past');
  else if (place.start - call.at < LONGEST_LEAD) problems.push('soon');
  if (place.start > endOf(files, call.seq, call.at)) problems.push('late');
  if (!trained(facts, place.reviewer, files)) problems.push('untrained');
  const taken = bookedBefore(facts, place.reviewer, call.seq, moving).some(
    (one) => one.start < place.end && place.start < one.end,
  );
  if (taken) problems.push('taken');
  return problems;
}

export function contactProblems({ contact }: Fields): string[] {
  const { requestingProvider, phone, alternatePhone } = fields(contact);
  const problems: string[] = [];
  if ((text(requestingProvider) ?? '').trim() === '') problems.push('no name');
  if ((text(phone) ?? '').trim() === '') problems.push('no phone');
  else if (digits(phone) !== 10) problems.push('bad phone');
  if (alternatePhone !== undefined && digits(alternatePhone) !== 10) problems.push('bad phone');
  return problems;
}

/** Everything that stands in the way of a booking. */
export function bookingProblems(facts: Facts, call: Exchange): string[] {
  const files = casesIn(facts, call.body);
  const live = files.some((file) => liveTalk(facts, file, call.seq));
  return [
    ...requestProblems(facts, call),
    ...(live ? ['live'] : []),
    ...slotProblems(facts, call, files),
    ...contactProblems(call.body),
  ];
}

export const isBooking = (facts: Facts, call: Exchange): boolean =>
  call.op === 'schedule-peer-to-peer' && isPractice(facts, call.actor) && call.status !== 401;

/** What stands in the way of a change of an own appointment; null where the call is none. */
export function changeProblems(facts: Facts, call: Exchange): { talk: Talk; problems: string[] } | null {
  const talk = talkOfCall(facts, call);
  if (!talk || talk.scheduled.actor !== call.actor || call.status === 401) return null;
  const booked = talk.notes
    .filter((note) => note.type === 'consultation-scheduled' && note.seq < call.seq)
    .at(-1);
  const problems: string[] = [];
  if (talkState(talk, call.seq) !== 'scheduled') problems.push('over');
  if (call.at > Date.parse(text(booked?.told.start) ?? '')) problems.push('begun');
  if (call.op === 'cancel-peer-to-peer' && (text(call.body.reason) ?? '').trim() === '')
    problems.push('no reason');
  if (call.op === 'reschedule-peer-to-peer') {
    if (talk.cases.some((file) => expectedAt(file, call.seq, call.at).result === 'none'))
      problems.push('none');
    problems.push(...slotProblems(facts, call, talk.cases, talk));
  }
  return { talk, problems };
}
