import type { Capability } from '../../contract/index.ts';
import { MUTANTS } from '../../mutants/index.ts';
import { PARTS } from '../../reference-impl/index.ts';
import type { RuleId } from '../../rulebook/index.ts';
import type { Ground } from '../../run/fuzz/index.ts';
import { referenceAdapter } from '../shared/in-process.ts';

/** The fault of the canary: it shows wherever the plan’s own staff decides, and breaks one rule. */
export const CANARY = { mutant: 'member-not-told' } as const;

/** A reference portal in this process, with the fault of a mutant or none, as campaigns play on it. */
export async function inProcessGround(mutant: string | null): Promise<Ground> {
  const fault = MUTANTS.find(({ id }) => id === mutant);
  if (mutant !== null && !fault) throw new RangeError(`no mutant ${mutant}`);
  const parts = fault ? fault.make(PARTS) : PARTS;
  const adapter = referenceAdapter({ parts });
  const { product, version, capabilities } = await adapter.describe();
  return {
    adapter,
    implementation: `${product} ${version}`,
    capabilities: capabilities as readonly Capability[],
  };
}

/** The canary’s two portals, and the rule that the faulty one breaks. */
export async function canaryGrounds(): Promise<{ sound: Ground; faulty: Ground; breaks: RuleId }> {
  const mutant = MUTANTS.find(({ id }) => id === CANARY.mutant);
  if (!mutant) throw new RangeError(`no mutant ${CANARY.mutant}`);
  const { breaks } = mutant;
  return { sound: await inProcessGround(null), faulty: await inProcessGround(CANARY.mutant), breaks };
}
