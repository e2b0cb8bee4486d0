import type { AnswerContext } from '../../reference-impl/index.ts';
import { type Json, rowsOf } from './answers.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The body of a call as a plain object. */
export const bodyOf = ({ body }: AnswerContext): Fields => (body ?? {}) as Fields;

/** The delegate's case in the path of a call. */
export const caseOf = ({ state, path }: AnswerContext) => state?.delegate.cases.get(path.id ?? '');

/** The delegate's case of a number that a body holds, such as an answer’s own. */
export const caseNumbered = ({ state }: AnswerContext, number: unknown) =>
  state?.delegate.cases.get(String(number));

/** The cases that a body or an answer names. */
export const casesIn = (answer: unknown): Json[] => rowsOf((answer ?? {}) as Json, 'cases');

/** The days, hours and zone that a call for peer-to-peer slots prefers. */
export const preferencesOf = (context: AnswerContext) =>
  (bodyOf(context).preferences ?? {}) as { days?: string[]; blocks?: number[]; timeZone?: string };

/** An offer of no slots, in place of a refusal. */
export const emptyOffer = (context: AnswerContext, reviewers: readonly string[] = []) => ({
  status: 200,
  body: {
    week: String(bodyOf(context).week ?? ''),
    timeZone: preferencesOf(context).timeZone ?? '',
    groups: reviewers.map((id) => ({ priority: 1, reviewer: { id, name: id }, slots: [] })),
    message: 'Nothing is free.',
  },
});

/** A refusal where the reference implementation would go on. */
export const CONFLICT = {
  refused: true as const,
  code: 'conflict' as const,
  detail: 'This cannot be changed here.',
};
