import { type DelegateRules, draft, isDraftCommand, start } from '../case-build/build.ts';
import { attach, review } from '../case-decision/review.ts';
import type { DomainEvent } from '../core/event.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState } from '../core/state.ts';
import { change, schedule, talk } from '../peer-to-peer/appointments.ts';
import { knownZone } from '../peer-to-peer/slots.ts';
import { reconsider } from '../reconsideration/reconsider-case.ts';
import type { DelegateCommand } from './command.ts';
import { delegationOf, type PracticeAccount } from './state.ts';

type Result = DomainEvent[] | Refusal;

const noCase = (id: string): Refusal => refuse('not-found', `There is no case ${id}.`);

function accountAct(
  state: PortalState,
  account: PracticeAccount,
  command: Extract<DelegateCommand, { act: 'add-practitioner' | 'set-zone' }>,
  at: number,
): Result {
  const on = { at, case: '', user: account.id };
  if (command.act === 'set-zone')
    return knownZone(command.timeZone)
      ? [{ ...on, type: 'time-zone-set', timeZone: command.timeZone }]
      : refuse('invalid', 'The time zone must be one of the IANA list, such as America/New_York.');
  const { practitioner } = command;
  if (!delegationOf(state).practitioners.some(({ id }) => id === practitioner))
    return refuse('not-found', `There is no practitioner ${practitioner}.`);
  return account.practitioners.includes(practitioner)
    ? refuse('conflict', 'This practitioner is on your account already.')
    : [{ ...on, type: 'practitioner-added', practitioner }];
}

function register(
  state: PortalState,
  { asked, token }: Extract<DelegateCommand, { act: 'register' }>,
  at: number,
  { gates }: DelegateRules,
): Result {
  const wrong = gates.registrationMails(asked);
  if (wrong) return wrong;
  const { confirmEmail: _again, ...account } = asked;
  const taken =
    state.delegate.accounts.has(account.user) ||
    state.accounts.has(account.user) ||
    [...state.world.users, ...delegationOf(state).staff].some(({ id }) => id === account.user);
  if (taken) return refuse('conflict', 'Choose another user name.');
  return [
    { type: 'account-registered', at, case: '', account, token },
    {
      type: 'mail-sent',
      at,
      request: `account-${account.user}`,
      to: account.email,
      subject: 'Set your password',
      text: 'Follow the link to set the password of your new account.',
      link: token,
    },
  ];
}

/** What a command to the delegate makes happen at an instant (epoch ms), or why it is refused. */
export function decideDelegate(
  state: PortalState,
  command: DelegateCommand,
  at: number,
  rules: DelegateRules,
): Result {
  if (command.act === 'register') return register(state, command, at, rules);
  if (command.act === 'set-password') {
    const { user, token, secret } = command;
    return state.delegate.tokens.get(token) === user
      ? [{ type: 'account-password-set', at, case: '', user, token, secret }]
      : refuse('forbidden', 'This link is not valid, or was used already.');
  }
  const { actor } = command;
  const account = actor.kind === 'practice' ? state.delegate.accounts.get(actor.user) : undefined;
  const onlyPractice = refuse('forbidden', 'Only users of a practice do this.');
  if (command.act === 'add-practitioner' || command.act === 'set-zone')
    return account ? accountAct(state, account, command, at) : onlyPractice;
  if (command.act === 'start') return account ? start(state, account, command, at, rules) : onlyPractice;
  if (command.act === 'schedule')
    return account ? schedule(state, account, command, at, rules) : onlyPractice;
  if ('appointment' in command) {
    const known = state.delegate.appointments.get(command.appointment);
    if (!known || (account && known.user !== account.id))
      return refuse('not-found', `There is no appointment ${command.appointment}.`);
    if (command.act === 'hold' || command.act === 'outcome') return talk(state, known, command, at, rules);
    return account ? change(state, known, command, at, rules) : onlyPractice;
  }
  const file = state.delegate.cases.get(command.case);
  if (!file || !rules.gates.seeCase(file, account ? account.id : null)) return noCase(command.case);
  if (command.act === 'update' || command.act === 'ask' || command.act === 'decide')
    return review(state, file, command, at, rules);
  if (!account) return onlyPractice;
  if (isDraftCommand(command)) return draft(state, account, file, command, at, rules);
  if (command.act === 'attach') return attach(file, command, at, rules);
  return reconsider(state, file, command, account.id, at, rules);
}
