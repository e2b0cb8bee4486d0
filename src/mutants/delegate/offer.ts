import type { AnswerContext } from '../../reference-impl/index.ts';
import { rowsOf } from '../door.ts';
import { bodyOf } from './makers.ts';

export type Fields = Record<string, unknown>;
/** The cases that a body or an answer names. */
export const casesOf = (answer: unknown): Fields[] => rowsOf((answer ?? {}) as Fields, 'cases');
/** The preferences of a call for slots. */
export const choices = (context: AnswerContext) =>
  (bodyOf(context).preferences ?? {}) as { days?: string[]; blocks?: number[]; timeZone?: string };

/** An empty offer where none should be made. */
export const offered = (context: AnswerContext, reviewers: readonly string[] = []) => ({
  status: 200,
  body: {
    week: String(bodyOf(context).week ?? ''),
    timeZone: choices(context).timeZone ?? '',
    groups: reviewers.map((id) => ({ priority: 1, reviewer: { id, name: id }, slots: [] })),
    message: 'Nothing is free.',
  },
});
