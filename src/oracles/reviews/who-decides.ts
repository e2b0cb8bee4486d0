import { type CaseFile, type Decided, type Exchange, isUnclocked } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { type Check, historyChecks, needing } from '../check.ts';
import { type Finding, finding } from '../finding.ts';

const REASONS = [
  'excluded-benefit',
  'exhausted-benefit',
  'no-prior-authorization',
  'late-notification',
  'missing-clinical-documentation',
];

const isPhysician = (role: string): boolean => role === 'physician' || role === 'medical-director';
const denies = (outcome: unknown): boolean => outcome === 'denied' || outcome === 'partial';

/** What the feed tells of a decision that the portal's own staff made. */
function reported(file: CaseFile, decided: Decided): Finding[] {
  const base = { case: file.name, events: [decided.seq], evidence: 'reported' as const };
  const one = (rule: RuleId, holds: boolean, because: string): Finding =>
    finding({ ...base, rule, verdict: holds ? 'met' : 'violated', because });
  const physician = isPhysician(decided.role);
  const clinician = decided.role === 'nurse' || physician;
  const found: Finding[] = [];
  const medical = decided.basis === 'medical-necessity';
  if (decided.reconsideration) {
    found.push(
      one(
        'um.reconsideration.physician-conducts',
        physician,
        `A ${decided.role} decided the reconsideration.`,
      ),
    );
  } else if (decided.outcome === 'approved' && medical) {
    found.push(one('um.decide.approve-nurse', clinician, `A ${decided.role} approved.`));
  } else if (denies(decided.outcome) && medical) {
    found.push(
      one('um.decide.deny-physician-only', physician, `A ${decided.role} denied on medical necessity.`),
    );
  }
  if (decided.basis === 'administrative') {
    found.push(
      one(
        'um.program.decision-basis',
        REASONS.includes(decided.reason),
        `The administrative reason is “${decided.reason}”.`,
      ),
    );
  }
  return found;
}

/** Whether a decision was made between two records; the feed may tell late of one that was made at the door. */
const isDecided = ({ decisions, exchanges }: CaseFile, from: number, to: number): boolean =>
  decisions.some(({ seq }) => seq > from && seq < to) ||
  exchanges.some(({ op, status, seq }) => op === 'decide' && status === 201 && seq > from && seq < to);

/** What the door did when somebody tried to decide. */
function tried(facts: Facts, exchange: Exchange, file: CaseFile): Finding[] {
  const user = facts.world.users.find(({ id }) => id === exchange.actor);
  if (!user) return [];
  const accepted = exchange.status === 201;
  // What is refused for what it says tells nothing about who may say it.
  if (exchange.status === 422) return [];
  const who = user.kind === 'provider' ? 'A provider user' : `A user in the role ${user.role}`;
  const because = `${who} tried to decide (${text(exchange.body.outcome)}); the portal answered ${exchange.status}.`;
  const one = (rule: RuleId, holds: boolean): Finding =>
    finding({
      rule,
      case: file.name,
      verdict: holds ? 'met' : 'violated',
      because,
      events: [exchange.seq],
      edge: 'near',
    });
  if (user.kind === 'provider') return [one('um.program.clinical-dept-decides', !accepted)];
  const open = !isDecided(file, 0, exchange.seq);
  const asked = file.reconsiderations.findLast(({ seq }) => seq < exchange.seq);
  const again = !open && asked !== undefined && !isDecided(file, asked.seq, exchange.seq);
  if ((!open && !again) || file.closed) return [];
  const medical = exchange.body.basis === 'medical-necessity';
  if (user.role === 'support') return [one('um.pa.support-staff-no-decision', !accepted)];
  if (again) return [one('um.reconsideration.physician-conducts', accepted === isPhysician(user.role))];
  if (!medical) return [];
  if (denies(exchange.body.outcome)) {
    return [one('um.decide.deny-physician-only', accepted === isPhysician(user.role))];
  }
  return [one('um.decide.approve-nurse', accepted === (user.role === 'nurse' || isPhysician(user.role)))];
}

/** Who may approve, who may deny, who reconsiders. Section 7, Prior Authorization and Medical Necessity Denials. */
export const whoDecides: readonly Check[] = historyChecks(
  needing(
    ['decisions', 'events'],
    'um.decide.approve-nurse',
    'um.decide.deny-physician-only',
    'um.program.clinical-dept-decides',
    'um.pa.support-staff-no-decision',
    'um.reconsideration.physician-conducts',
    'um.program.decision-basis',
  ),
  (facts) =>
    facts.cases.flatMap((file) => [
      ...(isUnclocked(file) || file.channel === 'delegate'
        ? []
        : file.decisions.filter(({ staged }) => !staged)
      ).flatMap((decided) => reported(file, decided)),
      ...file.exchanges
        .filter(({ op }) => op === 'decide')
        .flatMap((exchange) => tried(facts, exchange, file)),
    ]),
);
