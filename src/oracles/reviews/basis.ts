import { type CaseFile, type Decided, notes } from '../../facts/case-file.ts';
import {
  isMedical,
  isMedicalDenial,
  notesBefore,
  ownDecisions,
  planDecisions,
  procedureOf,
  reviewOf,
} from '../../facts/decisions.ts';
import { lackingAtReceipt, neededAtReceipt } from '../../facts/documents.ts';
import type { Facts } from '../../facts/facts.ts';
import { once } from '../../facts/memo.ts';
import { list } from '../../facts/values.ts';
import { type Comparison, reported, requestChecks } from '../check.ts';
import { instant, not, oneOf, PRESENT } from '../value.ts';

const perDecision =
  (look: (made: Decided, file: CaseFile) => Comparison | null) =>
  (file: CaseFile): readonly Comparison[] =>
    planDecisions(file).flatMap((made) => look(made, file) ?? []);

/** The same civil date (`YYYY-MM-DD`) so many months on; a day that a month lacks becomes its last. */
function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(count / 12), count % 12, Math.min(day, last)))
    .toISOString()
    .slice(0, 10);
}

const diagnosesOf = (file: CaseFile): string => JSON.stringify(list(file.submission?.body.diagnoses));

/** All that a request says beside who it is for and what it is called. */
function likeness({ submission }: CaseFile): string | null {
  if (!submission) return null;
  const { procedure, units, setting, urgency, reviewType, information, servicing } = submission.body;
  return JSON.stringify([procedure, units, setting, urgency, reviewType, information, servicing]);
}

/** The first decided request for each likeness and diagnosis. */
const alike = once((facts) => {
  const groups = new Map<string, Map<string, CaseFile>>();
  for (const file of facts.cases) {
    const key = likeness(file);
    if (key === null || !ownDecisions(file).some(isMedical)) continue;
    const own = groups.get(key) ?? new Map<string, CaseFile>();
    groups.set(key, own);
    if (!own.has(diagnosesOf(file))) own.set(diagnosesOf(file), file);
  }
  return groups;
});

/** A request that is like another in all but the diagnosis. */
function otherDiagnosis(facts: Facts, key: string, diagnoses: string): CaseFile | undefined {
  for (const [known, file] of alike(facts).get(key) ?? []) if (known !== diagnoses) return file;
  return undefined;
}

/** On what a decision rests: criteria, their age and source, and what they found. Section 7, Medical Necessity Decision-Making. */
export const decisionBasis = requestChecks(['desk', 'events', 'reviews'], {
  'um.mn.written-criteria': perDecision((made) =>
    isMedical(made) ? reported([made.seq], { criteria: not(null) }, { criteria: made.criteria }) : null,
  ),
  'um.criteria.annual-review': (file, facts) =>
    planDecisions(file).flatMap((made) => {
      const date = facts.dateAt(made.at.low);
      const known = facts.world.criteria?.find(({ id }) => id === made.criteria);
      const last = known?.reviewedOn.filter((day) => day <= date).at(-1);
      if (!known || last === undefined) return [];
      const until = monthsLater(last, facts.pack.figures.criteriaReview.value);
      // Civil dates in their ISO form stand in order as texts do.
      return reported(
        [made.seq],
        { decidedWithinReviewPeriod: true },
        { decidedWithinReviewPeriod: date <= until, decidedOn: date },
        {
          given: { criteria: known.id, criteriaReviewedOn: last, reviewPeriodEnds: until },
          edge: date === until ? 'at' : null,
        },
      );
    }),
  'um.criteria.source': (file, facts) =>
    planDecisions(file).flatMap((made) => {
      const known = facts.world.criteria?.find(({ id }) => id === made.criteria);
      if (!known) return [];
      return reported(
        [made.seq],
        { criteriaSource: oneOf('interqual', 'plan') },
        { criteriaSource: known.source },
        { given: { criteria: known.id } },
      );
    }),
  'um.criteria.override-approve-only': perDecision((made, file) => {
    const review = reviewOf(file, made);
    if (!made.override || !review) return null;
    return reported(
      [review.seq, made.seq],
      { outcome: 'approved', criteriaMet: false },
      { outcome: made.outcome, criteriaMet: review.event.criteriaMet },
      { given: { criteriaOverridden: true } },
    );
  }),
  'um.denial.definition': perDecision((made, file) => {
    const lowered =
      made.levelOfCare !== null && file.setting === 'inpatient' && made.levelOfCare !== 'inpatient';
    if (made.outcome !== 'partial' && !lowered) return null;
    if (lowered && made.basis === 'administrative') return null;
    return reported(
      [made.seq],
      { outcome: not('approved'), basis: 'medical-necessity' },
      { outcome: made.outcome, basis: made.basis },
      { given: { levelOfCareRequested: file.setting, levelOfCareApproved: made.levelOfCare } },
    );
  }),
  'um.mn.no-diagnosis-only': (file, facts) => {
    const [own] = ownDecisions(file).filter(isMedical);
    const key = likeness(file);
    if (!own || key === null) return null;
    const pair = otherDiagnosis(facts, key, diagnosesOf(file));
    const [others] = pair ? ownDecisions(pair).filter(isMedical) : [];
    if (!pair || !others || (own.outcome === 'approved' && others.outcome !== 'approved')) return null;
    return reported(
      [own.seq, others.seq],
      { outcome: others.outcome },
      { outcome: own.outcome },
      { given: { sameButForDiagnosis: pair.name } },
    );
  },
  'um.info.relevant-only': (file, facts) => {
    const lacking = lackingAtReceipt(facts.world, file.submission);
    const staged = file.exchanges.some(({ op }) => op === 'ask-information');
    const [decided] = planDecisions(file);
    if (
      staged ||
      !file.submission ||
      !decided ||
      (lacking.length === 0 && file.informationRequests.length === 0)
    )
      return null;
    const needed = neededAtReceipt(facts.world, file.submission);
    const asked = notes(file, 'information-requested').flatMap(({ event }) => event.items);
    const notNeeded = asked.filter((item) => !needed.includes(item));
    return reported(
      [file.received.seq, decided.seq],
      { requestedButNotNeeded: [] },
      { requestedButNotNeeded: notNeeded },
      { given: { missingAtReceipt: [...lacking], informationRequested: asked } },
    );
  },
  'um.denial.specialist-review': (file, facts) => {
    const { complex, technology } = procedureOf(facts, file) ?? {};
    if (!complex && !technology) return null;
    return planDecisions(file)
      .filter((made) => isMedicalDenial(made) && !made.reconsideration)
      .map((made) => {
        const [consulted] = notesBefore(file, made, 'consulted');
        return reported(
          [made.seq],
          { specialistConsulted: PRESENT },
          { specialistConsulted: consulted ? instant(consulted.at.low) : null },
          { given: { service: complex ? 'complex case' : 'new technology', deniedAt: instant(made.at.low) } },
        );
      });
  },
  'um.tech.urgent-medical-director': (file, facts) => {
    const technology = procedureOf(facts, file)?.technology;
    if (!technology || technology.approvedBy || file.urgency !== 'urgent') return null;
    return planDecisions(file).map((made) =>
      reported(
        [made.seq],
        { decidedBy: 'medical-director' },
        { decidedBy: made.role },
        { given: { urgency: 'urgent', technologyApproved: false } },
      ),
    );
  },
  'um.tech.committee': (file, facts) => {
    const technology = procedureOf(facts, file)?.technology;
    if (!technology || (file.urgency === 'urgent' && !technology.approvedBy)) return null;
    const recorded = Boolean(technology.approvedBy && technology.recommendedBy);
    return planDecisions(file)
      .filter(({ outcome }) => outcome === 'approved' || !recorded)
      .map((made) =>
        reported(
          [made.seq],
          { outcome: recorded ? oneOf('approved', 'partial', 'denied') : 'denied' },
          { outcome: made.outcome },
          { given: { technologyApprovedByCommittee: recorded } },
        ),
      );
  },
});
