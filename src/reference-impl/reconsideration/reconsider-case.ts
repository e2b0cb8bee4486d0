import type { DelegateRules } from '../case-build/build.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState } from '../core/state.ts';
import type { DelegateCommandOf } from '../delegate/command.ts';
import type { DelegateDomainEvent } from '../delegate/event.ts';
import { type CaseFileState, delegationOf } from '../delegate/state.ts';
import { packOf } from '../delegate/windows.ts';

type Result = DelegateDomainEvent[] | Refusal;

/** A note of the web: the review was opened, and given up. */
const ABANDONED = 'Reconsideration review was opened and abandoned by the web user.';

/** The steps of a reconsideration on the web. Training, eviCore Reconsideration Review Process on the Web. */
export function reconsider(
  state: PortalState,
  file: CaseFileState,
  command: DelegateCommandOf<'reconsider' | 'confirm' | 'submit-reconsideration' | 'appeal'>,
  user: string,
  at: number,
  { gates, pack }: DelegateRules,
): Result {
  const on = { at, case: file.id };
  const own = packOf(pack, file);
  const abandoned: DelegateDomainEvent[] = [
    { ...on, type: 'case-reconsideration-abandoned' },
    { ...on, type: 'case-noted', by: user, text: ABANDONED },
  ];
  switch (command.act) {
    case 'reconsider': {
      const refusal = gates.reconsiderOpen(file, at, gates.windowReconsider(file, own), own);
      if (refusal) return refusal;
      if (command.proceed) return [{ ...on, type: 'case-reconsideration-opened', user }];
      return file.reconsideration?.state === 'open'
        ? abandoned
        : [{ ...on, type: 'case-noted', by: user, text: ABANDONED }];
    }
    case 'confirm':
      if (file.reconsideration?.state !== 'open')
        return refuse('conflict', 'No reconsideration is open; answer first whether to proceed.');
      return gates.reconsiderDocuments(file) && gates.reconsiderNew(command.newInformation)
        ? [{ ...on, type: 'case-reconsideration-confirmed' }]
        : abandoned;
    case 'submit-reconsideration':
      if (file.reconsideration?.state !== 'open')
        return refuse('conflict', 'No reconsideration is open; answer first whether to proceed.');
      return file.reconsideration.confirmed
        ? [{ ...on, type: 'case-reconsideration-requested', by: 'web' }]
        : abandoned;
    case 'appeal': {
      const refusal = gates.appeal(file, delegationOf(state).appeals);
      return refusal ?? [{ ...on, type: 'case-noted', by: user, text: 'An appeal was filed.' }];
    }
  }
}
