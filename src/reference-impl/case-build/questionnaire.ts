import type { Delegation, Question, Questionnaire } from '../../contract/index.ts';
import type { CaseFileState } from '../delegate/state.ts';

type Page = Questionnaire['pages'][number];
type Answers = Readonly<Record<string, string>>;

const holds = (when: Question['when'], answers: Answers): boolean =>
  when === undefined || when.is.includes(answers[when.question] ?? '');

/** The questionnaire of a case’s type of cancer, or none. */
export function questionnaireOf(delegation: Delegation, file: CaseFileState): Questionnaire | null {
  const type = delegation.cancerTypes.find(({ code }) => code === file.build.cancerType);
  return delegation.questionnaires.find(({ id }) => id === type?.questionnaire) ?? null;
}

/** The questions of a page that are asked after the answers so far. */
export const askedOn = (page: Page, answers: Answers): Question[] =>
  page.questions.filter(({ when }) => holds(when, answers));

/** The pages that are asked after the answers so far. */
const pagesOf = (questions: Questionnaire | null, answers: Answers): Page[] =>
  (questions?.pages ?? []).filter((page) => holds(page.when, answers) && askedOn(page, answers).length > 0);

/** The first page that is not answered. */
export const nextPage = (questions: Questionnaire | null, file: CaseFileState): Page | null =>
  pagesOf(questions, file.answers).find(({ id }) => !file.answeredPages.has(id)) ?? null;

/** Whether the answers meet the criteria; a case without questions does not show it, and goes to review. */
export function meetsCriteria(questions: Questionnaire | null, answers: Answers): boolean {
  if (!questions) return false;
  return pagesOf(questions, answers)
    .flatMap((page) => askedOn(page, answers))
    .every(({ id, meets }) => meets === undefined || meets.includes(answers[id] ?? ''));
}
