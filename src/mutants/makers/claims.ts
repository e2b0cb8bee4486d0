import type { Parts, PortalState } from '../../reference-impl/index.ts';
import { type Fault, type Mutant, replacingParts } from '../mutant.ts';

type Adjudicate = Parts['adjudicate'];
/** A claim before it is adjudicated. */
export type Claim = Parameters<Adjudicate>[1];
/** What the plan makes of a claim. */
export type ClaimResult = ReturnType<Adjudicate>;

/** A plan that makes something else of a claim; null leaves its result as it is. */
export const changingAdjudication = ({
  change,
  ...fault
}: Fault & {
  readonly change: (result: ClaimResult, claim: Claim, state: PortalState) => Partial<ClaimResult> | null;
}): Mutant =>
  replacingParts({
    ...fault,
    replace: ({ adjudicate }) => ({
      adjudicate: (state, claim, pack) => {
        const result = adjudicate(state, claim, pack);
        return { ...result, ...change(result, claim, state) };
      },
    }),
  });
