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
import { delegateCallChecks } from '../check.ts';
import { shown } from '../seen.ts';
import { isDraft } from './drafts.ts';

const ending = (name: unknown): string => (text(name) ?? '').toLowerCase().split('.').at(-1) ?? '';

/** Urgent cases and their documents. Training, Standard or Urgent Request? */
export const uploads = delegateCallChecks({
  'case.priority.standard-yes-urgent-no': (call, facts) => {
    const file = call.op === 'set-priority' && done(call) ? own(facts, call) : null;
    if (!file) return null;
    const expected = call.body.routine === true ? 'standard' : 'urgent';
    const given = text(call.answer.priorityRequested);
    return shown(
      call,
      given === expected,
      `Routine: ${String(call.body.routine)}; the priority is ${given}.`,
    );
  },
  'case.urgent.upload-required': (call, facts) => {
    const urgent = urgentSubmission(facts, call);
    if (!urgent || urgent.tried > 0) return null;
    const because = `Urgent without a document was answered ${call.status}, priority ${urgent.effective}.`;
    return shown(call, urgent.effective !== 'urgent', because);
  },
  'case.urgent.only-with-successful-upload': (call, facts) => {
    const urgent = urgentSubmission(facts, call);
    if (!urgent || urgent.tried === 0) return null;
    const because = `${urgent.uploads} of ${urgent.tried} uploads succeeded; the priority is ${urgent.effective}.`;
    const unasked = (facts.index.byOperation.get('submit-case') ?? []).some((other) => {
      const one = urgentSubmission(facts, other);
      return one?.tried === 0 && one.effective === 'urgent';
    });
    return shown(call, (urgent.effective === 'urgent') === urgent.uploads > 0, because, {
      causedBy: unasked ? 'case.urgent.upload-required' : null,
    });
  },
  'case.upload.max-five-documents': (call, facts) => {
    const file = call.op === 'attach-case-document' ? own(facts, call) : null;
    if (!file || !isDraft(file, call) || !goodFile(call)) return null;
    const before = uploadsBefore(file, call.seq).length;
    const faxes = faxesBefore(facts, file, call.seq).length;
    const max = file.pack.delegate.maxDocuments.value;
    if (before < max && before + faxes >= max) return null;
    const more = list(call.answer.documents).length - before - 1;
    const holds = before < max ? done(call) && more >= 0 && more <= faxes : !done(call);
    return shown(call, holds, `Document ${before + 1} was answered ${call.status}.`, {
      edge: before + 1 === max ? 'at' : null,
    });
  },
  'case.upload.allowed-types': (call, facts) => {
    const file = call.op === 'attach-case-document' ? own(facts, call) : null;
    if (!file || !isDraft(file, call)) return null;
    const most = uploadsBefore(file, call.seq).length + faxesBefore(facts, file, call.seq).length;
    const max = file.pack.delegate.maxDocuments.value;
    if (most >= max || Number(call.body.bytes) === 0) return null;
    const allowed = file.pack.delegate.documentTypes.value.includes(ending(call.body.name));
    // A file whose bytes are not what its name says may be refused or taken; at the last place the count is on trial.
    const last = most === max - 1;
    if (allowed && (!goodFile(call) || last)) return null;
    return shown(call, done(call) === allowed, `${text(call.body.name)} was answered ${call.status}.`);
  },
});

/** Faxes that came for a case, which may be listed among its documents and count as one, or not. */
const faxesBefore = (facts: Facts, file: DelegateCase, seq: number): Exchange[] =>
  (facts.index.byOperation.get('inject') ?? []).filter(
    (call) => call.seq < seq && call.body.kind === 'case-fax' && call.body.case === file.number,
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
  const tried = file.calls.filter(({ op, seq }) => op === 'attach-case-document' && seq < call.seq).length;
  return {
    tried,
    uploads: uploadsBefore(file, call.seq).length,
    effective: text(at(call.answer, 'priorityEffective')) ?? 'none',
  };
}
