import type { Duty, Pack, Part } from '../../rulebook/index.ts';
import {
  type Determination,
  missingInformation,
  notesOf,
  type PortalState,
  type RequestState,
  withoutReview,
} from '../core/state.ts';
import { countingCall, factsOf, partsOf } from '../time-frames/facts.ts';
import { armLimits } from '../time-frames/limits.ts';
import { pace } from './pace.ts';
import { type DeskPolicy, earliestOf, type OpenDuty } from './policy.ts';

/** One act that the desk will do, and when (epoch ms). */
export type Act = { readonly at: number; readonly request: string } & (
  | { readonly do: 'ask'; readonly items: readonly string[] }
  | { readonly do: 'prepare'; readonly decideAt: number }
  | { readonly do: 'decide' }
  | { readonly do: 'call'; readonly decision: number }
  | {
      readonly do: 'write';
      readonly decision: number;
      readonly to: 'requesting-provider' | 'servicing-provider' | 'member';
    }
);

type Desk = { readonly pack: Pack; readonly policy: DeskPolicy };

function open(
  { pack }: Desk,
  state: PortalState,
  request: RequestState,
  determination: Determination | null,
  duty: Duty,
  start: number,
): OpenDuty {
  const facts = factsOf(request, determination);
  const parts: readonly Part[] = determination ? partsOf(determination) : ['approval'];
  const limits = parts.flatMap((part) => armLimits(pack, facts, duty, part));
  const due = earliestOf(limits);
  const patient =
    duty === 'decision' && missingInformation(state, request).length > 0 && openedAt(request) === null;
  const key = `${state.world.seed}/${request.id}/${determination?.decision ?? 0}/${duty}/${request.determinations.length}`;
  const planned = due === null ? null : pace.instant(key, duty, start, due, patient);
  return { state, request, determination, duty, parts, start, limits, planned };
}

function* noticesOf(
  desk: Desk,
  state: PortalState,
  request: RequestState,
  made: Determination,
): Generator<Act> {
  const about = { request: request.id, decision: made.decision };
  const called = countingCall(made);
  const anyCall = made.calls.at(0)?.at ?? null;
  if (anyCall === null) {
    const at = desk.policy.actAt(open(desk, state, request, made, 'verbal', made.at));
    if (at !== null) yield { ...about, at, do: 'call' };
  }
  const owesCall = open(desk, state, request, made, 'verbal', made.at).limits.some((arms) => arms.length > 0);
  const neverCalls =
    owesCall && desk.policy.actAt(open(desk, state, request, made, 'verbal', made.at)) === null;
  if (owesCall && anyCall === null && !neverCalls) return;
  const start = called ?? anyCall ?? made.at;
  for (const to of desk.policy.parties(made)) {
    if (made.letters.some((letter) => letter.to === to)) continue;
    const duty = to === 'member' ? 'written-member' : 'written-provider';
    const at = desk.policy.actAt(open(desk, state, request, made, duty, start));
    if (at !== null) yield { ...about, at, do: 'write', to };
  }
}

const isOpen = ({ determinations, reconsideration, revision }: RequestState): boolean =>
  determinations.length === 0 || reconsideration !== null || revision !== null;

/** When the open reconsideration or revision was asked for; null where the request itself is open. */
const openedAt = ({ reconsideration, revision }: RequestState): number | null =>
  reconsideration?.at ?? revision?.at ?? null;

/** Whether the open question has been reviewed on all that came in, so that only the decision is left. */
function isPrepared(request: RequestState): boolean {
  const since = Math.max(openedAt(request) ?? request.receivedAt, request.informationCompleteAt ?? 0);
  return notesOf(request, 'prepared').some(({ at }) => at >= since);
}

/** Every act that the desk owes on one request as things stand; a referral owes none. */
function* actsFor(desk: Desk, state: PortalState, request: RequestState): Generator<Act> {
  if (withoutReview(request.accepted)) return;
  // A closed request is not decided any more; what was decided before is told all the same.
  const undecided = !request.closed && isOpen(request);
  if (undecided) {
    const missing = missingInformation(state, request);
    if (missing.length > 0 && request.informationAskedAt === null && openedAt(request) === null) {
      const at = desk.policy.askAt(request, state.world.seed);
      if (at !== null) yield { at, request: request.id, do: 'ask', items: missing };
    }
    const start = openedAt(request) ?? Math.max(request.receivedAt, request.informationCompleteAt ?? 0);
    const at = desk.policy.actAt(open(desk, state, request, null, 'decision', start));
    if (at !== null && !isPrepared(request)) {
      const halfway = start + Math.max(0, Math.floor((at - start) / 2000) * 1000);
      yield { at: halfway, request: request.id, do: 'prepare', decideAt: at };
    }
    if (at !== null) yield { at, request: request.id, do: 'decide' };
  }
  for (const made of request.determinations) yield* noticesOf(desk, state, request, made);
}

/** The next act on a request, or null when nothing is open. */
export function nextAct(desk: Desk, state: PortalState, request: RequestState): Act | null {
  let next: Act | null = null;
  for (const act of actsFor(desk, state, request)) if (!next || act.at < next.at) next = act;
  return next;
}
