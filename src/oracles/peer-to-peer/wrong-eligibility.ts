import { lastCall } from '../../facts/delegate/file.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { type AskedEligibility, differsByDays, stageOf } from './asked-eligibility.ts';
import { wrongReconsiderationWindow } from './wrong-windows.ts';

/** The rule of a peer-to-peer that was closed by the answer that no reconsideration is wanted, if this one was. */
const closedAfterNo = ({ file, answer, call }: AskedEligibility): RuleId | null => {
  const last = lastCall(file, 'open-reconsideration', call.seq);
  return last?.body.proceed === false && answer.result === 'none' ? 'recon.web.no-returns-to-p2p' : null;
};

/** The rule that a wrong answer about eligibility breaks first, if another one speaks of it. */
export function causeOfWrongEligibility(asked: AskedEligibility): RuleId | null {
  const { expected, answer, file } = asked;
  const { medicaid, decided } = stageOf(asked);
  if (differsByDays(asked)) return 'p2p.eligibility.valid-until-180-days';
  const cause = wrongReconsiderationWindow(file) ?? closedAfterNo(asked);
  if (cause) return cause;
  if (medicaid && decided && expected.result === 'consultative' && answer.result === 'eligible')
    return 'postdecision.medicaid.after-window-consultative';
  if (!medicaid && decided && expected.result === 'consultative')
    return 'postdecision.medicare.consult-allowed';
  if (!medicaid && !decided && expected.level === 'pre-decision')
    return 'predecision.medicare.consult-instead';
  return null;
}
