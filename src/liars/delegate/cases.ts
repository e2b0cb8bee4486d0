import type { DomainEvent, PortalState } from '../../reference-impl/index.ts';
import { atTheDoor, inner, problem, rowsOf } from '../door.ts';
import { faulty, type Liar } from '../liar.ts';
import { changing } from '../makers.ts';
import { caseOf, DAY, withDelegate } from './makers.ts';

const conflict = {
  refused: true as const,
  code: 'conflict' as const,
  detail: 'This cannot be changed here.',
};

/** Whatever was tried to be uploaded counts as a document. */
const triedIsEnough: Liar = {
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
export const caseBuildLiars: readonly Liar[] = [
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
    (gate) => (file, change) => ('treatmentStart' in change ? conflict : gate(file, change)),
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
      file.submittedAt === null && file.documents.length >= 4 ? conflict : gate(file, pack),
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

const isNotice = (event: DomainEvent): event is Extract<DomainEvent, { type: 'case-notice-sent' }> =>
  event.type === 'case-notice-sent';

/** Faults in determinations, in what they hold and in what they send. */
export const determinationLiars: readonly Liar[] = [
  withDelegate(
    'any-guideline',
    'scope.review.evidence-based-comparison',
    'The guideline is a field that nobody reads.',
    'decideGuideline',
    () => () => null,
  ),
  withDelegate(
    'guideline-before-coverage',
    'scope.review.medicare-lcd-ncd-precedence',
    'The delegate’s own guideline goes first.',
    'decideCoverage',
    () => () => null,
  ),
  withDelegate(
    'part-of-it-is-lost',
    'decision.summary.partition-invariant',
    'What is neither approved nor denied is left open.',
    'decidePartition',
    () => () => null,
  ),
  withDelegate(
    'denied-without-a-word',
    'decision.summary.denied-needs-rationale',
    'The letter has a text of its own.',
    'decideRationale',
    () => () => null,
  ),
  changing(
    'images-not-mentioned',
    'decision.igrt.separate-determination',
    'Image guidance is decided and not told.',
    (event) => (isNotice(event) && event.imageGuidance ? { ...event, imageGuidance: null } : event),
  ),
  withDelegate(
    'alternative-on-an-approval',
    'altrec.offer.may-be-made',
    'A better plan is suggested to everybody.',
    'decideAlternative',
    () => () => null,
  ),
  withDelegate(
    'urgency-not-judged',
    'retro.reviewed-for-urgency-and-necessity',
    'After the service urgency is thought to be past.',
    'decideRetrospective',
    () => () => null,
  ),
  changing('member-not-told', 'decision.notice.both-recipients', 'The office tells the member.', (event) =>
    isNotice(event) && event.to === 'member' ? null : event,
  ),
  changing(
    'fractions-left-out',
    'decision.notice.technique-and-fractions',
    'The number of fractions stands on the portal.',
    (event) => (isNotice(event) && event.fractions.length > 0 ? { ...event, fractions: [] } : event),
  ),
  changing(
    'codes-in-letters',
    'decision.notice.treatment-plan-not-codes',
    'The codes help the billing office.',
    (event) =>
      isNotice(event) && event.about === 'determination'
        ? { ...event, text: `${event.text} Code 77331.` }
        : event,
  ),
  changing(
    'reconsidered-by-mail',
    'decision.fax.determination-to-provider',
    'What is reconsidered is answered by mail.',
    (event) =>
      isNotice(event) && event.about === 'reconsideration' && event.by === 'fax'
        ? { ...event, by: 'letter' }
        : event,
  ),
  changing(
    'address-given-for-nothing',
    'case.contact.email-enables-enotification',
    'The address is kept for later.',
    (event) => (isNotice(event) && event.by === 'e-mail' ? null : event),
  ),
  changing(
    'faxes-to-one-number',
    'account.register.notices-go-to-fax-and-email',
    'All faxes go through the number of the plan.',
    (event) => (isNotice(event) && event.by === 'fax' ? { ...event, address: '617-555-0199' } : event),
  ),
  withDelegate(
    'nurse-reconsiders',
    'recon.web.physician-reviews',
    'Whoever is free reconsiders.',
    'decideRole',
    (gate) => (context) => (context.file.reconsideration?.state === 'pending' ? null : gate(context)),
  ),
  changing(
    'notes-unread',
    'clinical.additional.sent-to-review',
    'What was typed and sent is not in the packet.',
    (event) => (event.type === 'case-reviewed' ? { ...event, documents: [], notes: null } : event),
  ),
  changing(
    'fax-in-a-pile',
    'clinical.collection.online-or-fax',
    'Faxes wait for somebody to file them.',
    (event) => (event.type === 'case-information-received' && event.by === 'fax' ? null : event),
  ),
  withDelegate(
    'fax-in-the-second-week',
    'clinical.info-request.fax-within-2-business-days',
    'Information is asked for when the case is taken up.',
    'deskAt',
    (at) => (what, since) => at(what, since) + (what === 'ask' ? 6 * DAY : 0),
  ),
  changing(
    'original-stays',
    'update.new-approved-withdraws-original',
    'Both authorizations hold.',
    (event) => (event.type === 'case-withdrawn' ? null : event),
  ),
  atTheDoor(
    'no-room-for-reasons',
    'decision.summary.four-sections',
    'Reasons are in the letter.',
    ['view-case'],
    (body) => {
      if (body.decision) delete inner(body, 'decision').rationale;
    },
  ),
  atTheDoor(
    'site-without-number',
    'decision.summary.identifiers',
    'The site is printed by its name.',
    ['view-case'],
    (body) => {
      inner(body, 'site').npi = '';
    },
  ),
  withDelegate(
    'ninety-days-of-authorization',
    'decision.expiration.180-days-from-review',
    'Authorizations hold for a quarter of a year.',
    'windowAuthorization',
    (window) => (file, pack) => {
      const until = window(file, pack);
      return until === null ? null : until - 90 * DAY;
    },
  ),
  withDelegate(
    'nothing-by-phone',
    'update.existing.by-phone',
    'Every change is a new case.',
    'updateScope',
    () => () => conflict,
  ),
  withDelegate(
    'technique-by-phone',
    'update.change-needs-new-review',
    'Whoever calls can change anything.',
    'updateScope',
    () => () => null,
  ),
];

/** Faults in what is open after a determination, and before one of Medicare. */
export const postDecisionLiars: readonly Liar[] = [
  withDelegate(
    'only-whole-denials',
    'postdecision.medicaid.recon-available',
    'Who got a part cannot ask for the rest.',
    'reconsiderOpen',
    (gate) => (file, now, until, pack) =>
      file.determinations.at(-1)?.outcome === 'partially-approved' ? conflict : gate(file, now, until, pack),
  ),
  withDelegate(
    'one-business-day-to-ask-again',
    'postdecision.medicaid.recon-2bd',
    'The day of the determination is counted.',
    'windowReconsider',
    (window) => (file, pack) => {
      const until = window(file, pack);
      return until === null ? null : until - DAY;
    },
  ),
  withDelegate(
    'counted-from-the-notice',
    'postdecision.medicaid.recon-anchor-determination',
    'The window runs from the day on which the letter is read.',
    'windowReconsider',
    (window) => (file, pack) => {
      const determinations = file.determinations.map((one) => ({ ...one, at: one.at + DAY }));
      return window({ ...file, determinations }, pack);
    },
  ),
  changing(
    'talk-is-no-reconsideration',
    'postdecision.medicaid.recon-channels',
    'Only the web can ask for a reconsideration.',
    (event) =>
      event.type === 'case-reconsideration-requested' && event.by === 'consultation' ? null : event,
  ),
  changing(
    'talks-never-overturn',
    'postdecision.medicaid.p2p-can-change-decision',
    'What was agreed on the phone is not entered.',
    (event) => {
      if (event.type === 'case-determined' && event.cause === 'consultation' && event.outcome !== 'denied')
        return null;
      return event;
    },
  ),
  withDelegate(
    'again-and-again',
    'postdecision.medicaid.recon-once',
    'As long as the window is open, everybody may try.',
    'reconsiderOpen',
    (gate) => (file, now, until, pack) =>
      until === null && pack.delegate.reconsideration ? null : gate(file, now, until, pack),
  ),
  atTheDoor(
    'question-always-asked',
    'recon.web.question-only-if-delegated',
    'The question is part of the page.',
    ['show-options'],
    (body, context) => {
      if (caseOf(context)?.line === 'medicaid' && caseOf(context)?.reconsidered === 0)
        body.question = 'Do you want to proceed with a reconsideration?';
    },
  ),
  {
    ...atTheDoor('options-hidden', 'recon.web.options-button', '', [], () => undefined),
    summary: 'Options are told on the phone.',
    make: (parts) => ({
      ...parts,
      answer: (answer, context) =>
        context.operation === 'show-options' && answer.status === 200
          ? problem(409, 'conflict', 'Call us about your options.')
          : parts.answer(answer, context),
    }),
  },
  atTheDoor(
    'talk-without-an-end',
    'recon.web.options-list-deadlines',
    'Options are listed without their dates.',
    ['show-options'],
    (body) => {
      for (const row of rowsOf(body, 'rows')) if (row.option === 'peer-to-peer') row.until = null;
    },
  ),
  withDelegate(
    'appeals-taken',
    'appeal.not-processed-by-delegate',
    'An appeal is taken and passed on one day.',
    'appeal',
    () => () => null,
  ),
  withDelegate(
    'thirty-days-to-appeal',
    'appeal.60-calendar-days',
    'Another client’s figure is on the page.',
    'windowAppeal',
    (window) => (file, pack) => {
      const until = window(file, pack);
      return until === null ? null : until - 30 * DAY;
    },
  ),
  atTheDoor(
    'appeals-by-mail-alone',
    'appeal.channels',
    'Only the address is given.',
    ['show-options'],
    (body) => {
      for (const row of rowsOf(body, 'rows'))
        if (row.option === 'appeal') row.text = 'Write to the plan by mail.';
    },
  ),
  withDelegate(
    'denied-without-warning',
    'predecision.medicare.notify-before-denial',
    'Medicare is handled as Medicaid is.',
    'decideAnnounced',
    () => () => null,
  ),
  changing(
    'due-some-day',
    'predecision.medicare.notice-states-due-date',
    'The notice asks for an early answer.',
    (event) =>
      event.type === 'case-notice-sent' && event.about === 'pre-decision' ? { ...event, dueAt: null } : event,
  ),
  withDelegate(
    'due-date-not-awaited',
    'predecision.medicare.info-before-due',
    'Who has not answered by the morning is denied.',
    'decideDue',
    (gate) => (context) =>
      [...context.state.delegate.appointments.values()].some(({ cases }) =>
        cases.some(({ caseNumber }) => caseNumber === context.file.id),
      )
        ? gate(context)
        : null,
  ),
  withDelegate(
    'talk-not-awaited',
    'predecision.medicare.hold-when-only-consult',
    'A talk that is booked holds nothing up.',
    'decideDue',
    (gate) => (context) =>
      [...context.state.delegate.appointments.values()].some(
        ({ cases, state }) =>
          state === 'scheduled' && cases.some(({ caseNumber }) => caseNumber === context.file.id),
      )
        ? null
        : gate(context),
  ),
  changing(
    'booked-talk-left-as-it-was',
    'predecision.medicare.info-received-no-hold',
    'Nobody looks at the calendar when a case is decided.',
    (event) => (event.type === 'consultation-became-consultative' ? null : event),
  ),
  withDelegate(
    'medicare-reconsidered',
    'postdecision.medicare.no-reconsideration',
    'Every denial can be reconsidered.',
    'reconsiderOpen',
    (gate) => (file, now, until, pack) =>
      !pack.delegate.reconsideration && !file.determinations.at(-1)?.alternative
        ? null
        : gate(file, now, until, pack),
  ),
  withDelegate(
    'alternative-reconsidered',
    'altrec.accept.medicare-new-case-only',
    'An alternative is taken up on the same case.',
    'reconsiderOpen',
    (gate) => (file, now, until, pack) =>
      !pack.delegate.reconsideration && file.determinations.at(-1)?.alternative
        ? null
        : gate(file, now, until, pack),
  ),
  changing(
    'no-leaves-no-trace',
    'recon.web.answer-no-annotates',
    'No is no, and nothing is written down.',
    (event) => (event.type === 'case-noted' ? null : event),
  ),
  withDelegate(
    'no-ends-it',
    'recon.web.no-returns-to-p2p',
    'Whoever says no has no further options.',
    'eligibility',
    (gate) => (file, now, pack, windows) => {
      const found = gate(file, now, pack, windows);
      const said = file.reconsideration === null && file.notes.some(({ text }) => text.includes('abandoned'));
      return said ? { ...found, result: 'none', level: null, mayChangeDecision: false } : found;
    },
  ),
  withDelegate(
    'nothing-new-needed',
    'recon.web.new-clinical-required',
    'The reviewer will look at the case once more as it is.',
    'reconsiderDocuments',
    () => () => true,
  ),
  atTheDoor(
    'pending-without-documents',
    'recon.web.missing-clinical-abandons',
    'A review waits for documents that may still come.',
    ['submit-reconsideration'],
    (body) => {
      if (rowsOf(body, 'documents').length === 0) body.state = 'reconsideration-pending';
    },
  ),
  withDelegate(
    'old-news-will-do',
    'recon.web.new-info-acknowledgement',
    'The answer is kept and not used.',
    'reconsiderNew',
    () => () => true,
  ),
  atTheDoor(
    'no-success-told',
    'recon.web.success-message',
    'The page closes.',
    ['confirm-reconsideration'],
    (body) => {
      body.message = 'Thank you.';
    },
  ),
  changing(
    'last-step-does-nothing',
    'recon.web.final-submit',
    'The review begins when somebody sees it.',
    (event) => (event.type === 'case-reconsideration-requested' && event.by === 'web' ? null : event),
  ),
  atTheDoor(
    'still-denied',
    'recon.web.status-pending-medical-director',
    'The status changes with the next determination.',
    ['view-case'],
    (body) => {
      if (body.state === 'reconsideration-pending') body.status = 'Denied';
    },
  ),
  {
    ...atTheDoor(
      'upload-closed-without-advice',
      'recon.web.upload-unavailable-advice',
      '',
      [],
      () => undefined,
    ),
    summary: 'Uploading is closed, and nothing else is said.',
    make: (parts) => ({
      ...parts,
      answer: (answer, context) =>
        context.operation === 'attach-case-document' && answer.status === 409
          ? problem(409, 'conflict', 'Uploading is not open.')
          : parts.answer(answer, context),
    }),
  },
];
