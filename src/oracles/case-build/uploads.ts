import type { Exchange } from '../../facts/case-file.ts';
import {
  caseOfCall,
  type DelegateCase,
  done,
  lastCall,
  ownCase as own,
  uploadsBefore,
} from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { at, list, text } from '../../facts/values.ts';
import { accepted, refused } from '../answers.ts';
import { delegateCallChecks, onCall } from '../check.ts';
import { ACCEPTED, asValue, between, not } from '../value.ts';
import { isDraft } from './drafts.ts';

const ending = (name: unknown): string => (text(name) ?? '').toLowerCase().split('.').at(-1) ?? '';

/** Urgent cases and their documents. Training, Standard or Urgent Request? */
export const uploads = delegateCallChecks({
  'case.priority.standard-yes-urgent-no': (call, facts) => {
    const file = call.op === 'set-priority' && done(call) ? own(facts, call) : null;
    if (!file) return null;
    return onCall(
      call,
      { priorityRequested: call.body.routine === true ? 'standard' : 'urgent' },
      { priorityRequested: text(call.answer.priorityRequested) },
      { given: { routine: asValue(call.body.routine) } },
    );
  },
  'case.urgent.upload-required': (call, facts) => {
    const urgent = urgentSubmission(facts, call);
    if (!urgent || urgent.tried > 0) return null;
    return onCall(
      call,
      { priorityEffective: not('urgent') },
      { priorityEffective: urgent.effective },
      { given: { priorityRequested: 'urgent', uploadsTried: 0 } },
    );
  },
  'case.urgent.only-with-successful-upload': (call, facts) => {
    const urgent = urgentSubmission(facts, call);
    if (!urgent || urgent.tried === 0) return null;
    const unasked = (facts.index.byOperation.get('submit-case') ?? []).some((other) => {
      const one = urgentSubmission(facts, other);
      return one?.tried === 0 && one.effective === 'urgent';
    });
    return onCall(
      call,
      { priorityEffective: urgent.uploads > 0 ? 'urgent' : not('urgent') },
      { priorityEffective: urgent.effective },
      {
        given: {
          priorityRequested: 'urgent',
          uploadsTried: urgent.tried,
          uploadsAccepted: urgent.uploads,
        },
        causedBy: unasked ? 'case.urgent.upload-required' : null,
      },
    );
  },
  'case.upload.max-five-documents': (call, facts) => {
    const file = call.op === 'attach-case-document' ? own(facts, call) : null;
    if (!file || !isDraft(file, call) || !goodFile(call)) return null;
    const before = uploadsBefore(file, call.seq).length;
    const faxes = faxesOf(facts, file).length;
    const max = file.pack.delegate.maxDocuments.value;
    if (before < max && before + faxes >= max) return null;
    const given = { documentsBefore: before, faxesBefore: faxes, mostDocuments: max };
    if (before >= max) return refused(call, { given });
    return onCall(
      call,
      { answer: ACCEPTED, documents: between(before + 1, before + 1 + faxes) },
      { answer: call.status, documents: list(call.answer.documents).length },
      { given, edge: before + 1 === max ? 'at' : null },
    );
  },
  'case.upload.allowed-types': (call, facts) => {
    const file = call.op === 'attach-case-document' ? own(facts, call) : null;
    if (!file || !isDraft(file, call)) return null;
    const most = uploadsBefore(file, call.seq).length + faxesOf(facts, file).length;
    const max = file.pack.delegate.maxDocuments.value;
    if (most >= max || Number(call.body.bytes) === 0) return null;
    const allowed = file.pack.delegate.documentTypes.value.includes(ending(call.body.name));
    // A file whose bytes are not what its name says may be refused or taken; at the last place the count is on trial.
    const last = most === max - 1;
    if (allowed && (!goodFile(call) || last)) return null;
    const given = { file: text(call.body.name) };
    return allowed ? accepted(call, { given }) : refused(call, { given });
  },
});

/** Faxes that came for a case, which may be listed among its documents and count as one, or not. */
const faxesOf = (facts: Facts, file: DelegateCase): Exchange[] =>
  (facts.index.byOperation.get('inject') ?? []).filter(
    (call) => call.body.kind === 'case-fax' && call.body.case === file.number,
  );

const KINDS: Readonly<Record<string, RegExp>> = { pdf: /^pdf$/, doc: /^doc$/, docx: /^docx$/ };

/** Whether a file is one that may be sent: its bytes are what its name says. */
function goodFile({ body }: Exchange): boolean {
  const kind = text(body.kind);
  return Number(body.bytes) > 0 && (kind === null || KINDS[ending(body.name)]?.test(kind) === true);
}

/** A submission that was asked to be urgent: how many documents were tried and taken, and what became of it. */
function urgentSubmission(facts: Facts, call: Exchange) {
  const file = call.op === 'submit-case' && done(call) ? caseOfCall(facts, call) : undefined;
  if (!file || lastCall(file, 'set-priority', call.seq)?.body.routine !== false) return null;
  const tried = file.calls.filter(({ op }) => op === 'attach-case-document').length;
  return {
    tried,
    uploads: uploadsBefore(file, call.seq).length,
    effective: text(at(call.answer, 'priorityEffective')) ?? 'none',
  };
}
