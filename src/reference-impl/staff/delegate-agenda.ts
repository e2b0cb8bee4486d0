import { endOfDay } from '../../calendar/calendar.ts';
import type { CaseDecision, TalkOutcomeName } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import { announced } from '../case-decision/determination-checks.ts';
import { adverse, coverageRuleOf, fullApproval } from '../case-decision/determine.ts';
import type { PortalState } from '../core/state.ts';
import type { DelegateCommand } from '../delegate/command.ts';
import type { DelegateGates } from '../delegate/gates.ts';
import {
  type Appointment,
  appointmentOf,
  type CaseFileState,
  delegationOf,
  lastDetermination,
  stateOf,
} from '../delegate/state.ts';
import { calendarFor, dateOf, packOf } from '../delegate/windows.ts';

/** Something that the delegate’s desk does at an instant (epoch ms), tried once under its key. */
export type DelegateAct = { readonly at: number; readonly key: string; readonly command: DelegateCommand };
type Rules = { readonly gates: DelegateGates; readonly pack: Pack };

const DAY = 86_400_000;
const physician = { kind: 'reviewer', user: null, role: 'physician' } as const;

const typeOf = (state: PortalState, file: CaseFileState) =>
  delegationOf(state).cancerTypes.find(({ code }) => code === file.build.cancerType);

const RATIONALE = 'The plan of treatment is more than the guideline supports';

/** Half of each phase, as far as that leaves something to approve and something to deny. */
const halfOf = (file: CaseFileState): CaseDecision['approved'] =>
  file.build.plan.phases.map((one) => ({ ...one, fractions: Math.max(1, Math.floor(one.fractions / 2)) }));

function found(state: PortalState, file: CaseFileState, finding: string | undefined): CaseDecision {
  const coverage = coverageRuleOf(state, file);
  if (coverage) return coverage.covers ? fullApproval(state, file) : adverse(state, file, RATIONALE);
  if (finding === 'deny' || finding === 'uphold') return adverse(state, file, RATIONALE);
  return finding === 'partial' || finding === 'partly'
    ? adverse(state, file, RATIONALE, halfOf(file))
    : fullApproval(state, file);
}

const on = (file: CaseFileState, decision: CaseDecision): DelegateCommand => ({
  do: 'delegate',
  act: 'decide',
  actor: physician,
  case: file.id,
  decision,
});

function ask(file: CaseFileState, dueAt: number | null): DelegateCommand {
  return {
    do: 'delegate',
    act: 'ask',
    actor: physician,
    case: file.id,
    items: ['clinical-notes'],
    phone: dueAt === null ? null : 'reached',
    written: true,
    dueAt,
    instructions: 'Send the notes, or request a peer-to-peer, before the due date.',
  };
}

function nextForCase(state: PortalState, file: CaseFileState, { gates, pack }: Rules): DelegateAct | null {
  const now = stateOf(file, false);
  const review = typeOf(state, file)?.review;
  const act = (what: string, at: number, command: DelegateCommand): DelegateAct => ({
    at,
    key: `${what} ${file.id} ${file.determinations.length}`,
    command,
  });
  if (now === 'reconsideration-pending' && file.reconsideration?.by !== 'consultation') {
    const made = found(state, file, typeOf(state, file)?.reconsideration);
    return act('reconsider', gates.deskAt('reconsider', file.reconsideration?.at ?? 0), on(file, made));
  }
  if ((now !== 'clinical-review' && now !== 'information-requested') || file.submittedAt === null)
    return null;
  const { submittedAt: since, information } = file;
  if (review === 'ask') {
    if (!information) return act('ask', gates.deskAt('ask', since), ask(file, null));
    const came = information.receivedAt;
    return came === null
      ? null
      : act('decide', gates.deskAt('read', came), on(file, fullApproval(state, file)));
  }
  const decision = found(state, file, review);
  const own = packOf(pack, file);
  if (!own.delegate.preDecision.value || decision.outcome === 'approved')
    return act(
      'decide',
      gates.deskAt(file.priority === 'urgent' ? 'urgent' : 'decide', since),
      on(file, decision),
    );
  const told = announced(file);
  if (!told.phone || !told.writing) {
    const at = gates.deskAt('announce', since);
    const due = endOfDay(calendarFor(pack), dateOf(pack, at + 3 * DAY));
    return act('announce', at, ask(file, due));
  }
  const came = information?.receivedAt ?? null;
  const talk = appointmentOf(state, file.id);
  if (came === null && talk?.state === 'held') return null;
  const due = information?.dueAt ?? since;
  return act(
    'decide',
    came === null ? gates.deskAt('due', due) : gates.deskAt('read', came),
    on(file, decision),
  );
}

const BY_REVIEW: Readonly<Record<string, TalkOutcomeName>> = {
  overturn: 'overturned',
  partly: 'partly-overturned',
  uphold: 'upheld',
};

function nextForTalk(state: PortalState, talk: Appointment, { gates }: Rules): DelegateAct | null {
  const about = { do: 'delegate', actor: physician, appointment: talk.id } as const;
  if (talk.state === 'scheduled')
    return {
      at: talk.start,
      key: `hold ${talk.id} ${talk.revision}`,
      command: { ...about, act: 'hold', reached: true },
    };
  if (talk.state !== 'held') return null;
  const cases = talk.cases.flatMap(({ caseNumber, level }) => {
    const file = state.delegate.cases.get(caseNumber);
    if (!file) return [];
    const reconsideration = typeOf(state, file)?.reconsideration ?? 'uphold';
    const changes = reconsideration === 'overturn' ? ('approve' as const) : ('deny' as const);
    const outcome: TalkOutcomeName =
      level === 'consultative'
        ? 'explained'
        : level === 'pre-decision'
          ? lastDetermination(file)
            ? 'information-needed'
            : changes
          : (BY_REVIEW[reconsideration] ?? 'upheld');
    return [{ caseNumber, outcome, approved: halfOf(file), rationale: RATIONALE }];
  });
  return {
    at: gates.deskAt('outcome', talk.end),
    key: `outcome ${talk.id}`,
    command: { ...about, act: 'outcome', told: { cases } },
  };
}

/** What the delegate’s desk does next, leaving out what it has tried already. */
export function nextDelegateAct(
  state: PortalState,
  rules: Rules,
  tried: ReadonlySet<string>,
): DelegateAct | null {
  let next: DelegateAct | null = null;
  const consider = (act: DelegateAct | null): void => {
    if (act && !tried.has(act.key) && (!next || act.at < next.at)) next = act;
  };
  for (const file of state.delegate.cases.values()) consider(nextForCase(state, file, rules));
  for (const talk of state.delegate.appointments.values()) consider(nextForTalk(state, talk, rules));
  return next;
}
