import { evolveDelegateAccounts } from '../accounts/evolve-delegate.ts';
import { evolveDraft, started } from '../case-build/evolve.ts';
import { evolveSubmitted } from '../case-decision/evolve.ts';
import type { PortalState } from '../core/state.ts';
import { evolvePeerToPeer } from '../peer-to-peer/evolve.ts';
import { evolveReconsideration } from '../reconsideration/evolve-case.ts';
import type { DelegateDomainEvent } from './event.ts';

/** Applies what happened at the delegate. */
export function evolveDelegate(state: PortalState, event: DelegateDomainEvent): void {
  const file = state.delegate.cases.get(event.case);
  if (file) {
    file.updatedAt = event.at;
    evolveDraft(file, event);
    evolveSubmitted(file, event);
    evolveReconsideration(file, event);
  }
  if (event.type === 'case-started') state.delegate.cases.set(event.case, started(event));
  evolveDelegateAccounts(state, event);
  evolvePeerToPeer(state, event);
}
