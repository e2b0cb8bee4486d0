import { type CaseFile, type Decided, type Exchange, notes } from '../../facts/case-file.ts';
import { revising } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { isMakers } from '../../facts/site.ts';
import { text } from '../../facts/values.ts';
import { namedIn } from '../answers.ts';
import { type Comparison, onCall, reported, requestChecks } from '../check.ts';
import { excludes, REFUSED, type Values } from '../value.ts';

type Asked = { readonly call: Exchange; readonly last: Decided; readonly eligible: boolean };

/** A call of its own provider that asks for reconsideration of a request that was decided; else null. */
function askedOf(facts: Facts, file: CaseFile, call: Exchange): Asked | null {
  const user = facts.world.users.find(({ id }) => id === call.actor);
  if (user?.kind !== 'provider' || !isMakers(facts, call, file)) return null;
  const before = file.decisions.filter(({ seq }) => seq < call.seq);
  const last = before.at(-1);
  const openOnes = file.reconsiderations.filter(({ seq }) => seq < call.seq).length;
  const answered = before.filter(({ reconsideration }) => reconsideration).length;
  if (!last || file.closed || openOnes > answered) return null;
  // While a revision is reviewed, nothing says whether what was denied before is reconsidered at once.
  if (revising(file, call.seq)) return null;
  const eligible =
    last.outcome !== 'approved' && last.basis === 'medical-necessity' && file.reviewType !== 'retrospective';
  return { call, last, eligible };
}

/** A look at each call that asks for reconsideration, by whether what was decided can be reconsidered. */
const perAsked =
  (eligible: boolean, look: (asked: Asked, file: CaseFile) => Comparison) =>
  (file: CaseFile, facts: Facts): readonly Comparison[] =>
    file.exchanges
      .filter(({ op, moot }) => op === 'reconsider' && !moot)
      .flatMap((call) => askedOf(facts, file, call) ?? [])
      .filter((asked) => asked.eligible === eligible)
      .map((asked) => look(asked, file));

const decided = ({ last }: Asked, { reviewType }: CaseFile): Values => ({
  reviewType,
  outcome: last.outcome,
  basis: last.basis,
});

/** Who may ask for reconsideration and of what. Section 7, Medical Necessity Denials. */
export const reconsiderations = requestChecks(['reconsiderations', 'events'], {
  'um.reconsideration.eligible-denials': perAsked(false, (asked, file) => {
    const [received] = notes(file, 'received');
    const misclassified = received !== undefined && received.event.reviewType !== file.reviewType;
    return onCall(
      asked.call,
      { answer: REFUSED },
      { answer: asked.call.status },
      {
        given: decided(asked, file),
        causedBy: misclassified ? 'um.retro.classification' : null,
      },
    );
  }),
  'um.reconsideration.provider-only': perAsked(true, (asked, file) =>
    onCall(asked.call, { answer: 201 }, { answer: asked.call.status }, { given: decided(asked, file) }),
  ),
  'um.reconsideration.informal-not-appeal': (file) =>
    file.decisions
      .filter(({ reconsideration, staged }) => reconsideration && !staged)
      .flatMap((made) =>
        file.letters
          .filter(({ decision }) => decision === made.number)
          .map((letter) =>
            reported(
              [letter.seq],
              { headingNames: excludes('appeal') },
              { headingNames: namedIn(text(letter.sections.determination), { appeal: /\bappeal/ }) },
              { given: { reconsideration: true, outcome: made.outcome } },
            ),
          ),
      ),
});
