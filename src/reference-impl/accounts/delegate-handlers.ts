import type { DelegateAccountView, Registration } from '../../contract/index.ts';
import type { Answer } from '../core/parts.ts';
import { isRefusal, refuse } from '../core/refusal.ts';
import type { WorldHost } from '../core/world-host.ts';
import { body, execute, type Handler } from '../http/delegate-acts.ts';
import type { DelegateCall } from '../http/delegate-session.ts';
import { type Call, problemAnswer, success } from '../http/exchange.ts';

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

/** An act on the own account, answered by its view. */
const onAccount =
  <T>(asked: (given: T) => Parameters<typeof execute>[1]): Handler =>
  (call) =>
    body<T>(call, (given) => {
      const done = execute(call, asked(given));
      return isRefusal(done) ? problemAnswer(done) : accountView(call);
    });

export const DELEGATE_ACCOUNT_HANDLERS = {
  'show-account': accountView,
  'add-practitioner': onAccount<{ practitioner: string }>(({ practitioner }) => ({
    act: 'add-practitioner',
    practitioner,
  })),
  'set-time-zone': onAccount<{ timeZone: string }>(({ timeZone }) => ({ act: 'set-zone', timeZone })),
} satisfies Readonly<Record<string, Handler>>;
