import { caseView } from '../case-lookup/views.ts';
import type { DomainEvent } from '../core/event.ts';
import type { Answer } from '../core/parts.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import type { DelegateCommand } from '../delegate/command.ts';
import type { CaseFileState } from '../delegate/state.ts';
import type { DelegateCall } from './delegate-session.ts';
import { type Call, parseBody, problemAnswer, success } from './exchange.ts';

export type Handler = (call: DelegateCall) => Answer;

/** Answers a call by its body, once that has the shape of its operation. */
export const body = <T>(call: Call, answer: (given: T) => Answer): Answer => {
  const given = parseBody<T>(call);
  return isRefusal(given) ? problemAnswer(given) : answer(given);
};

type Asked<T = DelegateCommand> = T extends { do: 'delegate'; actor: unknown }
  ? Omit<T, 'do' | 'actor'>
  : never;

/** Carries out what somebody asks for; answers what happened. */
export const execute = ({ host, actor }: DelegateCall, asked: Asked): readonly DomainEvent[] | Refusal =>
  host.execute({ do: 'delegate', actor, ...asked } as DelegateCommand, host.state.now);

/** A case that the caller may see; a foreign one answers as an unknown one. */
export const caseOf = (
  { host, actor, rules, path }: DelegateCall,
  id = path.id ?? '',
): CaseFileState | Refusal => {
  const file = host.state.delegate.cases.get(id);
  return file && rules.gates.seeCase(file, actor.kind === 'practice' ? actor.user : null)
    ? file
    : refuse('not-found', `There is no case ${id}.`);
};

/** The view of a case, by its number or that of the path. */
export const showCase = (call: DelegateCall, id?: string): Answer => {
  const file = caseOf(call, id);
  return isRefusal(file)
    ? problemAnswer(file)
    : success(call.operation, caseView(call.host.state, file, call.rules));
};

/** An act on the case of the path, answered by its view. */
export const onCase =
  <T = undefined>(asked: (given: T, id: string) => Asked, reads = true): Handler =>
  (call) => {
    const act = (given: T): Answer => {
      const done = execute(call, asked(given, call.path.id ?? ''));
      return isRefusal(done) ? problemAnswer(done) : showCase(call);
    };
    return reads ? body<T>(call, act) : act(undefined as T);
  };
/** A page about the case of the path. */
export const readCase =
  (answer: (file: CaseFileState, call: DelegateCall) => Answer): Handler =>
  (call) => {
    const file = caseOf(call);
    return isRefusal(file) ? problemAnswer(file) : answer(file, call);
  };
