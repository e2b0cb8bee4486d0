import { changingAnswers, problem, replacingAnswers, rowsOf } from '../makers/answers.ts';
import { CONFLICT, caseOf } from '../makers/delegate.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import { DAY_MS } from '../makers/times.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in the options offered after a determination. */
export const options: readonly Mutant[] = [
  changingDelegateGate({
    id: 'only-whole-denials',
    breaks: 'postdecision.medicaid.recon-available',
    summary: 'Who got a part cannot ask for the rest.',
    gate: 'reconsiderOpen',
    change: (gate) => (file, now, until, pack) =>
      file.determinations.at(-1)?.outcome === 'partially-approved' ? CONFLICT : gate(file, now, until, pack),
  }),
  changingDelegateGate({
    id: 'one-business-day-to-ask-again',
    breaks: 'postdecision.medicaid.recon-2bd',
    summary: 'The day of the determination is counted.',
    gate: 'windowReconsider',
    change: (window) => (file, pack) => {
      const until = window(file, pack);
      return until === null ? null : until - DAY_MS;
    },
  }),
  changingDelegateGate({
    id: 'counted-from-the-notice',
    breaks: 'postdecision.medicaid.recon-anchor-determination',
    summary: 'The window runs from the day on which the letter is read.',
    gate: 'windowReconsider',
    change: (window) => (file, pack) => {
      const determinations = file.determinations.map((one) => ({ ...one, at: one.at + DAY_MS }));
      return window({ ...file, determinations }, pack);
    },
  }),
  changingDelegateGate({
    id: 'again-and-again',
    breaks: 'postdecision.medicaid.recon-once',
    summary: 'As long as the window is open, everybody may try.',
    gate: 'reconsiderOpen',
    change: (gate) => (file, now, until, pack) =>
      until === null && pack.delegate.reconsideration ? null : gate(file, now, until, pack),
  }),
  changingAnswers({
    id: 'question-always-asked',
    breaks: 'recon.web.question-only-if-delegated',
    summary: 'The question is part of the page.',
    operations: ['show-options'],
    change: (body, context) => {
      if (caseOf(context)?.line === 'medicaid' && caseOf(context)?.reconsidered === 0)
        body.question = 'Do you want to proceed with a reconsideration?';
    },
  }),
  replacingAnswers({
    id: 'options-hidden',
    breaks: 'recon.web.options-button',
    summary: 'Options are given by phone only.',
    when: ({ operation }, { status }) => operation === 'show-options' && status === 200,
    answer: () => problem(409, 'conflict', 'Call us about your options.'),
  }),
  changingAnswers({
    id: 'talk-without-an-end',
    breaks: 'recon.web.options-list-deadlines',
    summary: 'Options are listed without their dates.',
    operations: ['show-options'],
    change: (body) => {
      for (const row of rowsOf(body, 'rows')) if (row.option === 'peer-to-peer') row.until = null;
    },
  }),
  changingDelegateGate({
    id: 'appeals-taken',
    breaks: 'appeal.not-processed-by-delegate',
    summary: 'An appeal is taken and passed on one day.',
    gate: 'appeal',
    change: () => () => null,
  }),
  changingDelegateGate({
    id: 'thirty-days-to-appeal',
    breaks: 'appeal.60-calendar-days',
    summary: 'Another client’s figure is on the page.',
    gate: 'windowAppeal',
    change: (window) => (file, pack) => {
      const until = window(file, pack);
      return until === null ? null : until - 30 * DAY_MS;
    },
  }),
  changingAnswers({
    id: 'appeals-by-mail-alone',
    breaks: 'appeal.channels',
    summary: 'Only the address is given.',
    operations: ['show-options'],
    change: (body) => {
      for (const row of rowsOf(body, 'rows'))
        if (row.option === 'appeal') row.text = 'Write to the plan by mail.';
    },
  }),
  changingDelegateGate({
    id: 'medicare-reconsidered',
    breaks: 'postdecision.medicare.no-reconsideration',
    summary: 'Every denial can be reconsidered.',
    gate: 'reconsiderOpen',
    change: (gate) => (file, now, until, pack) =>
      !pack.delegate.reconsideration && !file.determinations.at(-1)?.alternative
        ? null
        : gate(file, now, until, pack),
  }),
  changingDelegateGate({
    id: 'alternative-reconsidered',
    breaks: 'altrec.accept.medicare-new-case-only',
    summary: 'An alternative is taken up on the same case.',
    gate: 'reconsiderOpen',
    change: (gate) => (file, now, until, pack) =>
      !pack.delegate.reconsideration && file.determinations.at(-1)?.alternative
        ? null
        : gate(file, now, until, pack),
  }),
];
