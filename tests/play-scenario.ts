import { type Adapter, callTransport, httpAdapter } from '../src/adapters/index.ts';
import { createApp, type Openings, PARTS, type Parts, Portal } from '../src/reference-impl/index.ts';
import { PACKS, type Pack } from '../src/rulebook/index.ts';
import { type Outcome, runSuite, type Scenario } from '../src/run/index.ts';

/** Worlds that tests open again and again are checked once. */
const openings: Openings = new Map();

/** The reference implementation in this process, with some parts changed. */
export function inProcess(
  change: (parts: Parts) => Parts = (parts) => parts,
  packs: readonly Pack[] = PACKS,
): Adapter {
  const app = createApp(
    new Portal({ packs, token: () => crypto.randomUUID(), parts: change(PARTS), openings }),
  );
  return httpAdapter({ name: 'in-process', transport: callTransport(app.call), timeoutMs: 120_000 });
}

/** A scenario that a test makes up: steps on one day or more, with nothing that must be found. */
export const scenario = (id: string, start: string, until: string, steps: Scenario['steps']): Scenario => ({
  id,
  title: id,
  why: 'made up by a test that looks at what is found',
  desk: 'scripted',
  pack: 'allways-commercial',
  start,
  until,
  steps,
  expect: [{ rule: 'portal.type.catalogue', verdict: 'met', optional: true }],
});

/** Plays scenarios of a test on a portal. */
export async function playScenarios(
  scenarios: readonly Scenario[],
  change?: (parts: Parts) => Parts,
): Promise<Outcome[]> {
  const adapter = inProcess(change);
  const description = await adapter.describe();
  return runSuite({ adapter, description, scenarios, seed: '1', concurrency: 1, now: () => 0 });
}
