import type {
  Answer,
  AnswerContext,
  DomainEvent,
  Parts,
  PortalState,
  RequestState,
} from '../reference-impl/index.ts';

/** A reference portal with one deliberate fault. `breaks` is the one rule that it primarily breaks. */
export type Liar = {
  readonly id: string;
  readonly breaks: string;
  /** How a real portal would come to be built this way. */
  readonly summary: string;
  readonly make: (parts: Parts) => Parts;
  /** Set where a part changes the state that it is given, so that its answers alone do not tell what it does. */
  readonly meddles?: true;
};

type Json = Record<string, unknown>;

/** A body as a plain object that may be changed. */
export const copy = (body: unknown): Json => structuredClone(body) as Json;

/** A liar at the door: it changes the successful answers of some operations. */
export const atTheDoor = (
  id: string,
  breaks: string,
  summary: string,
  operations: readonly AnswerContext['operation'][],
  change: (body: Json, context: AnswerContext, answer: Answer) => void,
): Liar => ({
  id,
  breaks,
  summary,
  make: (parts) => ({
    ...parts,
    answer: (answer, context) => {
      if (answer.status >= 300 || !operations.includes(context.operation)) return answer;
      const body = copy(answer.body);
      if (body.access === 'verification') return answer;
      change(body, context, answer);
      return { ...answer, body };
    },
  }),
});

/** Every full or partial view in an answer: of one request, or of each in a list. */
export function viewsIn(body: Json): Json[] {
  return Array.isArray(body.requests) ? (body.requests as Json[]) : [body];
}

/** The object at a key of a body. */
export const inner = (body: Json, key: string): Json => (body[key] ?? {}) as Json;

/** The list of objects at a key of a body. */
export const rowsOf = (body: Json, key: string): Json[] => (body[key] ?? []) as Json[];

type Gates = Parts['gates'];

/** A portal in which one gate lets the wrong people through, or keeps the right ones out. */
export const withGate = <K extends keyof Gates>(
  id: string,
  breaks: string,
  summary: string,
  name: K,
  change: (gate: Gates[K]) => Gates[K],
): Liar => ({
  id,
  breaks,
  summary,
  make: (parts) => ({ ...parts, gates: { ...parts.gates, [name]: change(parts.gates[name]) } }),
});

type Check = Parts['checks'][number];
type Find = Check['find'];

/** A portal that lacks an entry check where a draft is of some kind. */
export const laxOn = (
  id: string,
  breaks: string,
  summary: string,
  name: string,
  when: (...args: Parameters<Find>) => boolean = () => true,
): Liar => ({
  id,
  breaks,
  summary,
  make: (parts) => ({
    ...parts,
    checks: parts.checks.map((check) =>
      check.name === name
        ? { name, find: (draft, context) => (when(draft, context) ? [] : check.find(draft, context)) }
        : check,
    ),
  }),
});

/** A portal with an entry check too many. */
export const strictOn = (id: string, breaks: string, summary: string, find: Find): Liar => ({
  id,
  breaks,
  summary,
  make: (parts) => ({ ...parts, checks: [...parts.checks, { name: id, find }] }),
});

/** What becomes of one event before it is true: another, several, or (null) none. */
type Change = (event: DomainEvent, state: PortalState, all: readonly DomainEvent[]) => DomainEvent | null;

/** A portal that does something else, or nothing, where the portal done right would act. */
export const changing = (id: string, breaks: string, summary: string, change: Change): Liar => ({
  id,
  breaks,
  summary,
  make: (parts) => ({
    ...parts,
    events: (events, state) => {
      const passed = parts.events(events, state);
      return passed.flatMap((event) => change(event, state, passed) ?? []);
    },
  }),
});

type Desk = Parts['desk'];
type Prepared = ReturnType<Desk['prepare']>[number];

/** A desk that prepares its decisions in another way. */
export const preparing = (
  id: string,
  breaks: string,
  summary: string,
  change: (event: Prepared, request: RequestState, state: PortalState) => Prepared | null,
): Liar => ({
  id,
  breaks,
  summary,
  make: (parts) => ({
    ...parts,
    desk: {
      ...parts.desk,
      prepare: (state, request, decideAt, finding) =>
        parts.desk
          .prepare(state, request, decideAt, finding)
          .flatMap((event) => change(event, request, state) ?? []),
    },
  }),
});

/** A desk that finds something else when it reviews. */
export const finding = (
  id: string,
  breaks: string,
  summary: string,
  change: (
    found: ReturnType<Desk['review']>,
    request: RequestState,
    state: PortalState,
  ) => ReturnType<Desk['review']>,
): Liar => ({
  id,
  breaks,
  summary,
  make: (parts) => ({
    ...parts,
    desk: {
      ...parts.desk,
      review: (state, request) => change(parts.desk.review(state, request), request, state),
    },
  }),
});

type Adjudicate = Parts['adjudicate'];
type Result = ReturnType<Adjudicate>;

/** A portal that makes something else of a claim. */
export const adjudicating = (
  id: string,
  breaks: string,
  summary: string,
  change: (result: Result, claim: Parameters<Adjudicate>[1], state: PortalState) => Partial<Result> | null,
): Liar => ({
  id,
  breaks,
  summary,
  make: (parts) => ({
    ...parts,
    adjudicate: (state, claim, pack) => {
      const result = parts.adjudicate(state, claim, pack);
      return { ...result, ...change(result, claim, state) };
    },
  }),
});
