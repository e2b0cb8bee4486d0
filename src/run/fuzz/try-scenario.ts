import type { Adapter } from '../../adapters/index.ts';
import { AdapterError } from '../../adapters/index.ts';
import type { Capability } from '../../contract/index.ts';
import type { History } from '../../history/index.ts';
import { type Finding, judge } from '../../oracles/index.ts';
import { packOf } from '../../rulebook/index.ts';
import { play } from '../play.ts';
import type { Scenario } from '../scenario.ts';
import { WORLD_SEED } from './scenario.ts';

/** The portal that is fuzzed. */
export type Ground = {
  readonly adapter: Adapter;
  readonly implementation: string;
  readonly capabilities: readonly Capability[];
};

/** What came of a random scenario. */
export type Tried = {
  readonly findings: readonly Finding[];
  readonly history: History | null;
  /** Why it could not be played to its end; never the portal’s violation, but a broken conversation. */
  readonly error: string | null;
};

/** Whether a finding is a violation of the portal that follows from no other. */
export const isRoot = ({ verdict, on, causedBy }: Finding): boolean =>
  verdict === 'violated' && on === 'portal' && causedBy === null;

/** The rules that a portal violated in a scenario. */
export const violatedIn = ({ findings }: Tried): string[] =>
  [...new Set(findings.filter(isRoot).map(({ rule }) => rule))].sort();

/** Plays one scenario and judges it. */
export async function tryScenario(
  scenario: Scenario,
  { adapter, implementation, capabilities }: Ground,
): Promise<Tried> {
  const pack = packOf(scenario.pack);
  try {
    const { history, error } = await play(scenario, {
      adapter,
      implementation,
      capabilities,
      seed: WORLD_SEED,
      zone: pack.zone,
    });
    return { findings: judge(history, pack, { explain: false }), history, error: error?.message ?? null };
  } catch (error) {
    if (error instanceof AdapterError) return { findings: [], history: null, error: error.message };
    throw error;
  }
}
