import type { AnswerContext } from '../../reference-impl/index.ts';
import { changingAnswers, type Json } from '../makers/answers.ts';
import { DAY_MS } from '../makers/times.ts';
import type { Fault, Mutant } from '../mutant.ts';

/** A portal with a fault in one kind of report, or in those whose kind matches. */
export const changingReport = ({
  report,
  change,
  ...fault
}: Fault & {
  readonly report: string | RegExp;
  readonly change: (body: Json, context: AnswerContext) => void;
}): Mutant =>
  changingAnswers({
    ...fault,
    operations: ['show-report'],
    change: (body, context) => {
      if (String(body.kind).match(report)) change(body, context);
    },
  });

/** An instant some days before another, in ISO format. */
export const daysBefore = (instant: unknown, days: number): string =>
  new Date(Date.parse(String(instant)) - days * DAY_MS).toISOString();
