import { buildAt, done, ownCase as own } from '../../facts/delegate/file.ts';
import { fields, list, strings, text } from '../../facts/values.ts';
import { atTheEnd, delegateCallChecks } from '../check.ts';
import { shown } from '../seen.ts';
import { criteriaMet, isDraft, pagesFor } from './drafts.ts';

/** Questions page by page, and what follows from their answers. Training, Proceed to Clinical Information and Criteria Not Met. */
export const questions = delegateCallChecks({
  'clinical.questions.page-submit': (call, facts) => {
    const file = call.op === 'resume-case' && done(call) ? own(facts, call) : null;
    const found = file && pagesFor(facts, file, call.seq);
    if (!found || found.answered.length === 0) return null;
    const next = found.pages.find(({ id }) => !found.answered.includes(id))?.id ?? null;
    const page = text(fields(call.answer.page).id);
    return shown(
      call,
      page === next,
      `The next page is ${next ?? 'none'}; the draft resumes at ${page ?? 'none'}.`,
    );
  },
  'clinical.questions.depend-on-answers': atTheEnd((call, facts) => {
    const file = ['pass-gate', 'answer-questions'].includes(call.op) && done(call) ? own(facts, call) : null;
    if (!file) return null;
    const found = pagesFor(facts, file, call.seq + 1);
    const next = found?.pages.find(({ id }) => !found.answered.includes(id)) ?? null;
    const page = fields(call.answer.page);
    return shown(
      call,
      (text(page.id) ?? null) === (next?.id ?? null),
      `After these answers comes ${next?.id ?? 'no page'}; the portal shows ${text(page.id) ?? 'no page'}.`,
    );
  }),
  'clinical.questions.breast-examples': (call, facts) => {
    const file = call.op === 'pass-gate' && done(call) ? own(facts, call) : null;
    if (!file || buildAt(file, call.seq).cancerType !== 'RCBREA') return null;
    const [first] = pagesFor(facts, file, call.seq)?.pages ?? [];
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
  'clinical.notmet.four-choices': atTheEnd((call, facts) => {
    const file = call.op === 'answer-questions' && done(call) ? own(facts, call) : null;
    if (!file || criteriaMet(facts, file, call.seq + 1) !== false) return null;
    const choices = new Set(strings(call.answer.choices));
    const all = ['upload', 'notes', 'both', 'nothing'].every((one) => choices.has(one));
    return shown(call, all && choices.size === 4, `The choices are ${[...choices].join(', ') || 'none'}.`);
  }),
  'clinical.notmet.choice-enforced': (call, facts) => {
    const file = call.op === 'choose-additional' ? own(facts, call) : null;
    const choice = text(call.body.choice) ?? '';
    if (!file || !isDraft(file, call) || criteriaMet(facts, file, call.seq) !== false) return null;
    const empty = ['notes', 'both'].includes(choice) && (text(call.body.notes) ?? '').trim() === '';
    if (!empty && done(call)) return shown(call, true, `The choice “${choice}” was taken.`);
    return empty ? shown(call, !done(call), `“${choice}” without notes was answered ${call.status}.`) : null;
  },
});
