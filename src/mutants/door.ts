import type { Answer, AnswerContext } from '../reference-impl/index.ts';
import { faulty, type Mutant } from './mutant.ts';

type Json = Record<string, unknown>;

/** A body as a plain object that may be changed. */
export const copy = (body: unknown): Json => structuredClone(body) as Json;

/** A mutant at the door: it changes the successful answers of some operations. */
export const atTheDoor = (
  id: string,
  breaks: string,
  summary: string,
  operations: readonly AnswerContext['operation'][],
  change: (body: Json, context: AnswerContext, answer: Answer) => void,
): Mutant =>
  faulty(id, breaks, summary, () => ({
    answer: (answer, context) => {
      if (answer.status >= 300 || !operations.includes(context.operation)) return answer;
      const body = copy(answer.body);
      if (body.access === 'verification') return answer;
      change(body, context, answer);
      return { ...answer, body };
    },
  }));

/** A mutant at the door that answers something else altogether, where a call and its answer are of some kind. */
export const instead = (
  id: string,
  breaks: string,
  summary: string,
  when: (context: AnswerContext, given: Answer) => boolean,
  other: (context: AnswerContext, given: Answer) => Answer,
): Mutant =>
  faulty(id, breaks, summary, ({ answer }) => ({
    answer: (given, context) => (when(context, given) ? other(context, given) : answer(given, context)),
  }));

/** A refusal as it goes over the wire. */
export const problem = (status: number, code: string, detail: string): Answer => ({
  status,
  body: { type: 'about:blank', title: code.replaceAll('-', ' '), status, code, detail },
});

/** Every full or partial view in an answer: of one request, or of each in a list. */
export function viewsIn(body: Json): Json[] {
  return Array.isArray(body.requests) ? (body.requests as Json[]) : [body];
}

/** The object at a key of a body. */
export const inner = (body: Json, key: string): Json => (body[key] ?? {}) as Json;

/** The list of objects at a key of a body. */
export const rowsOf = (body: Json, key: string): Json[] => (body[key] ?? []) as Json[];
