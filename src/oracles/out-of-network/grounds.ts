import type { CaseFile } from '../../facts/case-file.ts';
import { dateOf, dayOf } from '../../facts/civil.ts';
import { coverageAt } from '../../facts/coverage.ts';
import { isMedical, ownDecisions } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { affiliationOf } from '../../facts/network.ts';
import { pcpAt } from '../../facts/pcp.ts';
import { at, realDate, text } from '../../facts/values.ts';
import type { PlanFigures, RuleId } from '../../rulebook/index.ts';
import { type Comparison, reported, requestChecks, rowsOf } from '../check.ts';
import { oneOf } from '../value.ts';

/** What bears on a ground. Days are day numbers; null where the world does not tell. */
type Situation = {
  readonly figures: PlanFigures;
  readonly ground: string;
  readonly day: number;
  readonly site: string | null;
  readonly ended: number | null;
  readonly enrolled: number | null;
  readonly isPcp: boolean;
  readonly care: NonNullable<Facts['world']['members'][number]['care']>;
  readonly delay: string | null;
  readonly pcpFinding: boolean;
};

function situationOf(file: CaseFile, facts: Facts): Situation | null {
  const paper = file.exchanges.find(({ op, body }) => op === 'inject' && body.kind === 'paper-request');
  const ground = text(paper?.body.ground);
  const start = realDate(file.submission?.body.start);
  const member = facts.index.members.get(text(file.submission?.body.member) ?? '');
  if (!paper || ground === null || start === null || !member || !file.outside) return null;
  const known = affiliationOf(facts.world, text(at(file.submission?.body, 'servicing.affiliation')));
  const ended = known?.affiliation.networkUntil;
  const coverage = coverageAt(facts, member.id, file.received.at.low, file.received.seq);
  // Where coverage or PCP changed before the end, which of them the plan went by is not told.
  if (JSON.stringify(coverage) !== JSON.stringify(coverageAt(facts, member.id, facts.until))) return null;
  if (pcpAt(facts, member.id, Number.POSITIVE_INFINITY).changed) return null;
  const span = coverage.filter(({ from }) => from <= start).at(-1);
  return {
    figures: facts.pack.figures,
    ground,
    day: dayOf(start),
    site: known?.affiliation.site ?? null,
    ended: ended === undefined ? null : dayOf(ended),
    enrolled: span ? dayOf(span.from) : null,
    isPcp: known !== null && member.pcp.provider === known.provider.id,
    care: member.care ?? {},
    delay: text(paper.body.delay),
    pcpFinding: paper.body.pcpFinding === true,
  };
}

/** Whether a ground holds; null where the rule is not the one that governs this situation. */
type Holds = (situation: Situation) => boolean | null;

const upTo = (days: number, since: number | null, day: number): boolean | null =>
  since === null ? null : day - since <= days;

function pregnant({ figures, care, site, day }: Situation, since: number): boolean {
  const { pregnancy } = care;
  if (!pregnancy || pregnancy.site !== site) return false;
  const begun = dayOf(pregnancy.due) - figures.pregnancyLength.value + figures.secondTrimester.value;
  const last = pregnancy.firstVisitAfterBirth;
  return since >= begun && (last === undefined || day <= dayOf(last));
}

/**
 * When care outside the network may go on. Section 7, Conditions for Accessing Out-of-Network Providers,
 * Transition of Care for Newly Enrolled Members, Other Coverage Conditions.
 */
const GROUNDS: Readonly<Partial<Record<RuleId, { readonly ground: string; readonly holds: Holds }>>> = {
  'um.oon.pcp-termination-30d': {
    ground: 'pcp-termination',
    holds: ({ figures, isPcp, ended, day }) => (isPcp ? upTo(figures.pcpContinuity.value, ended, day) : null),
  },
  'um.oon.active-treatment-90d': {
    ground: 'active-treatment',
    holds: ({ figures, care, site, ended, day }) => {
      const { activeTreatment } = care;
      if (activeTreatment?.site !== site) return null;
      // After the course has ended the rule says nothing either way.
      if (activeTreatment?.until !== undefined && day > dayOf(activeTreatment.until)) return null;
      return upTo(figures.treatmentContinuity.value, ended, day);
    },
  },
  'um.oon.pregnancy-postpartum': {
    ground: 'pregnancy',
    holds: (situation) => (situation.ended === null ? null : pregnant(situation, situation.ended)),
  },
  'um.oon.new-member-pregnancy': {
    ground: 'pregnancy',
    holds: (situation) =>
      situation.ended !== null || situation.enrolled === null
        ? null
        : pregnant(situation, situation.enrolled),
  },
  'um.oon.terminal-illness': {
    ground: 'terminal-illness',
    holds: ({ care, site, ended }) => (ended === null ? null : care.terminalIllness?.site === site),
  },
  'um.oon.new-member-terminal': {
    ground: 'terminal-illness',
    holds: ({ care, site, ended }) => (ended === null ? care.terminalIllness?.site === site : null),
  },
  'um.oon.new-member-30d': {
    ground: 'new-member',
    holds: ({ figures, care, site, enrolled, day }) =>
      care.treatingSites?.includes(site ?? '')
        ? upTo(figures.newMemberContinuity.value, enrolled, day)
        : null,
  },
  'um.oon.delay': { ground: 'delay', holds: ({ delay }) => (delay === 'member' ? false : null) },
  'um.oon.unnecessary-risk': {
    ground: 'unnecessary-risk',
    holds: ({ pcpFinding }) => (pcpFinding ? null : false),
  },
  'um.oon.prior-relationship-not-enough': { ground: 'prior-relationship', holds: () => false },
};

function judgeGround(rule: RuleId, file: CaseFile, facts: Facts): readonly Comparison[] {
  const situation = situationOf(file, facts);
  const own = GROUNDS[rule];
  if (!situation || own?.ground !== situation.ground) return [];
  const inside = own.holds(situation);
  if (inside === null) return [];
  return ownDecisions(file)
    .filter((made) => isMedical(made) && !made.reconsideration)
    .map((made) =>
      reported(
        [file.received.seq, made.seq],
        { outcome: inside ? oneOf('approved', 'partial') : 'denied' },
        { outcome: made.outcome },
        {
          given: { ground: situation.ground, groundApplies: inside, serviceStart: dateOf(situation.day) },
          edge: 'near',
        },
      ),
    );
}

export const grounds = requestChecks(
  ['desk', 'events', 'inject.paper-request'],
  Object.fromEntries(
    rowsOf(GROUNDS).map(([rule]) => [rule, (file: CaseFile, facts: Facts) => judgeGround(rule, file, facts)]),
  ),
);
