import type { Parts, PortalState } from '../reference-impl/index.ts';

/** A reference portal with one deliberate fault. `breaks` is the one rule that it primarily breaks. */
export type Mutant = {
  readonly id: string;
  readonly breaks: string;
  /** How a real portal would come to be built this way. */
  readonly summary: string;
  readonly make: (parts: Parts) => Parts;
  /** Set where a part changes the state that it is given, so that its answers alone do not tell what it does. */
  readonly meddles?: true;
};

/** A mutant that replaces some parts of the reference implementation. */
export const faulty = (
  id: string,
  breaks: string,
  summary: string,
  change: (parts: Parts) => Partial<Parts>,
): Mutant => ({ id, breaks, summary, make: (parts) => ({ ...parts, ...change(parts) }) });

/** The category of a procedure, by its code. */
export const categoryOf = ({ world }: PortalState, code: unknown): string =>
  world.procedures.find((known) => known.code === code)?.category ?? 'other';
