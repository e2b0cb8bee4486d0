import type { Parts, PortalState } from '../reference-impl/index.ts';
import type { RuleId } from '../rulebook/rule-ids.ts';

/** What every mutant says of itself. */
export type Fault = {
  /** Its name in reports and on the command line; unique among all mutants. */
  readonly id: string;
  /** The id, in full, of the one rule that it primarily breaks. */
  readonly breaks: RuleId;
  /** How a real portal would come to be built this way. */
  readonly summary: string;
};

/** The reference implementation with one deliberate fault. */
export type Mutant = Fault & {
  readonly make: (parts: Parts) => Parts;
  /** Set where a part changes the state that it is given, so that its answers alone do not show what it does. */
  readonly meddles?: true;
};

/** A mutant that replaces some parts of the reference implementation. */
export const replacingParts = ({
  id,
  breaks,
  summary,
  replace,
}: Fault & { readonly replace: (parts: Parts) => Partial<Parts> }): Mutant => ({
  id,
  breaks,
  summary,
  make: (parts) => ({ ...parts, ...replace(parts) }),
});

/** The category of a procedure in the world of a portal, by its code; `other` where the code is unknown. */
export const categoryOf = ({ world }: PortalState, code: unknown): string =>
  world.procedures.find((known) => known.code === code)?.category ?? 'other';
