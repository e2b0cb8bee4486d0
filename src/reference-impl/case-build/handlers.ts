import type { CaseBuild, CaseChange, CaseDecision, CaseUpdate } from '../../contract/index.ts';
import { isRefusal, refuse } from '../core/refusal.ts';
import { body, caseOf, execute, type Handler, onCase, readCase, showCase } from '../http/delegate-acts.ts';
import { problemAnswer, success } from '../http/exchange.ts';
import { optionsView } from '../reconsideration/options.ts';

const plain = (act: 'gate' | 'save' | 'resume' | 'cancel' | 'submit' | 'submit-reconsideration' | 'appeal') =>
  onCase((_: undefined, id) => ({ act, case: id }), false);

const attach: Handler = (call) =>
  body<{ name: string }>(call, ({ name }) => {
    if (!call.upload) return problemAnswer(refuse('malformed', 'The body is the file.'));
    const file = caseOf(call);
    if (isRefusal(file)) return problemAnswer(file);
    const { content, bytes, kind, sha256 } = call.upload;
    call.portal.store.keep(sha256, content);
    const upload = { name, bytes, kind, sha256 };
    const done = execute(call, { act: 'attach', case: file.id, upload });
    return isRefusal(done) ? problemAnswer(done) : showCase(call);
  });

type AskBody = {
  items: string[];
  phone?: 'reached' | 'voicemail' | 'no-answer';
  written?: boolean;
  dueAt?: string;
  instructions?: string;
};

export const DELEGATE_CASE_HANDLERS = {
  'start-case': (call) =>
    body<CaseBuild>(call, (build) => {
      const done = execute(call, { act: 'start', build });
      if (isRefusal(done)) return problemAnswer(done);
      const made = done.find((event) => event.type === 'case-started');
      return showCase(call, made?.type === 'case-started' ? made.case : '');
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
  'update-case': onCase<CaseUpdate>((change, id) => ({ act: 'update', case: id, change })),
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
} satisfies Readonly<Record<string, Handler>>;
