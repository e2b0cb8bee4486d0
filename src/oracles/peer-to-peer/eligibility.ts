import { DAY_MS } from '../../facts/civil.ts';
import { determinationsBefore, localDateOf } from '../../facts/delegate/course.ts';
import { type DelegateCase, delegateOf, talkState } from '../../facts/delegate/file.ts';
import type { Facts } from '../../facts/facts.ts';
import { text } from '../../facts/values.ts';
import { atTheEnd, type Comparison, onCall, peerToPeerCallChecks } from '../check.ts';
import { ABSENT, contains, type Expected, not, PRESENT, type Values } from '../value.ts';
import { type AskedEligibility, differsByDays, edgeOf, perCase, stageOf } from './asked-eligibility.ts';
import { agrees } from './expected-eligibility.ts';
import { causeOfWrongEligibility } from './wrong-eligibility.ts';
import { wrongReconsiderationWindow } from './wrong-windows.ts';

const agreed = ({ expected, answer }: AskedEligibility): boolean => agrees(expected, answer.result) === true;

/** What an answer should say of a case and says, with the line and the state of the case. */
const told = (
  { call, file }: AskedEligibility,
  expected: Expected,
  observed: Values,
  more: Partial<Comparison> = {},
): Comparison =>
  onCall(call, expected, observed, {
    ...more,
    given: {
      lineOfBusiness: file.line,
      determination: text(determinationsBefore(file, call.seq).at(-1)?.told.outcome),
      ...more.given,
    },
  });

/** The eligibility that an answer should tell, and the one that it tells. */
const result = (asked: AskedEligibility, more: Partial<Comparison> = {}): Comparison =>
  told(asked, { eligibility: asked.expected.result }, { eligibility: text(asked.answer.result) }, more);

/** What the message of a consultative peer-to-peer must say, each with the wordings that are taken for it. */
const STATEMENTS = {
  'consultative only': /consultative/i,
  'decision cannot be modified': /cannot be (modified|changed)|not be (modified|changed)/i,
} as const;

const statementsOf = (message: string): string[] =>
  Object.entries(STATEMENTS).flatMap(([statement, wording]) => (wording.test(message) ? [statement] : []));

/** Whether a case may be discussed. Training, How to schedule a Peer to Peer Request. */
export const eligibility = peerToPeerCallChecks({
  'p2p.eligibility.system-decides': perCase((asked) => {
    const found = result(asked, { edge: edgeOf(asked), causedBy: () => causeOfWrongEligibility(asked) });
    return agrees(asked.expected, asked.answer.result) === null ? { ...found, otherwise: 'depends' } : found;
  }),
  'p2p.eligibility.clean-link-when-eligible': perCase((asked) => {
    if (asked.expected.result !== 'eligible' || !agreed(asked)) return null;
    const { link, message } = asked.answer;
    return told(
      asked,
      { link: PRESENT, message: ABSENT },
      { link: text(link), message: text(message) },
      { given: { eligibility: 'eligible' } },
    );
  }),
  'p2p.eligibility.consultative-only-when-exhausted': perCase((asked) => {
    if (asked.expected.result !== 'consultative' || !agreed(asked)) return null;
    const message = text(asked.answer.message);
    return told(
      asked,
      { link: PRESENT, statements: Object.keys(STATEMENTS) },
      { link: text(asked.answer.link), statements: statementsOf(message ?? ''), message },
      { given: { eligibility: 'consultative' } },
    );
  }),
  'p2p.eligibility.no-link-when-not-eligible': perCase((asked) => {
    if (asked.expected.result !== 'none' || asked.expected.also.length > 0 || differsByDays(asked))
      return null;
    if (asked.answer.result !== 'none') return null;
    const given = { eligibility: 'none' };
    return told(asked, { link: ABSENT }, { link: text(asked.answer.link) }, { given });
  }),
  'p2p.eligibility.result-and-status-fields': perCase((asked, facts) => {
    const state = appointmentState(facts, asked.file);
    return told(
      asked,
      { eligibility: PRESENT, peerToPeerStatus: state === null ? ABSENT : contains(state) },
      {
        eligibility: text(asked.answer.result),
        peerToPeerStatus: text(asked.answer.status)?.toLowerCase() ?? null,
      },
      { given: { appointment: state } },
    );
  }),
  'p2p.eligibility.valid-until-180-days': perCase((asked) => {
    const { expected, answer, file, call } = asked;
    const determinations = determinationsBefore(file, call.seq).length;
    if (expected.validUntil === null)
      return differsByDays(asked) && expected.also.length === 0 && determinations > 0 ? result(asked) : null;
    if (determinations > 1) return null;
    // Far from the last day, a peer-to-peer that is refused altogether is refused for another reason.
    if (answer.result === 'none' && expected.validUntil - call.at >= DAY_MS) return null;
    return told(
      asked,
      { eligibility: not('none'), validUntil: localDateOf(file, expected.validUntil) },
      { eligibility: text(answer.result), validUntil: text(answer.validUntil) },
      { edge: edgeOf(asked) },
    );
  }),
  'p2p.eligibility.recon-banner': atTheEnd(
    perCase((asked) => {
      const { expected, answer, file } = asked;
      if (!agreed(asked)) return null;
      const until = expected.reconsiderUntil;
      return told(
        asked,
        { reconsiderationUntil: until === null ? null : localDateOf(file, until) },
        { reconsiderationUntil: text(answer.reconsiderationUntil) },
        { causedBy: () => wrongReconsiderationWindow(file) },
      );
    }),
  ),
  'p2p.request.level-of-review': perCase((asked) => {
    const { expected, answer } = asked;
    if (!agreed(asked) || expected.result === 'none') return null;
    const mayChange = answer.mayChangeDecision;
    return told(
      asked,
      { level: expected.level, mayChangeDecision: expected.level !== 'consultative' },
      { level: text(answer.level), mayChangeDecision: typeof mayChange === 'boolean' ? mayChange : null },
    );
  }),
  'postdecision.medicaid.after-window-consultative': perCase((asked) => {
    const { medicaid, decided } = stageOf(asked);
    if (!medicaid || !decided || asked.expected.result !== 'consultative' || asked.answer.result === 'none')
      return null;
    return result(asked, { edge: edgeOf(asked), causedBy: () => wrongReconsiderationWindow(asked.file) });
  }),
  'postdecision.medicare.consult-allowed': perCase((asked) => {
    const { medicaid, decided } = stageOf(asked);
    if (medicaid || !decided || asked.expected.result !== 'consultative') return null;
    // At the end of the days the days themselves are on trial.
    return (asked.expected.validUntil ?? 0) - asked.call.at < DAY_MS ? null : result(asked);
  }),
  'predecision.medicare.consult-instead': perCase((asked) => {
    const { medicaid, decided } = stageOf(asked);
    if (medicaid || decided || asked.expected.level !== 'pre-decision') return null;
    return result(asked, { edge: edgeOf(asked) });
  }),
});

/** The state of the last appointment of a case; null where it has none. */
function appointmentState(facts: Facts, file: DelegateCase): string | null {
  const last = [...delegateOf(facts).talks.values()].filter(({ cases }) => cases.includes(file)).at(-1);
  return last ? talkState(last) : null;
}
