import { type CaseFile, type Exchange, notes } from '../../facts/case-file.ts';
import { revising } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { isMakers } from '../../facts/site.ts';
import { text } from '../../facts/values.ts';
import { type Check, historyChecks, needing } from '../check.ts';
import { type Finding, finding } from '../finding.ts';

function askedOf(facts: Facts, file: CaseFile, exchange: Exchange): Finding[] {
  const user = facts.world.users.find(({ id }) => id === exchange.actor);
  if (user?.kind !== 'provider' || !isMakers(facts, exchange, file)) return [];
  const before = file.decisions.filter(({ seq }) => seq < exchange.seq);
  const last = before.at(-1);
  const openOnes = file.reconsiderations.filter(({ seq }) => seq < exchange.seq).length;
  const answered = before.filter(({ reconsideration }) => reconsideration).length;
  if (!last || file.closed || openOnes > answered) return [];
  // While a revision is reviewed, nothing says whether what was denied before is reconsidered at once.
  if (revising(file, exchange.seq)) return [];
  const eligible =
    last.outcome !== 'approved' && last.basis === 'medical-necessity' && file.reviewType !== 'retrospective';
  const accepted = exchange.status === 201;
  const [received] = notes(file, 'received');
  const misclassified = received !== undefined && received.event.reviewType !== file.reviewType;
  const what = `a ${file.reviewType} request that was ${last.outcome} (${last.basis})`;
  const because = `Reconsideration of ${what} was asked for; the portal answered ${exchange.status}.`;
  const base = { case: file.name, events: [exchange.seq], because };
  if (!eligible)
    return [
      finding({
        ...base,
        rule: 'um.reconsideration.eligible-denials',
        verdict: accepted ? 'violated' : 'met',
        causedBy: accepted && misclassified ? 'um.retro.classification' : null,
      }),
    ];
  return [
    finding({ ...base, rule: 'um.reconsideration.provider-only', verdict: accepted ? 'met' : 'violated' }),
  ];
}

function labelsOf(file: CaseFile): Finding[] {
  return file.decisions
    .filter(({ reconsideration, staged }) => reconsideration && !staged)
    .flatMap((decided) =>
      file.letters
        .filter(({ decision }) => decision === decided.number)
        .map((letter) => {
          const heading = text(letter.sections.determination) ?? '';
          const holds = !/\bappeal/i.test(heading);
          return finding({
            rule: 'um.reconsideration.informal-not-appeal',
            case: file.name,
            verdict: holds ? 'met' : 'violated',
            evidence: 'reported',
            because: holds
              ? 'The letter does not call the reconsideration an appeal.'
              : 'The letter calls the reconsideration an appeal.',
            events: [letter.seq],
          });
        }),
    );
}

/** Who may ask for reconsideration and of what. Section 7, Medical Necessity Denials. */
export const reconsiderations: readonly Check[] = historyChecks(
  needing(
    ['reconsiderations', 'events'],
    'um.reconsideration.eligible-denials',
    'um.reconsideration.provider-only',
    'um.reconsideration.informal-not-appeal',
  ),
  (facts) =>
    facts.cases.flatMap((file) => [
      ...file.exchanges
        .filter(({ op, moot }) => op === 'reconsider' && !moot)
        .flatMap((exchange) => askedOf(facts, file, exchange)),
      ...labelsOf(file),
    ]),
);
