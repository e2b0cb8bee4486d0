import type { OfferRequest, Preferences, Scheduling, TalkOutcome } from '../../contract/index.ts';
import type { Answer } from '../core/parts.ts';
import { isRefusal, refuse } from '../core/refusal.ts';
import { delegationOf } from '../delegate/state.ts';
import { packOf } from '../delegate/windows.ts';
import { body, execute, type Handler, readCase } from '../http/delegate-acts.ts';
import type { DelegateCall } from '../http/delegate-session.ts';
import { problemAnswer, success } from '../http/exchange.ts';
import { casesOf, talkUntil } from './appointments.ts';
import { knownZone, offerOf } from './slots.ts';
import { appointmentView, eligibilityView } from './views.ts';

const showTalk = (call: DelegateCall, id: string): Answer => {
  const talk = call.host.state.delegate.appointments.get(id);
  return talk
    ? success(call.operation, appointmentView(call.host.state, talk, call.rules))
    : problemAnswer(refuse('not-found', `There is no appointment ${id}.`));
};

/** An act on the appointment of the path, answered by its view. */
const onTalk =
  <T>(asked: (given: T, id: string) => Parameters<typeof execute>[1]): Handler =>
  (call) =>
    body<T>(call, (given) => {
      const id = call.path.id ?? '';
      const done = execute(call, asked(given, id));
      return isRefusal(done) ? problemAnswer(done) : showTalk(call, id);
    });

const lookUp: Handler = (call) =>
  body<Pick<Scheduling, 'cases'>>(call, ({ cases }) => {
    const { host, actor, rules } = call;
    if (actor.kind !== 'practice')
      return problemAnswer(refuse('forbidden', 'Only users of a practice do this.'));
    const files = casesOf(host.state, cases, actor.user, rules);
    if (isRefusal(files)) return problemAnswer(files);
    const delegation = delegationOf(host.state);
    return success(call.operation, {
      cases: files.map((file) => {
        const member = host.state.members.get(file.build.member.id);
        const practitioner = delegation.practitioners.find(({ id }) => id === file.build.practitioner);
        return {
          ...eligibilityView(host.state, file, rules),
          member: {
            id: member?.id ?? '',
            firstName: member?.firstName ?? '',
            lastName: member?.lastName ?? '',
            birthDate: member?.birthDate ?? '',
          },
          state: practitioner?.state ?? '',
          healthPlan: file.build.healthPlan,
          episode: file.id,
          modality: file.build.program,
          system: delegation.name,
        };
      }),
    });
  });

const offerSlots: Handler = (call) =>
  body<OfferRequest>(call, (asked) => {
    const { host, actor, rules } = call;
    const account = actor.kind === 'practice' ? host.state.delegate.accounts.get(actor.user) : undefined;
    if (!account) return problemAnswer(refuse('forbidden', 'Only users of a practice do this.'));
    const files = casesOf(host.state, asked.cases, account.id, rules);
    if (isRefusal(files)) return problemAnswer(files);
    const zone = rules.gates.zoneConfirmed(account);
    if (zone) return problemAnswer(zone);
    if (!knownZone(asked.preferences.timeZone))
      return problemAnswer(refuse('invalid', 'The time zone must be one of the IANA list.'));
    const { now } = host.state;
    const until = talkUntil(files, now, rules);
    const [first] = files;
    if (typeof until !== 'number' || !first)
      return problemAnswer(typeof until === 'number' ? refuse('invalid', 'Name a case.') : until);
    const numbers = files.map(({ id }) => id);
    const moving = [...host.state.delegate.appointments.values()].find(
      (one) => one.state === 'scheduled' && one.cases.some(({ caseNumber }) => numbers.includes(caseNumber)),
    );
    const pack = packOf(rules.pack, first);
    const context = {
      state: host.state,
      files,
      now,
      pack,
      until,
      gates: rules.gates,
      moving: moving?.id ?? null,
    };
    return success(call.operation, offerOf(asked, context));
  });

const schedule: Handler = (call) =>
  body<Scheduling>(call, (asked) => {
    const done = execute(call, { act: 'schedule', ...asked });
    if (isRefusal(done)) return problemAnswer(done);
    const made = done.find((event) => event.type === 'consultation-scheduled');
    return showTalk(call, made?.type === 'consultation-scheduled' ? made.appointment : '');
  });

export const DELEGATE_TALK_HANDLERS = {
  'show-peer-to-peer': readCase((file, call) =>
    success(call.operation, eligibilityView(call.host.state, file, call.rules)),
  ),
  'look-up-peer-cases': lookUp,
  'offer-slots': offerSlots,
  'schedule-peer-to-peer': schedule,
  'reschedule-peer-to-peer': onTalk<{ preferences: Preferences; slot: string }>(
    ({ preferences, slot }, id) => ({
      act: 'reschedule',
      appointment: id,
      preferences,
      slot,
    }),
  ),
  'cancel-peer-to-peer': onTalk<{ reason: string }>(({ reason }, id) => ({
    act: 'cancel-talk',
    appointment: id,
    reason,
  })),
  'list-peer-to-peer': (call) =>
    success(call.operation, {
      appointments: [...call.host.state.delegate.appointments.values()]
        .filter((talk) => call.actor.kind === 'reviewer' || talk.user === call.actor.user)
        .map((talk) => appointmentView(call.host.state, talk, call.rules)),
    }),
  'hold-peer-to-peer': onTalk<{ reached: boolean }>(({ reached }, id) => ({
    act: 'hold',
    appointment: id,
    reached,
  })),
  'record-peer-outcome': onTalk<TalkOutcome>((told, id) => ({ act: 'outcome', appointment: id, told })),
} satisfies Readonly<Record<string, Handler>>;
