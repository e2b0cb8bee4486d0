import type { PostDecisionOptions } from '../../contract/index.ts';
import type { DelegateRules } from '../case-build/build.ts';
import { stateNow } from '../case-lookup/views.ts';
import type { PortalState } from '../core/state.ts';
import type { CaseFileState } from '../delegate/state.ts';
import { delegationOf } from '../delegate/state.ts';
import { dateOf, packOf } from '../delegate/windows.ts';
import { CONSULTATIVE, eligibilityOf } from '../peer-to-peer/appointments.ts';
/** The post-decision options of an adversely determined case, or null where it has none. */
export function optionsView(
  state: PortalState,
  file: CaseFileState,
  rules: DelegateRules,
): PostDecisionOptions | null {
  const { gates, pack } = rules;
  const own = packOf(pack, file);
  const now = stateNow(state, file, rules);
  if (!['denied', 'partially-approved', 'reconsideration-pending'].includes(now)) return null;
  const talk = eligibilityOf(file, state.now, rules);
  const until = gates.windowReconsider(file, own);
  const delegated = own.delegate.reconsideration !== null;
  const open = delegated && gates.reconsiderOpen(file, state.now, until, own) === null;
  const appeal = gates.windowAppeal(file, own);
  const date = (at: number | null): string | null => (at === null ? null : dateOf(pack, at));
  return {
    caseNumber: file.id,
    rows: [
      {
        option: 'peer-to-peer',
        delegated: true,
        open: talk.result !== 'none',
        until: date(gates.windowTalk(file, own)),
        text: talk.result === 'consultative' ? CONSULTATIVE : 'Discuss the determination with a physician.',
      },
      {
        option: 'reconsideration',
        delegated,
        open,
        until: delegated ? date(until) : null,
        text: !delegated
          ? 'Not delegated.'
          : open
            ? 'Open on the web and in a peer-to-peer.'
            : 'No longer open.',
      },
      {
        option: 'appeal',
        delegated: false,
        open: appeal !== null && state.now <= appeal,
        until: date(appeal),
        text: `Not taken here. The plan takes appeals by mail, by fax or by voice: ${delegationOf(state).appeals}.`,
      },
    ],
    question: open ? 'Do you want to proceed with a reconsideration?' : null,
  };
}
