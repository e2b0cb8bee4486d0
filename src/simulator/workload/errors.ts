import { drawsFor } from '../draws.ts';
import type { LogRow, Made } from './model.ts';

const DAY_MS = 86_400_000;

type Spoilt = Made;

/** Ways in which a row cannot be judged. Each answers the rows that stand in its place. */
const ERRORS: Readonly<Record<string, (row: LogRow) => readonly LogRow[]>> = {
  'decided before receipt': (row) => [{ ...row, decidedAt: (row.receivedAt ?? 0) - DAY_MS }],
  'no receipt': (row) => [{ ...row, receivedAt: null }],
  'unknown review type': (row) => [{ ...row, reviewType: 'prospective-ish' }],
  'unknown outcome': (row) => [{ ...row, outcome: 'ok' as LogRow['outcome'] }],
  'contradicting copy': (row) => [
    row,
    { ...row, decidedAt: (row.decidedAt ?? 0) + 60_000, service: row.service },
  ],
};

/**
 * Spoils the last row of a request, at a stated rate. What is rejected has no answers any more; nothing that is
 * told about the rows before it changes. Only rows that were decided are spoilt, so that each error shows.
 */
export function spoil(root: string, index: number, share: number, made: Made): Spoilt {
  const draws = drawsFor(root, 'error', index);
  const last = made.rows.at(-1);
  if (!draws.chance(share) || !last || last.decidedAt === null) return made;
  const name = draws.pick(Object.keys(ERRORS));
  const own = ({ caseId, decisionNo }: { caseId: string; decisionNo: number }): boolean =>
    caseId === last.caseId && decisionNo === last.decisionNo;
  return {
    ...made,
    rows: [...made.rows.slice(0, -1), ...(ERRORS[name]?.(last) ?? [])],
    answers: made.answers.filter((answer) => !own(answer)),
    rowAnswers: made.rowAnswers.flatMap((answer) =>
      own(answer)
        ? Array.from({ length: ERRORS[name]?.(last).length ?? 1 }, () => ({
            ...answer,
            row: 'rejected' as const,
            error: name,
          }))
        : [answer],
    ),
  };
}
