import type { Exchange } from '../../facts/case-file.ts';
import {
  finishBy,
  finishByLastSave,
  localDateOf,
  stateBefore,
  submitted,
} from '../../facts/delegate/course.ts';
import {
  buildAt,
  callsBefore,
  type DelegateCase,
  done,
  lastCall,
  ownCase as own,
  uploadsBefore,
} from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { fields, text } from '../../facts/values.ts';
import { accepted, refused } from '../answers.ts';
import { delegateCallChecks, onCall } from '../check.ts';
import { ACCEPTED, asValue, instant, REFUSED } from '../value.ts';
import { criteriaMet, gated, isDraft, pagesFor } from './drafts.ts';

const LOCKED = ['practitioner', 'member', 'cancerType', 'treatmentStart', 'site', 'plan'];
/** Whether an instant lies between the ends that two interpretations give to a saved draft. */
function finishing(file: DelegateCase, { seq, at: when }: Exchange): boolean | null {
  const [first, last] = [finishBy(file), finishByLastSave(file, seq)];
  if (when <= Math.min(first, last)) return true;
  return when > Math.max(first, last) ? false : null;
}

const edgeOf = (when: number, until: number): 'at' | null => (when === until ? 'at' : null);

/** What becomes of a draft in time. Training, Clinical Certification and Proceed to Clinical Information. */
export const building = delegateCallChecks({
  'case.lock.no-edit-after-clinical-gate': (call, facts) => {
    const file = call.op === 'change-case' ? own(facts, call) : null;
    if (!file || !isDraft(file, call) || !gated(file, call.seq)) return null;
    const locked = LOCKED.filter((name) => name in call.body);
    // Whether the contact may still change no document says.
    if (locked.length === 0 || (locked.length === 1 && locked[0] === 'treatmentStart')) return null;
    return refused(call, { given: { changed: locked, clinicalGate: 'passed' } });
  },
  'case.dos.changeable-before-lock': (call, facts) => {
    const file = call.op === 'change-case' ? own(facts, call) : null;
    const date = text(call.body.treatmentStart);
    if (!file || date === null || Object.keys(call.body).length > 1 || !isDraft(file, call)) return null;
    const clinicalGate = gated(file, call.seq) ? 'passed' : 'not passed';
    if (clinicalGate === 'passed') return refused(call, { given: { treatmentStart: date, clinicalGate } });
    // A request after the fact has a window of its own, in which the new date has to lie.
    if (buildAt(file, call.seq).retrospective) return null;
    return onCall(
      call,
      { answer: ACCEPTED, treatmentStart: date },
      { answer: call.status, treatmentStart: text(call.answer.treatmentStart) },
      { given: { clinicalGate } },
    );
  },
  'case.save.finish-later': (call, facts) => {
    const file = call.op === 'resume-case' || call.op === 'save-case' ? own(facts, call) : null;
    if (!file || !isDraft(file, call) || !gated(file, call.seq)) return null;
    if (call.op === 'save-case') return accepted(call);
    if (stateBefore(file, call.seq, call.at) !== 'saved' || finishing(file, call) !== true) return null;
    const answers = pagesFor(facts, file, call.seq)?.answers ?? {};
    const shows = fields(call.answer.answers);
    const kept = Object.fromEntries(Object.keys(answers).map((key) => [key, asValue(shows[key])]));
    return onCall(
      call,
      { answer: ACCEPTED, answersToQuestions: answers },
      { answer: call.status, answersToQuestions: kept },
    );
  },
  'case.save.2-business-days': (call, facts) => {
    const file = own(facts, call);
    if (file && call.op === 'start-case' && done(call)) return null;
    if (call.op !== 'submit-case' || !file || submitted(file, call.seq)) return null;
    if (callsBefore(file, 'cancel-case', call.seq).length > 0 || !readyToSubmit(facts, file, call))
      return null;
    const until = finishBy(file);
    const inTime = finishing(file, call);
    return onCall(
      call,
      { answer: inTime === false ? REFUSED : ACCEPTED },
      { answer: call.status },
      {
        given: {
          startedAt: instant(file.started.at),
          finishBy: instant(until),
          submittedAt: instant(call.at),
        },
        edge: edgeOf(call.at, until),
        // Whether the days count from the start or from the last save no document says.
        ...(inTime === null ? { always: 'depends' } : {}),
      },
    );
  },
  'case.save.expired-not-resumable': (call, facts) => {
    const file = call.op === 'resume-case' ? own(facts, call) : null;
    if (!file || submitted(file, call.seq) || finishing(file, call) !== false) return null;
    const until = text(call.answer.completeBy);
    const misread = until !== null && until !== localDateOf(file, finishBy(file));
    return refused(call, {
      given: { finishBy: instant(finishBy(file)), resumedAt: instant(call.at) },
      causedBy: misread ? 'case.save.2-business-days' : null,
    });
  },
});

/** Whether nothing but time stands in the way of a submission. */
function readyToSubmit(facts: Facts, file: DelegateCase, { seq }: Exchange): boolean {
  if (!gated(file, seq) || !lastCall(file, 'set-priority', seq)) return false;
  // An urgent case without a document may be blocked instead of being handled as standard.
  const urgent = lastCall(file, 'set-priority', seq)?.body.routine === false;
  if (urgent && uploadsBefore(file, seq).length === 0) return false;
  const found = pagesFor(facts, file, seq);
  if (found?.pages.some(({ id }) => !found.answered.includes(id))) return false;
  return criteriaMet(facts, file, seq) !== false || lastCall(file, 'choose-additional', seq) !== null;
}
