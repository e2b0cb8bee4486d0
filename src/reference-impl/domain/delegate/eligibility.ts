import type { PeerEligibility } from '../../../contract/index.ts';
import type { DelegatePack } from '../../../rulebook/index.ts';
import { type CaseFileState, lastDetermination, stateOf } from './state.ts';
import type { DelegateWindows } from './windows.ts';

/** Whether a case may be discussed, at what level, and until when (epoch ms). */
export type Eligibility = Pick<PeerEligibility, 'result' | 'level' | 'mayChangeDecision'> & {
  readonly validUntil: number | null;
  readonly dueAt: number | null;
  readonly reconsiderUntil: number | null;
};

const NONE: Eligibility = {
  result: 'none',
  level: null,
  mayChangeDecision: false,
  validUntil: null,
  dueAt: null,
  reconsiderUntil: null,
};

/** A function of the case, the time and the profile alone. Training, How to schedule a Peer to Peer Request. */
export function eligibility(
  file: CaseFileState,
  now: number,
  pack: DelegatePack,
  windows: DelegateWindows,
): Eligibility {
  const state = stateOf(file, now > windows.finish(file, pack));
  const talk = windows.talk(file, pack);
  if (state === 'clinical-review' || state === 'information-requested') {
    const dueAt = file.information?.dueAt ?? null;
    if (!pack.delegate.preDecision || dueAt === null || now > dueAt) return NONE;
    return { ...NONE, result: 'eligible', level: 'pre-decision', mayChangeDecision: true, dueAt };
  }
  if (talk === null || lastDetermination(file)?.outcome === 'approved' || now > talk) return NONE;
  if (state === 'reconsideration-pending')
    return {
      ...NONE,
      result: 'eligible',
      level: 'reconsideration',
      mayChangeDecision: true,
      validUntil: talk,
    };
  if (state !== 'denied' && state !== 'partially-approved') return NONE;
  const until = windows.reconsider(file, pack);
  if (until !== null && now <= until)
    return {
      result: 'eligible',
      level: 'reconsideration',
      mayChangeDecision: true,
      validUntil: talk,
      dueAt: null,
      reconsiderUntil: until,
    };
  return { ...NONE, result: 'consultative', level: 'consultative', validUntil: talk };
}
