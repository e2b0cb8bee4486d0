import { changingAnswers, objectAt, rowsOf } from '../makers/answers.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in the clinical questions of a case. */
export const clinicalQuestions: readonly Mutant[] = [
  changingAnswers({
    id: 'resumes-at-the-first-page',
    breaks: 'clinical.questions.page-submit',
    summary: 'A resumed case begins anew.',
    operations: ['resume-case'],
    change: (body, context) => {
      const { questionnaires = [] } = context.state?.world.delegation ?? {};
      const [first] = questionnaires.find(({ id }) => id === 'breast')?.pages ?? [];
      if (first) body.page = { id: first.id, title: first.title, questions: first.questions };
    },
  }),
  changingDelegateGate({
    id: 'every-page-for-everybody',
    breaks: 'clinical.questions.depend-on-answers',
    summary: 'The questionnaire has no branches.',
    gate: 'nextPage',
    change: () => (questions, file) => questions?.pages.find(({ id }) => !file.answeredPages.has(id)) ?? null,
  }),
  changingAnswers({
    id: 'side-not-asked',
    breaks: 'clinical.questions.breast-examples',
    summary: 'The side is thought to be in the notes.',
    operations: ['pass-gate'],
    change: (body) => {
      const page = objectAt(body, 'page');
      if (page.id !== 'disease') return;
      page.questions = rowsOf(page, 'questions').filter(({ id }) => id !== 'laterality');
    },
  }),
  changingAnswers({
    id: 'three-choices',
    breaks: 'clinical.notmet.four-choices',
    summary: 'Both at once is thought to be rare.',
    operations: ['answer-questions'],
    change: (body) => {
      body.choices = (body.choices as string[]).filter((one) => one !== 'both');
    },
  }),
  changingDelegateGate({
    id: 'notes-without-notes',
    breaks: 'clinical.notmet.choice-enforced',
    summary: 'The notes can be typed later.',
    gate: 'notesGiven',
    change: () => () => null,
  }),
];
