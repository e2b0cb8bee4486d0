import type { PeerEligibility } from '../../contract/index.ts';
import type { DelegatePack } from '../../rulebook/index.ts';
import { type CaseFileState, lastDetermination, stateOf } from '../delegate/state.ts';
import type { DelegateWindows } from '../delegate/windows.ts';

/** Whether a case may be discussed, at what level, and until when (epoch ms). */
export type Eligibility = Pick<PeerEligibility, 'result' | 'level' | 'mayChangeDecision'> & {
  readonly validUntil: number | null;
  readonly dueAt: number | null;
  readonly reconsiderUntil: number | null;
};

/** What is answered where a case cannot be discussed. */
export const NOTHING_TO_DISCUSS: Eligibility = {
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
    if (!pack.delegate.preDecision.value || dueAt === null || now > dueAt) return NOTHING_TO_DISCUSS;
    return {
      ...NOTHING_TO_DISCUSS,
      result: 'eligible',
      level: 'pre-decision',
      mayChangeDecision: true,
      dueAt,
    };
  }
  if (talk === null || lastDetermination(file)?.outcome === 'approved' || now > talk)
    return NOTHING_TO_DISCUSS;
  if (state === 'reconsideration-pending')
    return {
      ...NOTHING_TO_DISCUSS,
      result: 'eligible',
      level: 'reconsideration',
      mayChangeDecision: true,
      validUntil: talk,
    };
  if (state !== 'denied' && state !== 'partially-approved') return NOTHING_TO_DISCUSS;
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
  return { ...NOTHING_TO_DISCUSS, result: 'consultative', level: 'consultative', validUntil: talk };
}
