import type {
  CaseBuild,
  CaseChange,
  CaseDecision,
  DelegateAccountView,
  OfferRequest,
  Preferences,
  Registration,
  Scheduling,
  TalkOutcome,
} from '../../contract/index.ts';
import type { DelegateCommand } from '../domain/delegate/command.ts';
import { knownZone, offerOf } from '../domain/delegate/slots.ts';
import { type CaseFileState, delegationOf } from '../domain/delegate/state.ts';
import { casesOf, talkUntil } from '../domain/delegate/talks.ts';
import { appointmentView, caseView, eligibilityView, optionsView } from '../domain/delegate/views.ts';
import { packOf } from '../domain/delegate/windows.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Answer } from '../parts.ts';
import type { WorldHost } from '../world-host.ts';
import { DELEGATE_LISTS } from './delegate-lists.ts';
import type { DelegateCall } from './delegate-session.ts';
import { type Call, parseBody, problemAnswer, success } from './exchange.ts';

type Handler = (call: DelegateCall) => Answer;

const body = <T>(call: Call, answer: (given: T) => Answer): Answer => {
  const given = parseBody<T>(call);
  return isRefusal(given) ? problemAnswer(given) : answer(given);
};

/** Registers somebody; the token of the mail is the only way to a password. */
export const registerAccount = (call: Call, host: WorldHost): Answer =>
  body<Registration>(call, (asked) => {
    const token = call.portal.token();
    const done = host.execute({ do: 'delegate', act: 'register', asked, token }, host.state.now);
    return isRefusal(done)
      ? problemAnswer(done)
      : success(call.operation, { user: asked.user, status: 'incomplete' });
  });

/** Sets a password with the token of a mail. Nobody is signed in by it. */
export const setPassword = (call: Call, host: WorldHost): Answer =>
  body<{ token: string; password: string }>(call, ({ token, password }) => {
    const secret = { hash: call.portal.passwords.hash(password) };
    const user = call.path.id ?? '';
    const done = host.execute({ do: 'delegate', act: 'set-password', user, token, secret }, host.state.now);
    return isRefusal(done) ? problemAnswer(done) : { status: 204, body: null };
  });

function accountView({ host, actor, operation }: DelegateCall): Answer {
  const account = actor.kind === 'practice' ? host.state.delegate.accounts.get(actor.user) : undefined;
  if (!account) return problemAnswer(refuse('forbidden', 'Only users of a practice have an account.'));
  const view: DelegateAccountView = {
    user: account.id,
    name: account.name,
    email: account.email,
    status: account.practitioners.length > 0 ? 'complete' : 'incomplete',
    defaultPortal: account.defaultPortal,
    practitioners: [...account.practitioners],
    timeZone: account.timeZone,
  };
  return success(operation, view);
}

type Asked<T = DelegateCommand> = T extends { do: 'delegate'; actor: unknown }
  ? Omit<T, 'do' | 'actor'>
  : never;

const execute = ({ host, actor }: DelegateCall, asked: Asked): Refusal | null => {
  const command = { do: 'delegate', actor, ...asked } as DelegateCommand;
  const done = host.execute(command, host.state.now);
  return isRefusal(done) ? done : null;
};

const caseOf = ({ host, actor, rules, path }: DelegateCall, id = path.id ?? ''): CaseFileState | Refusal => {
  const file = host.state.delegate.cases.get(id);
  return file && rules.gates.seeCase(file, actor.kind === 'practice' ? actor.user : null)
    ? file
    : refuse('not-found', `There is no case ${id}.`);
};

const showCase = (call: DelegateCall, id?: string): Answer => {
  const file = caseOf(call, id);
  return isRefusal(file)
    ? problemAnswer(file)
    : success(call.operation, caseView(call.host.state, file, call.rules));
};

/** An act on the case of the path, answered by its view. */
const onCase =
  <T = undefined>(asked: (given: T, id: string) => Asked, reads = true): Handler =>
  (call) => {
    const act = (given: T): Answer => {
      const refusal = execute(call, asked(given, call.path.id ?? ''));
      return refusal ? problemAnswer(refusal) : showCase(call);
    };
    return reads ? body<T>(call, act) : act(undefined as T);
  };
const plain = (act: 'gate' | 'save' | 'resume' | 'cancel' | 'submit' | 'submit-reconsideration' | 'appeal') =>
  onCase((_: undefined, id) => ({ act, case: id }), false);

const onTalk =
  <T>(asked: (given: T, id: string) => Asked): Handler =>
  (call) =>
    body<T>(call, (given) => {
      const id = call.path.id ?? '';
      const refusal = execute(call, asked(given, id));
      const talk = call.host.state.delegate.appointments.get(id);
      if (refusal || !talk)
        return problemAnswer(refusal ?? refuse('not-found', `There is no appointment ${id}.`));
      return success(call.operation, appointmentView(call.host.state, talk, call.rules));
    });

const attach: Handler = (call) =>
  body<{ name: string }>(call, ({ name }) => {
    if (!call.upload) return problemAnswer(refuse('malformed', 'The body is the file.'));
    const { content, bytes, kind, sha256 } = call.upload;
    call.portal.store.keep(sha256, content);
    const upload = { name, bytes, kind, sha256 };
    const refusal = execute(call, { act: 'attach', case: call.path.id ?? '', upload });
    return refusal ? problemAnswer(refusal) : showCase(call);
  });

const readCase =
  (answer: (file: CaseFileState, call: DelegateCall) => Answer): Handler =>
  (call) => {
    const file = caseOf(call);
    return isRefusal(file) ? problemAnswer(file) : answer(file, call);
  };

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
    const { state } = call.host;
    const before = state.delegate.appointments.size;
    const refusal = execute(call, { act: 'schedule', ...asked });
    if (refusal) return problemAnswer(refusal);
    const talk =
      [...state.delegate.appointments.values()].at(before) ??
      [...state.delegate.appointments.values()].at(-1);
    return talk
      ? success(call.operation, appointmentView(state, talk, call.rules))
      : problemAnswer(refuse('internal', 'The appointment was not kept.'));
  });

type AskBody = {
  items: string[];
  phone?: 'reached' | 'voicemail' | 'no-answer';
  written?: boolean;
  dueAt?: string;
  instructions?: string;
};

/** What the delegate does for somebody who is signed in there. */
export const DELEGATE_HANDLERS: Readonly<Record<string, Handler>> = {
  ...DELEGATE_LISTS,
  'show-account': accountView,
  'add-practitioner': (call) =>
    body<{ practitioner: string }>(call, ({ practitioner }) => {
      const refusal = execute(call, { act: 'add-practitioner', practitioner });
      return refusal ? problemAnswer(refusal) : accountView(call);
    }),
  'set-time-zone': (call) =>
    body<{ timeZone: string }>(call, ({ timeZone }) => {
      const refusal = execute(call, { act: 'set-zone', timeZone });
      return refusal ? problemAnswer(refusal) : accountView(call);
    }),
  'start-case': (call) =>
    body<CaseBuild>(call, (build) => {
      const refusal = execute(call, { act: 'start', build });
      const made = [...call.host.state.delegate.cases.keys()].at(-1);
      return refusal ? problemAnswer(refusal) : showCase(call, made);
    }),
  'change-case': onCase<CaseChange>((change, id) => ({ act: 'change', case: id, change })),
  'pass-gate': plain('gate'),
  'set-priority': onCase<{ routine: boolean }>(({ routine }, id) => ({
    act: 'prioritize',
    case: id,
    routine,
  })),
  'attach-case-document': attach,
  'answer-questions': onCase<{ page: string; answers: Record<string, string> }>(({ page, answers }, id) => ({
    act: 'answer',
    case: id,
    page,
    answers,
  })),
  'choose-additional': onCase<{ choice: string; notes?: string }>(({ choice, notes }, id) => ({
    act: 'add',
    case: id,
    choice,
    notes: notes ?? null,
  })),
  'save-case': plain('save'),
  'resume-case': plain('resume'),
  'cancel-case': plain('cancel'),
  'submit-case': plain('submit'),
  'view-case': (call) => showCase(call),
  'list-correspondence': readCase((file, call) =>
    success(call.operation, {
      caseNumber: file.id,
      letters: file.notices.map(({ at, about, to, by, text }) => ({
        sentAt: new Date(at).toISOString(),
        about,
        to,
        by,
        text,
      })),
    }),
  ),
  'update-case': onCase<{ site?: string; fractions?: number; technique?: string; cancerType?: string }>(
    (change, id) => ({ act: 'update', case: id, change }),
  ),
  'request-case-information': onCase<AskBody>((asked, id) => ({
    act: 'ask',
    case: id,
    items: asked.items,
    phone: asked.phone ?? null,
    written: asked.written ?? false,
    dueAt: asked.dueAt === undefined ? null : Date.parse(asked.dueAt),
    instructions: asked.instructions ?? '',
  })),
  'decide-case': onCase<CaseDecision>((decision, id) => ({ act: 'decide', case: id, decision })),
  'show-options': readCase((file, call) => {
    const view = optionsView(call.host.state, file, call.rules);
    return view
      ? success(call.operation, view)
      : problemAnswer(refuse('conflict', 'This case has no post-decision options.'));
  }),
  'open-reconsideration': onCase<{ proceed: boolean }>(({ proceed }, id) => ({
    act: 'reconsider',
    case: id,
    proceed,
  })),
  'confirm-reconsideration': onCase<{ newInformation: boolean }>(({ newInformation }, id) => ({
    act: 'confirm',
    case: id,
    newInformation,
  })),
  'submit-reconsideration': plain('submit-reconsideration'),
  'file-case-appeal': plain('appeal'),
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
};
