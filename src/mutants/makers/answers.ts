import type { Answer, AnswerContext } from '../../reference-impl/index.ts';
import { type Fault, type Mutant, replacingParts } from '../mutant.ts';

/** A JSON object that may be changed. */
export type Json = Record<string, unknown>;

/** A body as a plain object that may be changed. */
export const copyOf = (body: unknown): Json => structuredClone(body) as Json;

/** A portal that changes the bodies of its successful answers to some operations. */
export const changingAnswers = ({
  operations,
  change,
  ...fault
}: Fault & {
  readonly operations: readonly AnswerContext['operation'][];
  readonly change: (body: Json, context: AnswerContext, answer: Answer) => void;
}): Mutant =>
  replacingParts({
    ...fault,
    replace: () => ({
      answer: (answer, context) => {
        if (answer.status >= 300 || !operations.includes(context.operation)) return answer;
        const body = copyOf(answer.body);
        if (body.access === 'verification') return answer;
        change(body, context, answer);
        return { ...answer, body };
      },
    }),
  });

/** A portal that gives another answer altogether `when` a call and its right answer are of some kind. */
export const replacingAnswers = ({
  when,
  answer: other,
  ...fault
}: Fault & {
  readonly when: (context: AnswerContext, given: Answer) => boolean;
  readonly answer: (context: AnswerContext, given: Answer) => Answer;
}): Mutant =>
  replacingParts({
    ...fault,
    replace: ({ answer }) => ({
      answer: (given, context) => (when(context, given) ? other(context, given) : answer(given, context)),
    }),
  });

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
export const objectAt = (body: Json, key: string): Json => (body[key] ?? {}) as Json;

/** The list of objects at a key of a body. */
export const rowsOf = (body: Json, key: string): Json[] => (body[key] ?? []) as Json[];

/** Leaves in a list of a body only the rows that `holds` holds for. */
export const keepRows = (body: Json, key: string, holds: (row: Json) => boolean): void => {
  body[key] = rowsOf(body, key).filter(holds);
};
