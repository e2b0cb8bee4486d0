import type { CaseDecision, TalkOutcomeName } from '../../contract/index.ts';
import type { DelegateRules } from '../case-build/build.ts';
import { adverse, determined, fullApproval } from '../case-decision/determine.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState } from '../core/state.ts';
import type { DelegateCommandOf } from '../delegate/command.ts';
import type { DelegateDomainEvent } from '../delegate/event.ts';
import { windowsOf } from '../delegate/gates.ts';
import {
  type Appointment,
  appointmentOf,
  type CaseFileState,
  lastDetermination,
  type PracticeAccount,
  stateOf,
} from '../delegate/state.ts';
import { packOf } from '../delegate/windows.ts';
import type { Eligibility } from './eligibility.ts';
import { type FreeSlot, knownZone, slotOf } from './slots.ts';

type Result = DelegateDomainEvent[] | Refusal;
type Keys = DelegateCommandOf<'schedule'>['cases'];

export const CONSULTATIVE =
  'This peer-to-peer is consultative only: post-decision options are exhausted or not delegated, and the decision cannot be modified.';

export const eligibilityOf = (
  file: CaseFileState,
  now: number,
  { gates, pack }: DelegateRules,
): Eligibility => gates.eligibility(file, now, packOf(pack, file), windowsOf(gates));

/** The cases of a talk by number and birth date, in order; a stranger learns nothing of them. */
export function casesOf(
  state: PortalState,
  keys: Keys,
  user: string,
  { gates, pack }: DelegateRules,
): CaseFileState[] | Refusal {
  const numbers = keys.map(({ caseNumber }) => caseNumber);
  const twice = gates.talkDuplicate(numbers);
  if (twice) return twice;
  const files: CaseFileState[] = [];
  for (const { caseNumber, birthDate } of keys) {
    const file = state.delegate.cases.get(caseNumber);
    if (!file || !gates.seeCase(file, user) || !gates.talkBirthDate(state, file, birthDate))
      return refuse('not-found', 'No case has this number and this birth date.');
    files.push(file);
  }
  const [first] = files;
  const many = first && gates.talkMany(numbers, packOf(pack, first));
  return many ?? files;
}

/** The last instant at which a talk about all the cases may start; a refusal where one may not be discussed. */
export function talkUntil(
  files: readonly CaseFileState[],
  now: number,
  rules: DelegateRules,
): number | Refusal {
  let until = Number.POSITIVE_INFINITY;
  for (const file of files) {
    const { result, validUntil, dueAt } = eligibilityOf(file, now, rules);
    if (result === 'none')
      return refuse('not-eligible', `There is nothing to discuss about case ${file.id}; leave it out.`);
    until = Math.min(until, dueAt ?? validUntil ?? until);
  }
  return until;
}

/** The slot that was picked, if it may still be had. */
function picked(
  state: PortalState,
  { slot: id, preferences }: Pick<DelegateCommandOf<'reschedule'>, 'slot' | 'preferences'>,
  files: readonly CaseFileState[],
  { now, until, moving }: { readonly now: number; readonly until: number; readonly moving: string | null },
  { gates, pack }: DelegateRules,
): FreeSlot | Refusal {
  const [first] = files;
  if (!first || !knownZone(preferences.timeZone))
    return refuse('invalid', 'The time zone must be one of the IANA list, such as America/New_York.');
  const context = { state, files, now, pack: packOf(pack, first), until, gates, moving };
  const slot = slotOf(id, context);
  const fits =
    slot &&
    gates.slotQualified(slot.reviewer, files) &&
    gates.slotFits(slot, preferences) &&
    gates.slotFuture(slot, now) &&
    gates.slotWithin(slot, until);
  if (!slot || !fits) return refuse('invalid', 'That slot is not one of the offer; look at the slots again.');
  return gates.slotFree(state, slot, moving)
    ? slot
    : refuse('conflict', 'That slot was taken in the meantime; choose another one.');
}

export function schedule(
  state: PortalState,
  account: PracticeAccount,
  command: DelegateCommandOf<'schedule'>,
  at: number,
  rules: DelegateRules,
): Result {
  const { gates } = rules;
  const files = casesOf(state, command.cases, account.id, rules);
  if (isRefusal(files)) return files;
  const zone = gates.zoneConfirmed(account);
  if (zone) return zone;
  const until = talkUntil(files, at, rules);
  if (typeof until !== 'number') return until;
  for (const { id } of files) {
    const twice = gates.talkOnce(appointmentOf(state, id));
    if (twice) return twice;
  }
  const contact = gates.talkContact(command.contact);
  if (contact) return contact;
  const slot = picked(state, command, files, { now: at, until, moving: null }, rules);
  if (isRefusal(slot)) return slot;
  const levels = files.map((file) => ({
    caseNumber: file.id,
    level: eligibilityOf(file, at, rules).level ?? ('consultative' as const),
  }));
  return [
    {
      type: 'consultation-scheduled',
      at,
      case: files[0]?.id ?? '',
      appointment: `talk-${state.delegate.appointments.size + 1}`,
      revision: 1,
      user: account.id,
      requestedAt: at,
      slot: slot.id,
      reviewer: slot.reviewer.id,
      start: slot.start,
      end: slot.end,
      preferences: command.preferences,
      contact: command.contact,
      notice: levels.some(({ level }) => level === 'consultative') ? CONSULTATIVE : null,
      cases: levels,
    },
  ];
}

const filesOf = (state: PortalState, talk: Appointment): CaseFileState[] =>
  talk.cases.flatMap(({ caseNumber }) => state.delegate.cases.get(caseNumber) ?? []);

/** What a user does with an own appointment. Training, Canceling or Rescheduling a Peer to Peer Appointment. */
export function change(
  state: PortalState,
  talk: Appointment,
  command: DelegateCommandOf<'reschedule' | 'cancel-talk'>,
  at: number,
  rules: DelegateRules,
): Result {
  const { gates } = rules;
  const refusal = gates.talkLive(talk) ?? gates.talkNotStarted(talk, at);
  if (refusal) return refusal;
  const on = { at, case: talk.cases[0]?.caseNumber ?? '', appointment: talk.id };
  if (command.act === 'cancel-talk') {
    const { reason } = command;
    const blank = gates.cancelReason(reason);
    return blank ?? [{ ...on, type: 'consultation-changed', to: 'cancelled', by: 'user', reason }];
  }
  const files = filesOf(state, talk);
  const until = talkUntil(files, at, rules);
  if (typeof until !== 'number') return until;
  const slot = picked(state, command, files, { now: at, until, moving: talk.id }, rules);
  if (isRefusal(slot)) return slot;
  return [
    {
      ...on,
      type: 'consultation-scheduled',
      revision: talk.revision + 1,
      user: talk.user,
      requestedAt: talk.requestedAt,
      slot: slot.id,
      reviewer: slot.reviewer.id,
      start: slot.start,
      end: slot.end,
      preferences: command.preferences,
      contact: talk.contact,
      notice: talk.notice,
      cases: talk.cases.map(({ caseNumber, level }) => ({ caseNumber, level })),
    },
  ];
}

/** The determination that an outcome of a talk leads to, or null where it changes nothing. */
function decisionOf(
  state: PortalState,
  file: CaseFileState,
  outcome: TalkOutcomeName,
  approved: CaseDecision['approved'],
  rationale: string,
): CaseDecision | null {
  switch (outcome) {
    case 'approve':
    case 'overturned':
      return fullApproval(state, file);
    case 'partial':
    case 'partly-overturned':
      return adverse(state, file, rationale, approved);
    case 'deny':
      return adverse(state, file, rationale);
    case 'upheld': {
      const before = lastDetermination(file);
      if (!before) return null;
      const { at: _at, by: _by, cause: _cause, appointment: _appointment, ...same } = before;
      return same;
    }
    default:
      return null;
  }
}

/** A reviewer holds a peer-to-peer, and records its outcome. */
export function talk(
  state: PortalState,
  held: Appointment,
  command: DelegateCommandOf<'hold' | 'outcome'>,
  at: number,
  rules: DelegateRules,
): Result {
  const { gates, pack } = rules;
  if (command.actor.kind !== 'reviewer') return refuse('forbidden', 'Only staff of the delegate does this.');
  const on = { at, case: held.cases[0]?.caseNumber ?? '', appointment: held.id };
  if (command.act === 'hold') {
    const refusal = gates.talkLive(held) ?? gates.talkDue(held, at);
    if (refusal) return refusal;
    const to = command.reached ? 'held' : 'missed';
    const pending = filesOf(state, held).filter(
      (file) =>
        held.cases.some(({ caseNumber, level }) => caseNumber === file.id && level === 'reconsideration') &&
        ['denied', 'partially-approved'].includes(stateOf(file, false)),
    );
    return [
      { ...on, type: 'consultation-changed', to, by: 'staff', reason: null },
      ...(command.reached ? pending : []).map(
        ({ id }): DelegateDomainEvent => ({
          at,
          case: id,
          type: 'case-reconsideration-requested',
          by: 'consultation',
        }),
      ),
    ];
  }
  if (held.state !== 'held') return refuse('conflict', 'Record that the peer-to-peer was held first.');
  if (command.actor.role !== 'physician')
    return refuse('forbidden', 'A physician records the outcome of a peer-to-peer.');
  const events: DelegateDomainEvent[] = [];
  for (const { caseNumber, level } of held.cases) {
    const told = command.told.cases.find((one) => one.caseNumber === caseNumber);
    const file = state.delegate.cases.get(caseNumber);
    if (!told || !file)
      return refuse('invalid', `Give the outcome of the peer-to-peer about case ${caseNumber}.`);
    const refusal = gates.talkOutcome(level, told.outcome);
    if (refusal) return refusal;
    const decision = decisionOf(
      state,
      file,
      told.outcome,
      told.approved ?? [],
      told.rationale ?? 'See the peer-to-peer.',
    );
    events.push({
      type: 'consultation-outcome',
      at,
      case: file.id,
      appointment: held.id,
      level,
      outcome: told.outcome,
      became: decision?.outcome ?? null,
    });
    if (decision) {
      const made = {
        ...decision,
        by: 'physician' as const,
        cause: 'consultation' as const,
        appointment: held.id,
      };
      events.push(...determined(state, file, made, at, packOf(pack, file)));
    }
  }
  return [...events, { ...on, type: 'consultation-changed', to: 'closed', by: 'staff', reason: null }];
}
