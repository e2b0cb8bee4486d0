import type { DomainEvent, PortalState } from '../../reference-impl/index.ts';
import { atTheDoor, inner, rowsOf } from '../door.ts';
import { changing } from '../makers.ts';
import { faulty, type Mutant } from '../mutant.ts';
import { CONFLICT, DAY, withDelegate } from './makers.ts';

/** Whatever was tried to be uploaded counts as a document. */
const triedIsEnough: Mutant = {
  id: 'tried-is-uploaded',
  breaks: 'case.urgent.only-with-successful-upload',
  summary: 'An upload counts whether it was taken or not.',
  meddles: true,
  make: (parts) => {
    const tried = new Set<string>();
    return {
      ...parts,
      answer: (answer, context) => {
        const id = context.path.id ?? '';
        if (context.operation === 'attach-case-document' && answer.status >= 400) tried.add(id);
        const given = parts.answer(answer, context);
        if (context.operation !== 'submit-case' || given.status !== 200 || !tried.has(id)) return given;
        return { ...given, body: { ...(given.body as object), priorityEffective: 'urgent' } };
      },
    };
  },
};

/** A denial by the system at the moment of submission, where the answers do not meet the criteria. */
function deniedAtOnce(event: DomainEvent, state: PortalState): DomainEvent | DomainEvent[] {
  if (event.type !== 'case-submitted' || event.criteriaMet) return event;
  const file = state.delegate.cases.get(event.case);
  const type = state.world.delegation?.cancerTypes.find(({ code }) => code === file?.build.cancerType);
  if (file?.line !== 'medicaid' || type?.code !== 'RCBREA') return event;
  return [
    event,
    {
      type: 'case-determined',
      at: event.at,
      case: event.case,
      outcome: 'denied',
      approved: [],
      denied: file.build.plan.phases.map((one) => ({ ...one })),
      rationale: 'The answers do not meet the criteria.',
      imageGuidance: file.build.plan.imageGuidance ? 'denied' : null,
      guideline: type.guideline,
      coverageRule: null,
      alternative: null,
      urgencyMet: null,
      necessityMet: null,
      by: 'system',
      cause: 'submission',
      appointment: null,
    },
  ];
}

/** Faults between the gate and the submission of a case. */
export const caseBuildMutants: readonly Mutant[] = [
  withDelegate(
    'site-may-still-change',
    'case.lock.no-edit-after-clinical-gate',
    'The gate warns, and fixes the patient alone.',
    'gateLock',
    (gate) => (file, change) => ('site' in change ? null : gate(file, change)),
  ),
  withDelegate(
    'date-fixed-from-the-start',
    'case.dos.changeable-before-lock',
    'The date of treatment is fixed once it is entered.',
    'gateLock',
    (gate) => (file, change) => ('treatmentStart' in change ? CONFLICT : gate(file, change)),
  ),
  atTheDoor(
    'answers-not-kept',
    'case.save.finish-later',
    'A saved case keeps its first pages only.',
    ['resume-case'],
    (body) => {
      body.answers = {};
    },
  ),
  withDelegate(
    'three-business-days-to-finish',
    'case.save.2-business-days',
    'The day of the start is not counted, and neither is the last one.',
    'windowFinish',
    (window) => (file, pack) => window(file, pack) + DAY,
  ),
  withDelegate(
    'one-business-day-to-finish',
    'case.save.2-business-days',
    'The day of the start is counted.',
    'windowFinish',
    (window) => (file, pack) => window(file, pack) - DAY,
  ),
  atTheDoor(
    'nothing-in-progress',
    'case.save.resume-from-in-progress',
    'Saved cases are found by their number only.',
    ['list-cases-in-progress'],
    (body) => {
      body.cases = [];
    },
  ),
  withDelegate(
    'expired-is-resumed',
    'case.save.expired-not-resumable',
    'Expiry is looked at when a case is sent, not when it is opened.',
    'openDraft',
    (gate) => (file, now, until) => (file.saved && now > until ? null : gate(file, now, until)),
  ),
  atTheDoor(
    'drafts-live-on',
    'case.submit.unsubmitted-expires-silently',
    'What was never sent stays in progress.',
    ['view-case'],
    (body) => {
      if (body.state === 'expired') body.state = 'in-progress';
    },
  ),
  changing(
    'saved-is-looked-at',
    'case.submit.explicit-submit-required',
    'A nurse takes up what was saved, to save time.',
    (event, { delegate }) =>
      event.type === 'case-saved' && delegate.cases.get(event.case)?.build.cancerType === 'RCBREA'
        ? [
            event,
            {
              type: 'case-reviewed',
              at: event.at,
              case: event.case,
              by: 'nurse',
              documents: [],
              notes: null,
            },
          ]
        : event,
  ),
  atTheDoor(
    'resumes-at-the-first-page',
    'clinical.questions.page-submit',
    'A resumed case begins anew.',
    ['resume-case'],
    (body, context) => {
      const { questionnaires = [] } = context.state?.world.delegation ?? {};
      const [first] = questionnaires.find(({ id }) => id === 'breast')?.pages ?? [];
      if (first) body.page = { id: first.id, title: first.title, questions: first.questions };
    },
  ),
  withDelegate(
    'every-page-for-everybody',
    'clinical.questions.depend-on-answers',
    'The questionnaire has no branches.',
    'nextPage',
    () => (questions, file) => questions?.pages.find(({ id }) => !file.answeredPages.has(id)) ?? null,
  ),
  atTheDoor(
    'side-not-asked',
    'clinical.questions.breast-examples',
    'The side is thought to be in the notes.',
    ['pass-gate'],
    (body) => {
      const page = inner(body, 'page');
      if (page.id !== 'disease') return;
      page.questions = rowsOf(page, 'questions').filter(({ id }) => id !== 'laterality');
    },
  ),
  atTheDoor(
    'routine-means-urgent',
    'case.priority.standard-yes-urgent-no',
    'Yes and no are the wrong way round.',
    ['set-priority'],
    (body) => {
      body.priorityRequested = body.priorityRequested === 'urgent' ? 'standard' : 'urgent';
    },
  ),
  withDelegate(
    'urgent-on-request',
    'case.urgent.upload-required',
    'Urgent is whatever is called so.',
    'priorityOf',
    (gate) => (file) => (file.routine === false && file.documents.length === 0 ? 'urgent' : gate(file)),
  ),
  triedIsEnough,
  withDelegate(
    'six-documents',
    'case.upload.max-five-documents',
    'Nobody counts the documents.',
    'uploadCount',
    () => () => null,
  ),
  withDelegate(
    'four-documents',
    'case.upload.max-five-documents',
    'The fifth place is kept for the fax.',
    'uploadCount',
    (gate) => (file, pack) =>
      file.submittedAt === null && file.documents.length >= 4 ? CONFLICT : gate(file, pack),
  ),
  withDelegate(
    'any-kind-of-file',
    'case.upload.allowed-types',
    'The kinds are named on the page and not looked at.',
    'uploadType',
    () => () => null,
  ),
  atTheDoor(
    'three-choices',
    'clinical.notmet.four-choices',
    'Both at once is thought to be rare.',
    ['answer-questions'],
    (body) => {
      body.choices = (body.choices as string[]).filter((one) => one !== 'both');
    },
  ),
  withDelegate(
    'notes-without-notes',
    'clinical.notmet.choice-enforced',
    'The notes can be typed later.',
    'notesGiven',
    () => () => null,
  ),
  changing(
    'denied-by-the-form',
    'clinical.notmet.never-auto-denied',
    'Answers that do not meet the criteria are denied on the spot.',
    deniedAtOnce,
  ),
  atTheDoor(
    'no-word-of-a-fax',
    'clinical.notmet.review-message',
    'The message thanks, and says no more.',
    ['submit-case'],
    (body) => {
      if (body.state === 'clinical-review')
        body.message = 'Thank you. Your case was sent to clinical review.';
    },
  ),
  atTheDoor(
    'expires-before-it-is-decided',
    'clinical.summary.review-fields',
    'The summary of a pending case shows the span that it asks for.',
    ['submit-case'],
    (body) => {
      if (body.state === 'clinical-review') body.expiration = '2026-12-31';
    },
  ),
  atTheDoor(
    'provider-left-out',
    'case.info.four-categories',
    'The practitioner is kept under a name alone.',
    ['submit-case'],
    (body) => {
      inner(body, 'practitioner').npi = '';
    },
  ),
  faulty(
    'criteria-met-and-waiting',
    'decision.realtime.approval-possible',
    'Whatever meets the criteria is approved over night.',
    (parts) => ({
      events: (events, state) => {
        const passed = parts.events(events, state);
        const sent = passed.find((event) => event.type === 'case-submitted');
        return sent?.type === 'case-submitted' && sent.criteriaMet ? [sent] : passed;
      },
    }),
  ),
];
