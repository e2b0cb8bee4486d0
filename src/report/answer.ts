import type { Results } from './results.ts';

/** The answer to a reader's first question, in words: a headline, its tone, and one sentence. */
export type Answer = {
  readonly word: string;
  readonly tone: 'pass' | 'warn' | 'fail';
  readonly line: string;
};

/** `3 rules`, `1 rule`. */
const rules = (count: number): string => `${count} ${count === 1 ? 'rule' : 'rules'}`;

/** The only wording of what a run's exit code means, for the page, the console and every other report. */
export function answerOf({ exitCode, summary, complete, scope }: Answered): Answer {
  if (exitCode === 1) {
    const failed = summary.fail ?? 0;
    const rest = complete ? '' : '; the run was stopped before all scenarios were played';
    return {
      word: 'Not conformant',
      tone: 'fail',
      line: `${rules(failed)} ${failed === 1 ? 'was' : 'were'} violated under every interpretation${rest}.`,
    };
  }
  if (!complete)
    return {
      word: 'Stopped',
      tone: 'warn',
      line: 'The run was stopped; what follows is what it had by then.',
    };
  if (exitCode === 3)
    return {
      word: 'No answer',
      tone: 'warn',
      line: 'The run could not be finished: some scenarios ended in an error of the harness, the adapter or the connection.',
    };
  if (exitCode === 4)
    return {
      word: 'Not shown to conform',
      tone: 'warn',
      line: 'Nothing failed, but at least one core rule did not pass.',
    };
  if (scope !== null)
    return {
      word: 'Nothing wrong in a part',
      tone: 'warn',
      line: `Only a part of the suite was played (${scope}); only the whole suite shows conformance.`,
    };
  return {
    word: 'Conformant',
    tone: 'pass',
    line: 'Every core rule passed and none failed, of those that are judged today.',
  };
}

/** What the answer follows from. */
export type Answered = Pick<Results, 'exitCode' | 'summary' | 'complete' | 'scope'>;
