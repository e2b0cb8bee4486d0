import { changingAnswers, problem, replacingAnswers, rowsOf } from '../makers/answers.ts';
import { changingEvents } from '../makers/events.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in reconsideration on the web. */
export const web: readonly Mutant[] = [
  changingEvents({
    id: 'no-leaves-no-trace',
    breaks: 'recon.web.answer-no-annotates',
    summary: 'No is no, and nothing is written down.',
    change: (event) => (event.type === 'case-noted' ? null : event),
  }),
  changingDelegateGate({
    id: 'no-ends-it',
    breaks: 'recon.web.no-returns-to-p2p',
    summary: 'Whoever says no has no further options.',
    gate: 'eligibility',
    change: (gate) => (file, now, pack, windows) => {
      const found = gate(file, now, pack, windows);
      const said = file.reconsideration === null && file.notes.some(({ text }) => text.includes('abandoned'));
      return said ? { ...found, result: 'none', level: null, mayChangeDecision: false } : found;
    },
  }),
  changingDelegateGate({
    id: 'nothing-new-needed',
    breaks: 'recon.web.new-clinical-required',
    summary: 'The reviewer will look at the case once more as it is.',
    gate: 'reconsiderDocuments',
    change: () => () => true,
  }),
  changingAnswers({
    id: 'pending-without-documents',
    breaks: 'recon.web.missing-clinical-abandons',
    summary: 'A review waits for documents that may still come.',
    operations: ['submit-reconsideration'],
    change: (body) => {
      if (rowsOf(body, 'documents').length === 0) body.state = 'reconsideration-pending';
    },
  }),
  changingDelegateGate({
    id: 'old-news-will-do',
    breaks: 'recon.web.new-info-acknowledgement',
    summary: 'The answer is kept and not used.',
    gate: 'reconsiderNew',
    change: () => () => true,
  }),
  changingAnswers({
    id: 'no-success-told',
    breaks: 'recon.web.success-message',
    summary: 'The page closes.',
    operations: ['confirm-reconsideration'],
    change: (body) => {
      body.message = 'Thank you.';
    },
  }),
  changingEvents({
    id: 'last-step-does-nothing',
    breaks: 'recon.web.final-submit',
    summary: 'The review begins when somebody sees it.',
    change: (event) => (event.type === 'case-reconsideration-requested' && event.by === 'web' ? null : event),
  }),
  changingAnswers({
    id: 'still-denied',
    breaks: 'recon.web.status-pending-medical-director',
    summary: 'The status changes with the next determination.',
    operations: ['view-case'],
    change: (body) => {
      if (body.state === 'reconsideration-pending') body.status = 'Denied';
    },
  }),
  replacingAnswers({
    id: 'upload-closed-without-advice',
    breaks: 'recon.web.upload-unavailable-advice',
    summary: 'Uploading is closed, and nothing else is said.',
    when: ({ operation }, { status }) => operation === 'attach-case-document' && status === 409,
    answer: () => problem(409, 'conflict', 'Uploading is not open.'),
  }),
];
