import type { Question } from '../../contract/index.ts';
import type { Exchange } from '../../facts/case-file.ts';
import { stateBefore } from '../../facts/delegate/course.ts';
import { buildAt, callsBefore, type DelegateCase, delegateOf, lastCall } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { fields, text } from '../../facts/values.ts';

/** Whether a case is a draft still, when a call is made about it. */
export const isDraft = (file: DelegateCase, { seq, at: when }: Exchange): boolean =>
  ['in-progress', 'saved'].includes(stateBefore(file, seq, when));

export const gated = (file: DelegateCase, seq: number): boolean => lastCall(file, 'pass-gate', seq) !== null;

type Page = { readonly id: string; readonly questions: readonly Question[] };

/** The pages that the answers so far lead to, as the questionnaire of the type has them. */
export function pagesFor(
  facts: Facts,
  file: DelegateCase,
  seq: number,
): { pages: readonly Page[]; answers: Record<string, string>; answered: string[] } | null {
  const delegation = delegateOf(facts).delegation;
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
export function criteriaMet(facts: Facts, file: DelegateCase, seq: number): boolean | null {
  const found = pagesFor(facts, file, seq);
  if (!found || found.pages.some(({ id }) => !found.answered.includes(id))) return null;
  return found.pages
    .flatMap(({ questions }) => questions)
    .every(({ id, meets }) => !meets || meets.includes(found.answers[id] ?? ''));
}
