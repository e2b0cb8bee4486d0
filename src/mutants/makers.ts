import type { DomainEvent, Parts, PortalState, RequestState } from '../reference-impl/index.ts';
import { faulty, type Mutant } from './mutant.ts';

type Gates = Parts['gates'];
type Desk = Parts['desk'];
type Find = Parts['checks'][number]['find'];
type Adjudicate = Parts['adjudicate'];
type Told = readonly [id: string, breaks: string, summary: string];

/** A portal in which one gate lets the wrong people through, or keeps the right ones out. */
export const withGate = <K extends keyof Gates>(
  ...[id, breaks, summary, name, change]: [...Told, name: K, change: (gate: Gates[K]) => Gates[K]]
): Mutant =>
  faulty(id, breaks, summary, ({ gates }) => ({ gates: { ...gates, [name]: change(gates[name]) } }));

/** A portal whose desk works in another way. */
export const withDesk = (
  ...[id, breaks, summary, change]: [...Told, change: (desk: Desk) => Partial<Desk>]
): Mutant => faulty(id, breaks, summary, ({ desk }) => ({ desk: { ...desk, ...change(desk) } }));

/** A portal in which one entry check finds something else. */
export const withCheck = (
  ...[id, breaks, summary, name, change]: [...Told, name: string, change: (find: Find) => Find]
): Mutant =>
  faulty(id, breaks, summary, ({ checks }) => ({
    checks: checks.map((check) => (check.name === name ? { name, find: change(check.find) } : check)),
  }));

/** A portal that lacks an entry check where a draft is of some kind. */
export const laxOn = (
  ...[id, breaks, summary, name, when = () => true]: [
    ...Told,
    name: string,
    when?: (...args: Parameters<Find>) => boolean,
  ]
): Mutant =>
  withCheck(
    id,
    breaks,
    summary,
    name,
    (find) => (draft, context) => (when(draft, context) ? [] : find(draft, context)),
  );

/** A portal with an entry check too many. */
export const strictOn = (...[id, breaks, summary, find]: [...Told, find: Find]): Mutant =>
  faulty(id, breaks, summary, ({ checks }) => ({ checks: [...checks, { name: id, find }] }));

/** What becomes of one event before it is true: another, several, or (null) none. `all` are those of its command. */
type Change = (
  event: DomainEvent,
  state: PortalState,
  all: readonly DomainEvent[],
) => DomainEvent | readonly DomainEvent[] | null;

/** A portal that does something else, or nothing, where the reference implementation would act. */
export const changing = (...[id, breaks, summary, change]: [...Told, change: Change]): Mutant =>
  faulty(id, breaks, summary, (parts) => ({
    events: (events, state) => {
      const passed = parts.events(events, state);
      return passed.flatMap((event) => change(event, state, passed) ?? []);
    },
  }));

type Prepared = ReturnType<Desk['prepare']>[number];
type Prepare = (event: Prepared, request: RequestState, state: PortalState) => Prepared | null;

/** A desk that prepares its decisions in another way. */
export const preparing = (...[id, breaks, summary, change]: [...Told, change: Prepare]): Mutant =>
  withDesk(id, breaks, summary, ({ prepare }) => ({
    prepare: (state, request, decideAt, found) =>
      prepare(state, request, decideAt, found).flatMap((event) => change(event, request, state) ?? []),
  }));

type Found = ReturnType<Desk['review']>;
type Review = (found: Found, request: RequestState, state: PortalState) => Found;

/** A desk that finds something else when it reviews. */
export const finding = (...[id, breaks, summary, change]: [...Told, change: Review]): Mutant =>
  withDesk(id, breaks, summary, ({ review }) => ({
    review: (state, request, pack) => change(review(state, request, pack), request, state),
  }));

type Result = ReturnType<Adjudicate>;
type Adjust = (
  result: Result,
  claim: Parameters<Adjudicate>[1],
  state: PortalState,
) => Partial<Result> | null;

/** A portal that makes something else of a claim. */
export const adjudicating = (...[id, breaks, summary, change]: [...Told, change: Adjust]): Mutant =>
  faulty(id, breaks, summary, ({ adjudicate }) => ({
    adjudicate: (state, claim, pack) => {
      const result = adjudicate(state, claim, pack);
      return { ...result, ...change(result, claim, state) };
    },
  }));
