import type { CaseBuild } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import { coverageRuleOf, determined, fullApproval } from '../case-decision/determine.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState } from '../core/state.ts';
import type { DelegateCommand, DelegateCommandOf } from '../delegate/command.ts';
import type { DelegateDomainEvent } from '../delegate/event.ts';
import { type DelegateGates, START_ORDER, windowsOf } from '../delegate/gates.ts';
import { type CaseFileState, delegationOf, type PracticeAccount } from '../delegate/state.ts';
import { packOf } from '../delegate/windows.ts';
import { askedOn, questionnaireOf } from './questionnaire.ts';
import { memberOf } from './start-checks.ts';

type Result = DelegateDomainEvent[] | Refusal;
export type DelegateRules = { readonly gates: DelegateGates; readonly pack: Pack };

function startRefusal(
  state: PortalState,
  account: PracticeAccount,
  build: CaseBuild,
  now: number,
  { gates, pack }: DelegateRules,
): Refusal | null {
  for (const name of START_ORDER) {
    const refusal = gates[name]({ state, account, build, now, pack, windows: windowsOf(gates) });
    if (refusal) return refusal;
  }
  return null;
}

const lineOf = (state: PortalState, { member }: CaseBuild): string =>
  (memberOf(state, member) ?? state.members.get(member.id))?.lineOfBusiness ?? '';

export function start(
  state: PortalState,
  account: PracticeAccount,
  { build }: DelegateCommandOf<'start'>,
  at: number,
  rules: DelegateRules,
): Result {
  const refusal = startRefusal(state, account, build, at, rules);
  if (refusal) return refusal;
  const line = lineOf(state, build);
  const id = `3${String(state.delegate.cases.size + 1).padStart(9, '0')}`;
  return [{ type: 'case-started', at, case: id, user: account.id, line, build }];
}

const DRAFT_ACTS = [
  'change',
  'gate',
  'prioritize',
  'answer',
  'add',
  'save',
  'resume',
  'cancel',
  'submit',
] as const;
type DraftAct = (typeof DRAFT_ACTS)[number];
export type DraftCommand = DelegateCommandOf<DraftAct>;
export const isDraftCommand = (command: DelegateCommand): command is DraftCommand =>
  (DRAFT_ACTS as readonly string[]).includes(command.act);

const gated = (file: CaseFileState): Refusal | null =>
  file.gatedAt === null ? refuse('conflict', 'Pass the gate first.') : null;

function answer(
  state: PortalState,
  file: CaseFileState,
  { page: id, answers }: DelegateCommandOf<'answer'>,
  at: number,
  { gates }: DelegateRules,
): Result {
  const questions = questionnaireOf(delegationOf(state), file);
  const known = questions?.pages.find((one) => one.id === id);
  const next = gates.nextPage(questions, file);
  if (!known || (next?.id !== id && !file.answeredPages.has(id)))
    return refuse('conflict', `The next page of questions is ${next?.id ?? 'none'}.`);
  const asked = askedOn(known, { ...file.answers, ...answers });
  const missing = asked.filter(({ id: own, options }) => !options.includes(answers[own] ?? ''));
  if (missing.length > 0)
    return refuse(
      'invalid',
      'The page was not submitted.',
      missing.map((one) => ({
        path: `answers.${one.id}`,
        code: 'required' as const,
        detail: `one of ${one.options.join(', ')}`,
      })),
    );
  return [{ type: 'case-answered', at, case: file.id, page: id, answers }];
}

function submit(state: PortalState, file: CaseFileState, at: number, { gates, pack }: DelegateRules): Result {
  const questions = questionnaireOf(delegationOf(state), file);
  if (file.routine === null) return refuse('conflict', 'Say first whether the case is routine.');
  if (gates.nextPage(questions, file)) return refuse('conflict', 'Questions are left to be answered.');
  const criteriaMet = gates.meetsCriteria(questions, file.answers) && !file.build.retrospective;
  if (questions && !criteriaMet && !file.additional && !file.build.retrospective)
    return refuse('conflict', 'Choose what you add, since the criteria are not met.');
  const priority = gates.priorityOf(file);
  const events: DelegateDomainEvent[] = [
    { type: 'case-submitted', at, case: file.id, priority, criteriaMet },
  ];
  // What Medicare does not cover is not approved without a person looking at it.
  if (!criteriaMet || coverageRuleOf(state, file)?.covers === false) return events;
  const made = {
    ...fullApproval(state, file),
    by: 'system' as const,
    cause: 'submission' as const,
    appointment: null,
  };
  return [...events, ...determined(state, file, made, at, packOf(pack, file))];
}

/** What a user does with a draft. Training, Initiating a Case to Next Step: Criteria Not Met. */
export function draft(
  state: PortalState,
  account: PracticeAccount,
  file: CaseFileState,
  command: DraftCommand,
  at: number,
  rules: DelegateRules,
): Result {
  const { gates, pack } = rules;
  const closed = gates.openDraft(file, at, gates.windowFinish(file, packOf(pack, file)));
  if (closed) return closed;
  const on = { at, case: file.id };
  switch (command.act) {
    case 'change': {
      const locked = gates.gateLock(file, command.change);
      if (locked) return locked;
      const build = { ...file.build, ...(command.change as Partial<CaseBuild>) };
      const refusal = startRefusal(state, account, build, at, rules);
      return refusal ?? [{ ...on, type: 'case-changed', line: lineOf(state, build), change: command.change }];
    }
    case 'gate':
      return file.gatedAt === null
        ? [{ ...on, type: 'case-gated' }]
        : refuse('conflict', 'The gate is passed already.');
    case 'prioritize':
      return gated(file) ?? [{ ...on, type: 'case-priority-set', routine: command.routine }];
    case 'answer':
      return gated(file) ?? answer(state, file, command, at, rules);
    case 'add': {
      const questions = questionnaireOf(delegationOf(state), file);
      if (gates.nextPage(questions, file) || gates.meetsCriteria(questions, file.answers))
        return refuse('conflict', 'Nothing is asked for beyond the questions.');
      const empty = gates.notesGiven(command.choice, command.notes);
      return (
        empty ?? [{ ...on, type: 'case-additional-chosen', choice: command.choice, notes: command.notes }]
      );
    }
    case 'save':
      return gated(file) ?? [{ ...on, type: 'case-saved' }];
    case 'resume':
      return file.saved
        ? [{ ...on, type: 'case-resumed' }]
        : refuse('conflict', 'This case is not saved; it is open.');
    case 'cancel':
      return [{ ...on, type: 'case-cancelled' }];
    case 'submit':
      return gated(file) ?? submit(state, file, at, rules);
  }
}
