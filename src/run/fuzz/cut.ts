import type { Scenario, Step } from '../scenario.ts';

/** One thing that can be left out of a random scenario: a step, the wait before it, or one of its entries. */
export type Atom =
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'wait'; readonly step: number }
  | { readonly kind: 'entry'; readonly step: number; readonly entry: string }
  | { readonly kind: 'omission'; readonly step: number; readonly omission: string }
  | { readonly kind: 'key'; readonly step: number };

/** Which atoms of a scenario are left out (by place), and how long it goes on after its last step. */
export type Cut = { readonly out: ReadonlySet<number>; readonly rest: Rest };

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** How long a scenario may go on: as it was drawn, or a set time after its last step. */
export const RESTS = ['drawn', 'minute', 'day', 'three-days', 'six-days', 'sixteen-days'] as const;
export type Rest = (typeof RESTS)[number];
const REST_MS: Readonly<Record<Exclude<Rest, 'drawn'>, number>> = {
  minute: MINUTE_MS,
  day: 24 * HOUR_MS,
  'three-days': 72 * HOUR_MS,
  'six-days': 144 * HOUR_MS,
  'sixteen-days': 16 * 24 * HOUR_MS,
};

const entriesOf = ({ use, with: entries }: Step): string[] =>
  use === undefined
    ? []
    : Object.keys(entries ?? {}).filter((entry) => entry !== 'kind' && entry !== 'cases' && entry !== 'slot');

/** Everything that can be left out of a scenario, in a fixed order. */
export function atomsOf({ steps }: Scenario): Atom[] {
  return steps.flatMap((step, place): Atom[] => [
    { kind: 'step', step: place },
    { kind: 'wait', step: place },
    ...(step.key === undefined ? [] : [{ kind: 'key' as const, step: place }]),
    ...entriesOf(step).map((entry): Atom => ({ kind: 'entry', step: place, entry })),
    ...(step.without ?? []).map((omission): Atom => ({ kind: 'omission', step: place, omission })),
  ]);
}

function cutStep(step: Step, atoms: readonly Atom[]): Step {
  const { with: entries, without, key, ...rest } = step;
  const gone = new Set(atoms.flatMap((atom) => (atom.kind === 'entry' ? [atom.entry] : [])));
  const told = new Set(atoms.flatMap((atom) => (atom.kind === 'omission' ? [atom.omission] : [])));
  const kept = entries && Object.fromEntries(Object.entries(entries).filter(([entry]) => !gone.has(entry)));
  const left = (without ?? []).filter((omission) => !told.has(omission));
  const keyed = key !== undefined && !atoms.some(({ kind }) => kind === 'key');
  return {
    ...rest,
    ...(kept && Object.keys(kept).length > 0 ? { with: kept } : {}),
    ...(left.length > 0 ? { without: left } : {}),
    ...(keyed ? { key } : {}),
  };
}

/**
 * The scenario that is left. Clock advances of steps that are gone merge by themselves, for steps tell when they are;
 * where a wait is gone, a step comes a minute after the one before it.
 */
export function cutScenario(scenario: Scenario, { out, rest }: Cut): Scenario {
  if (out.size === 0 && rest === 'drawn') return scenario;
  const atoms = atomsOf(scenario);
  const byStep = new Map<number, Atom[]>();
  for (const place of out) {
    const atom = atoms[place];
    if (atom) byStep.set(atom.step, [...(byStep.get(atom.step) ?? []), atom]);
  }
  let last = Date.parse(scenario.start);
  const steps: Step[] = [];
  for (const [place, step] of scenario.steps.entries()) {
    const gone = byStep.get(place) ?? [];
    if (gone.some(({ kind }) => kind === 'step')) continue;
    const hurried = gone.some(({ kind }) => kind === 'wait');
    const drawn = Date.parse(step.at);
    const at = hurried ? Math.min(drawn, last + MINUTE_MS) : Math.max(drawn, last);
    last = Math.max(last, at);
    steps.push({ ...cutStep(step, gone), at: new Date(last).toISOString() });
  }
  const until = rest === 'drawn' ? Math.max(Date.parse(scenario.until), last) : last + REST_MS[rest];
  return { ...scenario, steps, until: new Date(until).toISOString() };
}

export const WHOLE: Cut = { out: new Set(), rest: 'drawn' };

/** How many steps are left. */
export const lengthOf = (scenario: Scenario, { out }: Cut): number => {
  const atoms = atomsOf(scenario);
  return scenario.steps.length - [...out].filter((place) => atoms[place]?.kind === 'step').length;
};
