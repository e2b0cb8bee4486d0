import type { Question } from '../../contract/index.ts';
import type { Book } from '../casebook/book.ts';
import type { Exchange } from '../casebook/case-file.ts';
import { at, fields, list, strings, text } from '../casebook/values.ts';
import type { Seen } from '../family.ts';
import { finishBy, finishByLastSave, localDateOf, stateBefore, submitted } from './course.ts';
import {
  buildAt,
  callsBefore,
  caseOfCall,
  type DelegateCase,
  delegateOf,
  done,
  isPractice,
  lastCall,
  uploadsBefore,
} from './file.ts';
import { delegateCalls, shown } from './look.ts';
import { memberByKeys } from './starts.ts';

/** A call by the user of a case about their own draft. */
const own = (book: Book, call: Exchange): DelegateCase | null => {
  const file = caseOfCall(book, call);
  return file?.user === call.actor && call.status !== 401 ? file : null;
};

const isDraft = (file: DelegateCase, { seq, at: when }: Exchange): boolean =>
  ['in-progress', 'saved'].includes(stateBefore(file, seq, when));

const LOCKED = ['practitioner', 'member', 'cancerType', 'treatmentStart', 'site', 'plan'];
const gated = (file: DelegateCase, seq: number): boolean => lastCall(file, 'pass-gate', seq) !== null;

/** Whether an instant lies between the ends that two readings give to a saved draft. */
function finishing(file: DelegateCase, { seq, at: when }: Exchange): boolean | null {
  const [first, last] = [finishBy(file), finishByLastSave(file, seq)];
  if (when <= Math.min(first, last)) return true;
  return when > Math.max(first, last) ? false : null;
}

const edgeOf = (when: number, until: number): 'at' | null => (when === until ? 'at' : null);

type Page = { readonly id: string; readonly questions: readonly Question[] };

/** The pages that the answers so far lead to, as the questionnaire of the type has them. */
function pagesFor(
  book: Book,
  file: DelegateCase,
  seq: number,
): { pages: readonly Page[]; answers: Record<string, string>; answered: string[] } | null {
  const delegation = delegateOf(book).delegation;
  const type = delegation?.cancerTypes.find(({ code }) => code === buildAt(file, seq).cancerType);
  const questions = delegation?.questionnaires.find(({ id }) => id === type?.questionnaire);
  const answers: Record<string, string> = {};
  const answered: string[] = [];
  for (const call of callsBefore(file, 'answer-questions', seq)) {
    Object.assign(answers, fields(call.body.answers));
    answered.push(text(call.body.page) ?? '');
  }
  if (!questions) return null;
  const asked = (when: Question['when']): boolean => !when || when.is.includes(answers[when.question] ?? '');
  const pages = questions.pages
    .filter(({ when }) => asked(when))
    .map(({ id, questions: all }) => ({ id, questions: all.filter(({ when }) => asked(when)) }))
    .filter(({ questions: all }) => all.length > 0);
  return { pages, answers, answered };
}

/** Whether the answers meet the criteria; null where there are no questions, or some are open. */
export function criteriaMet(book: Book, file: DelegateCase, seq: number): boolean | null {
  const found = pagesFor(book, file, seq);
  if (!found || found.pages.some(({ id }) => !found.answered.includes(id))) return null;
  return found.pages
    .flatMap(({ questions }) => questions)
    .every(({ id, meets }) => !meets || meets.includes(found.answers[id] ?? ''));
}

const ending = (name: unknown): string => (text(name) ?? '').toLowerCase().split('.').at(-1) ?? '';

/** What becomes of a draft up to its submission. Training, Initiating a Case to Proceed to Clinical Information. */
export const building = delegateCalls('building a case', {
  'case.lock.no-edit-after-clinical-gate': (call, book) => {
    const file = call.op === 'change-case' ? own(book, call) : null;
    if (!file || !isDraft(file, call) || !gated(file, call.seq)) return null;
    const locked = LOCKED.filter((name) => name in call.body);
    // Whether the contact may still change no document says.
    if (locked.length === 0 || (locked.length === 1 && locked[0] === 'treatmentStart')) return null;
    return shown(call, !done(call), `After the gate, ${locked.join(', ')} was answered ${call.status}.`);
  },
  'case.dos.changeable-before-lock': (call, book) => {
    const file = call.op === 'change-case' ? own(book, call) : null;
    const date = text(call.body.treatmentStart);
    if (!file || date === null || Object.keys(call.body).length > 1 || !isDraft(file, call)) return null;
    if (gated(file, call.seq))
      return shown(call, !done(call), `After the gate, another date was answered ${call.status}.`);
    const kept = call.answer.treatmentStart === date;
    return shown(call, done(call) && kept, `Before the gate, another date was answered ${call.status}.`);
  },
  'case.save.finish-later': (call, book) => {
    const file = call.op === 'resume-case' || call.op === 'save-case' ? own(book, call) : null;
    if (!file || !isDraft(file, call) || !gated(file, call.seq)) return null;
    if (call.op === 'save-case')
      return shown(call, done(call), `Saving a draft was answered ${call.status}.`);
    if (stateBefore(file, call.seq, call.at) !== 'saved' || finishing(file, call) !== true) return null;
    const answers = pagesFor(book, file, call.seq)?.answers ?? {};
    const shows = fields(call.answer.answers);
    const lost = Object.keys(answers).filter((key) => shows[key] !== answers[key]);
    return shown(
      call,
      done(call) && lost.length === 0,
      lost.length > 0 ? `Answers were lost: ${lost.join(', ')}.` : `Resumption was answered ${call.status}.`,
    );
  },
  'case.save.2-business-days': (call, book) => {
    const file = own(book, call);
    if (file && call.op === 'start-case' && done(call)) return null;
    if (call.op !== 'submit-case' || !file || submitted(file, call.seq)) return null;
    if (callsBefore(file, 'cancel-case', call.seq).length > 0 || !readyToSubmit(book, file, call))
      return null;
    const until = finishBy(file);
    const inTime = finishing(file, call);
    const because = `The draft of ${localDateOf(file, file.started.at)} could be finished until ${localDateOf(file, until)}; submission was answered ${call.status}.`;
    return shown(call, inTime === null ? null : done(call) === inTime, because, {
      edge: edgeOf(call.at, until),
    });
  },
  'case.save.expired-not-resumable': (call, book) => {
    const file = call.op === 'resume-case' ? own(book, call) : null;
    if (!file || submitted(file, call.seq) || finishing(file, call) !== false) return null;
    const until = text(call.answer.completeBy);
    const misread = until !== null && until !== localDateOf(file, finishBy(file));
    return shown(call, !done(call), `An expired draft was resumed; the answer was ${call.status}.`, {
      causedBy: misread ? 'case.save.2-business-days' : null,
    });
  },
  'clinical.questions.page-submit': (call, book) => {
    const file = call.op === 'resume-case' && done(call) ? own(book, call) : null;
    const found = file && pagesFor(book, file, call.seq);
    if (!found || found.answered.length === 0) return null;
    const next = found.pages.find(({ id }) => !found.answered.includes(id))?.id ?? null;
    const page = text(fields(call.answer.page).id);
    return shown(
      call,
      page === next,
      `The next page is ${next ?? 'none'}; the draft resumes at ${page ?? 'none'}.`,
    );
  },
  'clinical.questions.depend-on-answers': (call, book) => {
    const file = ['pass-gate', 'answer-questions'].includes(call.op) && done(call) ? own(book, call) : null;
    if (!file) return null;
    const found = pagesFor(book, file, call.seq + 1);
    const next = found?.pages.find(({ id }) => !found.answered.includes(id)) ?? null;
    const page = fields(call.answer.page);
    return shown(
      call,
      (text(page.id) ?? null) === (next?.id ?? null),
      `After these answers comes ${next?.id ?? 'no page'}; the portal shows ${text(page.id) ?? 'no page'}.`,
    );
  },
  'clinical.questions.breast-examples': (call, book) => {
    const file = call.op === 'pass-gate' && done(call) ? own(book, call) : null;
    if (!file || buildAt(file, call.seq).cancerType !== 'RCBREA') return null;
    const [first] = pagesFor(book, file, call.seq)?.pages ?? [];
    const asked = list(fields(call.answer.page).questions).map((one) => text(fields(one).id) ?? '');
    const missing = (first?.questions ?? []).filter(({ id }) => !asked.includes(id)).map(({ id }) => id);
    return shown(
      call,
      first !== undefined && missing.length === 0,
      missing.length === 0
        ? `The first page asks for ${asked.join(', ')}.`
        : `Not asked: ${missing.join(', ')}.`,
    );
  },
  'case.priority.standard-yes-urgent-no': (call, book) => {
    const file = call.op === 'set-priority' && done(call) ? own(book, call) : null;
    if (!file) return null;
    const expected = call.body.routine === true ? 'standard' : 'urgent';
    const given = text(call.answer.priorityRequested);
    return shown(
      call,
      given === expected,
      `Routine: ${String(call.body.routine)}; the priority is ${given}.`,
    );
  },
  'case.urgent.upload-required': (call, book) => {
    const urgent = urgentSubmission(book, call);
    if (!urgent || urgent.tried > 0) return null;
    const because = `Urgent without a document was answered ${call.status}, priority ${urgent.effective}.`;
    return shown(call, urgent.effective !== 'urgent', because);
  },
  'case.urgent.only-with-successful-upload': (call, book) => {
    const urgent = urgentSubmission(book, call);
    if (!urgent || urgent.tried === 0) return null;
    const because = `${urgent.uploads} of ${urgent.tried} uploads succeeded; the priority is ${urgent.effective}.`;
    const unasked = (book.index.byOperation.get('submit-case') ?? []).some((other) => {
      const one = urgentSubmission(book, other);
      return one?.tried === 0 && one.effective === 'urgent';
    });
    return shown(call, (urgent.effective === 'urgent') === urgent.uploads > 0, because, {
      causedBy: unasked ? 'case.urgent.upload-required' : null,
    });
  },
  'case.upload.max-five-documents': (call, book) => {
    const file = call.op === 'attach-case-document' ? own(book, call) : null;
    if (!file || !isDraft(file, call) || !goodFile(call)) return null;
    const before = uploadsBefore(file, call.seq).length;
    const max = file.pack.delegate.maxDocuments;
    const count = list(call.answer.documents).length;
    const holds = before < max ? done(call) && count === before + 1 : !done(call);
    return shown(call, holds, `Document ${before + 1} was answered ${call.status}.`, {
      edge: before + 1 === max ? 'at' : null,
    });
  },
  'case.upload.allowed-types': (call, book) => {
    const file = call.op === 'attach-case-document' ? own(book, call) : null;
    if (!file || !isDraft(file, call)) return null;
    if (
      uploadsBefore(file, call.seq).length >= file.pack.delegate.maxDocuments ||
      Number(call.body.bytes) === 0
    )
      return null;
    const allowed = file.pack.delegate.documentTypes.includes(ending(call.body.name));
    // A file whose bytes are not what its name says may be refused or taken; at the last place the count is on trial.
    const last = uploadsBefore(file, call.seq).length === file.pack.delegate.maxDocuments - 1;
    if (allowed && (!goodFile(call) || last)) return null;
    return shown(call, done(call) === allowed, `${text(call.body.name)} was answered ${call.status}.`);
  },
  'clinical.notmet.four-choices': (call, book) => {
    const file = call.op === 'answer-questions' && done(call) ? own(book, call) : null;
    if (!file || criteriaMet(book, file, call.seq + 1) !== false) return null;
    const choices = new Set(strings(call.answer.choices));
    const all = ['upload', 'notes', 'both', 'nothing'].every((one) => choices.has(one));
    return shown(call, all && choices.size === 4, `The choices are ${[...choices].join(', ') || 'none'}.`);
  },
  'clinical.notmet.choice-enforced': (call, book) => {
    const file = call.op === 'choose-additional' ? own(book, call) : null;
    const choice = text(call.body.choice) ?? '';
    if (!file || !isDraft(file, call) || criteriaMet(book, file, call.seq) !== false) return null;
    const empty = ['notes', 'both'].includes(choice) && (text(call.body.notes) ?? '').trim() === '';
    if (!empty && done(call)) return shown(call, true, `The choice “${choice}” was taken.`);
    return empty ? shown(call, !done(call), `“${choice}” without notes was answered ${call.status}.`) : null;
  },
  'case.member.lookup-three-keys': (call, book) => {
    if (call.op !== 'find-case-member' || !isPractice(book, call.actor) || call.status === 401) return null;
    const member = memberByKeys(book, call.query);
    const found = done(call) && call.answer.id === member?.id;
    return shown(
      call,
      member ? found : !done(call),
      `${member ? 'All' : 'Not all'} three keys match; the answer was ${call.status}.`,
    );
  },
  'case.site.search-fields': (call, book) => {
    if (call.op !== 'find-treatment-sites' || !done(call)) return null;
    const { npi, tin, zip, city, name, match } = call.query;
    const lower = (value: unknown): string => (text(value) ?? '').trim().toLowerCase();
    const expected = (delegateOf(book).delegation?.sites ?? []).filter(
      (site) =>
        (npi === undefined || site.npi === npi) &&
        (tin === undefined || site.tin === tin) &&
        (zip === undefined || site.zip === zip) &&
        (city === undefined || lower(site.city) === lower(city)) &&
        (name === undefined ||
          (match === 'starts-with'
            ? lower(site.name).startsWith(lower(name))
            : lower(site.name) === lower(name))),
    );
    const found = list(call.answer.sites).map((row) => fields(row).id);
    return shown(
      call,
      expected.length === found.length && expected.every(({ id }) => found.includes(id)),
      `${expected.length} sites match; ${found.length} were found.`,
    );
  },
  'case.type.cancer-type-code-list': (call, book) =>
    codeList(call, book, (codes) => codes.has('RCBREA') && codes.size >= 23),
  'scope.request.other-and-noncancer-types-offered': (call, book) =>
    codeList(
      call,
      book,
      (codes, words) => codes.has('RCNONC') && words.some((one) => /other cancer/i.test(one)),
    ),
});

function codeList(
  call: Exchange,
  _book: Book,
  holds: (codes: ReadonlySet<string>, words: readonly string[]) => boolean,
): Seen | null {
  if (call.op !== 'list-cancer-types' || !done(call)) return null;
  const rows = list(call.answer.cancerTypes).map(fields);
  const codes = new Set(rows.map(({ code }) => text(code) ?? '').filter((code) => /^RC[A-Z]{4}$/.test(code)));
  const words = rows.map(({ description }) => text(description) ?? '');
  return shown(call, holds(codes, words), `${codes.size} types are listed.`);
}

const KINDS: Readonly<Record<string, RegExp>> = { pdf: /^pdf$/, doc: /^doc$/, docx: /^docx$/ };

/** Whether a file is one that may be sent: its bytes are what its name says. */
function goodFile({ body }: Exchange): boolean {
  const kind = text(body.kind);
  return Number(body.bytes) > 0 && (kind === null || KINDS[ending(body.name)]?.test(kind) === true);
}

/** Whether nothing but time stands in the way of a submission. */
function readyToSubmit(book: Book, file: DelegateCase, { seq }: Exchange): boolean {
  if (!gated(file, seq) || !lastCall(file, 'set-priority', seq)) return false;
  // An urgent case without a document may be blocked instead of being handled as standard.
  const urgent = lastCall(file, 'set-priority', seq)?.body.routine === false;
  if (urgent && uploadsBefore(file, seq).length === 0) return false;
  const found = pagesFor(book, file, seq);
  if (found?.pages.some(({ id }) => !found.answered.includes(id))) return false;
  return criteriaMet(book, file, seq) !== false || lastCall(file, 'choose-additional', seq) !== null;
}

/** A submission that was asked to be urgent: how many documents were tried and taken, and what became of it. */
function urgentSubmission(book: Book, call: Exchange) {
  const file = call.op === 'submit-case' && done(call) ? caseOfCall(book, call) : undefined;
  if (!file || lastCall(file, 'set-priority', call.seq)?.body.routine !== false) return null;
  const tried = file.calls.filter(({ op, seq }) => op === 'attach-case-document' && seq < call.seq).length;
  return {
    tried,
    uploads: uploadsBefore(file, call.seq).length,
    effective: text(at(call.answer, 'priorityEffective')) ?? 'none',
  };
}
