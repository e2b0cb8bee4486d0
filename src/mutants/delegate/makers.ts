import type { AnswerContext, Parts } from '../../reference-impl/index.ts';
import { faulty, type Mutant } from '../mutant.ts';

type Gates = Parts['delegate'];
type Told = readonly [id: string, breaks: string, summary: string];

/** A delegate in which one check, window or calendar rule is another. */
export const withDelegate = <K extends keyof Gates>(
  ...[id, breaks, summary, name, change]: [...Told, name: K, change: (gate: Gates[K]) => Gates[K]]
): Mutant =>
  faulty(id, breaks, summary, ({ delegate }) => ({
    delegate: { ...delegate, [name]: change(delegate[name]) },
  }));

type Fields = Readonly<Record<string, unknown>>;

/** The body of a call as a plain object. */
export const bodyOf = ({ body }: AnswerContext): Fields => (body ?? {}) as Fields;

/** The case of the path of a call. */
export const caseOf = ({ state, path }: AnswerContext) => state?.delegate.cases.get(path.id ?? '');

/** The case of a number that a body holds, such as an answer’s own. */
export const numbered = ({ state }: AnswerContext, number: unknown) =>
  state?.delegate.cases.get(String(number));

export const DAY = 86_400_000;

/** A refusal where the reference implementation would go on. */
export const CONFLICT = {
  refused: true as const,
  code: 'conflict' as const,
  detail: 'This cannot be changed here.',
};
