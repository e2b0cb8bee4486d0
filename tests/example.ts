import { callTransport, httpAdapter } from '../src/adapters/index.ts';
import { loadScenarios } from '../src/cli/shared/load-scenarios.ts';
import { scenarioFolder } from '../src/cli/shared/ports.ts';
import { MUTANTS } from '../src/mutants/index.ts';
import { createApp, PARTS, type Parts, Portal, type PortalOptions } from '../src/reference-impl/index.ts';
import type { Results } from '../src/report/index.ts';
import { PACKS } from '../src/rulebook/index.ts';
import { type Outcome, resultsOf, runSuite } from '../src/run/index.ts';

/** The faults of the portal whose report stands in reports/example. */
export const EXAMPLE_FAULTS = [
  'preservice-urgent-written-denial-lesser-late',
  'concurrent-urgent-decision-24h-late',
  'nurse-may-deny',
  'remarks-of-250',
  'denial-without-physician',
  'status-from-last-night',
];

/** Worlds that were opened and found sound, by all portals of this process. */
const openings: NonNullable<PortalOptions['openings']> = new Map();

type Played = { outcomes: Outcome[]; results: Results };
let clean: Promise<Played> | null = null;

/** Every scenario on the reference implementation, played once for all tests of this process that only look at it. */
export function playedClean(): Promise<Played> {
  clean ??= playInProcess([]);
  return clean;
}

/** Plays scenarios in this process on a portal with some faults. Scenarios take no time, so that the bytes repeat. */
export async function playInProcess(
  faults: readonly string[],
  { suite, change }: { readonly suite?: string; readonly change?: (parts: Parts) => Parts } = {},
): Promise<Played> {
  const faulty = faults.reduce<Parts>((parts, id) => {
    const mutant = MUTANTS.find((one) => one.id === id);
    if (!mutant) throw new RangeError(`no mutant ${id}`);
    return mutant.make(parts);
  }, PARTS);
  const parts = change ? change(faulty) : faulty;
  let issued = 0;
  const token = (): string => {
    issued += 1;
    return `token-for-the-tests-${issued}`;
  };
  const app = createApp(new Portal({ packs: PACKS, token, parts, openings }));
  const adapter = httpAdapter({
    name: 'in-process',
    transport: callTransport(app.call),
    timeoutMs: 120_000,
  });
  const description = {
    ...(await adapter.describe()),
    product: faults.length > 0 ? 'A portal with six faults' : 'Reference implementation',
  };
  const all = loadScenarios(scenarioFolder());
  const scenarios = suite === undefined ? all : all.filter(({ id }) => id.startsWith(suite));
  const outcomes = await runSuite({
    adapter,
    description,
    scenarios,
    seed: '1',
    concurrency: 2,
    now: () => 0,
  });
  const results = resultsOf({
    outcomes,
    description,
    adapter: adapter.name,
    packs: PACKS,
    interpretation: 'all',
    seed: '1',
    generator: 'portalproof',
    complete: true,
    interfaceOptions: ' --target http://127.0.0.1:8080',
  });
  return { outcomes, results };
}
