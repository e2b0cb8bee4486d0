import type { Capability } from '../../contract/index.ts';
import { MUTANTS } from '../../mutants/index.ts';
import { PARTS } from '../../reference-impl/index.ts';
import type { RuleId } from '../../rulebook/index.ts';
import type { Ground } from '../../run/fuzz/index.ts';
import { referenceAdapter } from '../shared/in-process.ts';

/** The known fault of the control run: it shows wherever the plan’s own staff decides, and breaks one rule. */
export const CONTROL = { mutant: 'member-not-told' } as const;

/** A reference implementation in this process, with the fault of a mutant or none. Throws RangeError for an unknown mutant. */
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

/** The two portals of the control run, and the rule that the faulty one violates. */
export async function controlGrounds(): Promise<{ sound: Ground; faulty: Ground; breaks: RuleId }> {
  const mutant = MUTANTS.find(({ id }) => id === CONTROL.mutant);
  if (!mutant) throw new RangeError(`no mutant ${CONTROL.mutant}`);
  const { breaks } = mutant;
  return { sound: await inProcessGround(null), faulty: await inProcessGround(CONTROL.mutant), breaks };
}
