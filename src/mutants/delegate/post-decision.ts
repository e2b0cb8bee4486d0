import { atTheDoor, instead, problem, rowsOf } from '../door.ts';
import { changing } from '../makers.ts';
import type { Mutant } from '../mutant.ts';
import { CONFLICT, caseOf, DAY, withDelegate } from './makers.ts';

/** Faults in what is open after a determination, and before one of Medicare. */
export const postDecisionMutants: readonly Mutant[] = [
  withDelegate(
    'only-whole-denials',
    'postdecision.medicaid.recon-available',
    'Who got a part cannot ask for the rest.',
    'reconsiderOpen',
    (gate) => (file, now, until, pack) =>
      file.determinations.at(-1)?.outcome === 'partially-approved' ? CONFLICT : gate(file, now, until, pack),
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
  instead(
    'options-hidden',
    'recon.web.options-button',
    'Options are told on the phone.',
    ({ operation }, { status }) => operation === 'show-options' && status === 200,
    () => problem(409, 'conflict', 'Call us about your options.'),
  ),
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
  instead(
    'upload-closed-without-advice',
    'recon.web.upload-unavailable-advice',
    'Uploading is closed, and nothing else is said.',
    ({ operation }, { status }) => operation === 'attach-case-document' && status === 409,
    () => problem(409, 'conflict', 'Uploading is not open.'),
  ),
];
