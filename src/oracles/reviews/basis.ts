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
import { requestChecks, type Seen } from '../check.ts';

const perDecision =
  (look: (made: Decided, file: CaseFile) => Seen | null) =>
  (file: CaseFile): readonly Seen[] =>
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
    isMedical(made)
      ? {
          holds: made.criteria !== null,
          because: `Decided on medical necessity by ${made.criteria ?? 'no written criteria'}.`,
          events: [made.seq],
        }
      : null,
  ),
  'um.criteria.annual-review': (file, facts) =>
    planDecisions(file).flatMap((made) => {
      const date = facts.dateAt(made.at.low);
      const known = facts.world.criteria?.find(({ id }) => id === made.criteria);
      const last = known?.reviewedOn.filter((day) => day <= date).at(-1);
      if (!known || last === undefined) return [];
      const until = monthsLater(last, facts.pack.figures.criteriaReview.value);
      return {
        holds: date <= until,
        because: `Decided on ${date} by criteria last reviewed on ${last}.`,
        events: [made.seq],
        edge: date === until ? ('at' as const) : null,
      };
    }),
  'um.criteria.source': (file, facts) =>
    planDecisions(file).flatMap((made) => {
      const known = facts.world.criteria?.find(({ id }) => id === made.criteria);
      if (!known) return [];
      return {
        holds: known.source === 'interqual' || known.source === 'plan',
        because: `The criteria ${known.id} are of the source ${known.source}.`,
        events: [made.seq],
      };
    }),
  'um.criteria.override-approve-only': perDecision((made, file) => {
    const review = reviewOf(file, made);
    if (!made.override || !review) return null;
    return {
      holds: made.outcome === 'approved' && !review.event.criteriaMet,
      because: `The criteria were ${review.event.criteriaMet ? 'met' : 'not met'} and overridden; the request was ${made.outcome}.`,
      events: [review.seq, made.seq],
    };
  }),
  'um.denial.definition': perDecision((made, file) => {
    const lowered =
      made.levelOfCare !== null && file.setting === 'inpatient' && made.levelOfCare !== 'inpatient';
    if (made.outcome !== 'partial' && !lowered) return null;
    if (lowered && made.basis === 'administrative') return null;
    return {
      holds: isMedicalDenial(made),
      because: `${lowered ? 'The level of care was lowered' : 'Units were cut'} on ${made.basis} grounds.`,
      events: [made.seq],
    };
  }),
  'um.mn.no-diagnosis-only': (file, facts) => {
    const [own] = ownDecisions(file).filter(isMedical);
    const key = likeness(file);
    if (!own || key === null) return null;
    const pair = otherDiagnosis(facts, key, diagnosesOf(file));
    const [others] = pair ? ownDecisions(pair).filter(isMedical) : [];
    if (!pair || !others || (own.outcome === 'approved' && others.outcome !== 'approved')) return null;
    return {
      holds: own.outcome === others.outcome,
      because: `Alike but for the diagnosis, ${file.name} was ${own.outcome} and ${pair.name} ${others.outcome}.`,
      events: [own.seq, others.seq],
    };
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
    const odd = asked.filter((item) => !needed.includes(item));
    return {
      holds: odd.length === 0,
      because: `Lacking: ${lacking.join(', ') || 'nothing'}; asked for: ${asked.join(', ') || 'nothing'}.`,
      events: [file.received.seq, decided.seq],
    };
  },
  'um.denial.specialist-review': (file, facts) => {
    const { complex, technology } = procedureOf(facts, file) ?? {};
    if (!complex && !technology) return null;
    return planDecisions(file)
      .filter((made) => isMedicalDenial(made) && !made.reconsideration)
      .map((made) => {
        const asked = notesBefore(file, made, 'consulted').length > 0;
        return {
          holds: asked,
          because: `${complex ? 'A complex case' : 'A new technology'} was denied ${asked ? 'after' : 'without'} a specialist’s view.`,
          events: [made.seq],
        };
      });
  },
  'um.tech.urgent-medical-director': (file, facts) => {
    const technology = procedureOf(facts, file)?.technology;
    if (!technology || technology.approvedBy || file.urgency !== 'urgent') return null;
    return planDecisions(file).map((made) => ({
      holds: made.role === 'medical-director',
      because: `A ${made.role} decided an urgent request for a technology that nobody has approved.`,
      events: [made.seq],
    }));
  },
  'um.tech.committee': (file, facts) => {
    const technology = procedureOf(facts, file)?.technology;
    if (!technology || (file.urgency === 'urgent' && !technology.approvedBy)) return null;
    const recorded = Boolean(technology.approvedBy && technology.recommendedBy);
    return planDecisions(file)
      .filter(({ outcome }) => outcome === 'approved' || !recorded)
      .map((made) => ({
        holds: recorded || made.outcome === 'denied',
        because: `A new technology ${recorded ? 'with' : 'without'} the committee’s approval was ${made.outcome}.`,
        events: [made.seq],
      }));
  },
});
