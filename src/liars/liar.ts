import type { Answer, AnswerContext, Parts } from '../reference-impl/index.ts';

/** A reference portal with one deliberate fault. `breaks` is the one rule that it primarily breaks. */
export type Liar = {
  readonly id: string;
  readonly breaks: string;
  /** How a real portal would come to be built this way. */
  readonly summary: string;
  readonly make: (parts: Parts) => Parts;
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
