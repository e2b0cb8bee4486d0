import type { Exchange } from '../../facts/case-file.ts';
import { type CaseFile, type Decided, isUnclocked } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { caseOf } from '../../facts/memo.ts';
import {
  type Check,
  type Comparison,
  callChecks,
  type Look,
  onCall,
  reported,
  requestChecks,
} from '../check.ts';
import { not, oneOf } from '../value.ts';

const REASONS = [
  'excluded-benefit',
  'exhausted-benefit',
  'no-prior-authorization',
  'late-notification',
  'missing-clinical-documentation',
] as const;

const PHYSICIANS = ['physician', 'medical-director'] as const;
const CLINICIANS = ['nurse', ...PHYSICIANS] as const;

const denies = (outcome: unknown): boolean => outcome === 'denied' || outcome === 'partial';

/** A look at each decision that the plan’s own staff made, as the feed reports it. */
const onReported =
  (applies: (made: Decided) => boolean, roles: readonly string[]): Look<CaseFile> =>
  (file) =>
    isUnclocked(file) || file.channel === 'delegate'
      ? []
      : file.decisions
          .filter((made) => !made.staged && applies(made))
          .map((made) =>
            reported(
              [made.seq],
              { decidedBy: oneOf(...roles) },
              { decidedBy: made.role },
              { given: { outcome: made.outcome, basis: made.basis, reconsideration: made.reconsideration } },
            ),
          );

const isMedical = ({ basis }: Decided): boolean => basis === 'medical-necessity';

/** Whether a decision was made since an act on a request; the feed may report one late that an answer accepted before. */
const isDecided = ({ decisions, exchanges }: CaseFile, since: number): boolean =>
  decisions.some((made) => made.seq > since) ||
  exchanges.some((call) => call.op === 'decide' && call.status === 201 && call.seq > since);

/** An attempt to decide, by somebody whom the world knows; what is refused for what it says shows nothing of who may say it. */
type Attempt = {
  readonly call: Exchange;
  readonly file: CaseFile;
  readonly role: string;
  readonly again: boolean;
};

/** An attempt by staff to decide what is open to a decision: a request, or a reconsideration of one. */
function attemptOf(call: Exchange, facts: Facts): Attempt | null {
  const file = call.op === 'decide' && call.status !== 422 ? caseOf(facts, call.path.id) : undefined;
  const user = facts.world.users.find(({ id }) => id === call.actor);
  if (!file || user?.kind !== 'staff' || file.closed) return null;
  const open = !isDecided(file, 0);
  const asked = file.reconsiderations.at(-1);
  const again = !open && asked !== undefined && !isDecided(file, asked.seq);
  return open || again ? { call, file, role: user.role, again } : null;
}

const onAttempt =
  (applies: (attempt: Attempt) => boolean, roles: readonly string[]): Look<Exchange> =>
  (call, facts): Comparison | null => {
    const attempt = attemptOf(call, facts);
    if (!attempt || !applies(attempt)) return null;
    return onCall(
      call,
      { answer: roles.includes(attempt.role) ? 201 : not(201) },
      { answer: call.status },
      {
        given: { userRole: attempt.role, outcome: String(call.body.outcome) },
        case: attempt.file.name,
        edge: 'near',
      },
    );
  };

const clinical = ({ role, again, call }: Attempt): boolean =>
  role !== 'support' && !again && call.body.basis === 'medical-necessity';

const NEEDS = ['decisions', 'events'] as const;

/** Who may approve, who may deny, who reconsiders. Section 7, Prior Authorization and Medical Necessity Denials. */
export const whoDecides: readonly Check[] = [
  ...requestChecks(NEEDS, {
    'um.decide.approve-nurse': onReported(
      (made) => !made.reconsideration && made.outcome === 'approved' && isMedical(made),
      CLINICIANS,
    ),
    'um.decide.deny-physician-only': onReported(
      (made) => !made.reconsideration && denies(made.outcome) && isMedical(made),
      PHYSICIANS,
    ),
    'um.reconsideration.physician-conducts': onReported(({ reconsideration }) => reconsideration, PHYSICIANS),
    'um.program.decision-basis': (file) =>
      isUnclocked(file) || file.channel === 'delegate'
        ? []
        : file.decisions
            .filter(({ staged, basis }) => !staged && basis === 'administrative')
            .map((made) => reported([made.seq], { reason: oneOf(...REASONS) }, { reason: made.reason })),
  }),
  ...callChecks(NEEDS, {
    'um.program.clinical-dept-decides': (call, facts) => {
      const file = call.op === 'decide' && call.status !== 422 ? caseOf(facts, call.path.id) : undefined;
      const user = facts.world.users.find(({ id }) => id === call.actor);
      if (!file || user?.kind !== 'provider') return null;
      const given = { user: call.actor, userKind: user.kind };
      return onCall(
        call,
        { answer: not(201) },
        { answer: call.status },
        { given, case: file.name, edge: 'near' },
      );
    },
    'um.pa.support-staff-no-decision': onAttempt(({ role }) => role === 'support', []),
    'um.reconsideration.physician-conducts': onAttempt(
      ({ role, again }) => again && role !== 'support',
      PHYSICIANS,
    ),
    'um.decide.deny-physician-only': onAttempt(
      (attempt) => clinical(attempt) && denies(attempt.call.body.outcome),
      PHYSICIANS,
    ),
    'um.decide.approve-nurse': onAttempt(
      (attempt) => clinical(attempt) && !denies(attempt.call.body.outcome),
      CLINICIANS,
    ),
  }),
];
