import type { Outcome } from './run-suite.ts';
import type { RuleVerdict } from './verdicts.ts';

/** What a command ends with. 2 (bad usage or configuration) is the command line's own. */
export type ExitCode = 0 | 1 | 3 | 4;

/** What the exit code of a run follows from. */
export type RunEnd = {
  readonly verdicts: readonly Pick<RuleVerdict, 'rule' | 'core' | 'verdict'>[];
  readonly outcomes: readonly Pick<Outcome, 'verdict'>[];
  /** False where the run was stopped before every scenario was played. */
  readonly complete: boolean;
  /** Rules that a chosen part of the suite is about; undefined for the whole. */
  readonly within?: ReadonlySet<string> | undefined;
};

/**
 * The exit code of a run, the first that fits: 1 where a rule failed, 3 where it was stopped or something ended in an
 * error, 4 where a core rule did not pass, else 0.
 */
export function runExitCode({ verdicts, outcomes, complete, within }: RunEnd): ExitCode {
  if (verdicts.some(({ verdict }) => verdict === 'fail')) return 1;
  const errors = [...outcomes, ...verdicts].some(({ verdict }) => verdict === 'error');
  if (!complete || errors) return 3;
  const missed = verdicts.some(
    ({ rule, core, verdict }) => core && verdict !== 'pass' && (within === undefined || within.has(rule)),
  );
  return missed ? 4 : 0;
}

/** What the exit code of fuzzing follows from. */
export type FuzzEnd = {
  readonly failures: readonly unknown[];
  readonly broken: readonly unknown[];
  readonly scenarios: number;
  /** The control run on a portal with a known fault; null where it was not asked for. */
  readonly controlRun: { readonly caught: boolean; readonly false: readonly string[] } | null;
};

/** Whether a control run shows that fuzzing can be believed: the known fault was found, and nothing else. */
export const controlHolds = ({ caught, false: wrong }: NonNullable<FuzzEnd['controlRun']>): boolean =>
  caught && wrong.length === 0;

/**
 * The exit code of fuzzing, the first that fits: 1 where a rule is broken, 3 where a scenario could not be played to its
 * end, 4 where the result proves nothing (no scenario, or a control run that does not hold), else 0.
 */
export function fuzzExitCode({ failures, broken, scenarios, controlRun }: FuzzEnd): ExitCode {
  if (failures.length > 0) return 1;
  if (broken.length > 0) return 3;
  return scenarios === 0 || (controlRun !== null && !controlHolds(controlRun)) ? 4 : 0;
}

/** Counts that the exit code of an audit under one pack follows from. */
export type AuditEnd = {
  readonly tally: { readonly violated: number; readonly depends: number; readonly indeterminate: number };
  readonly rows: { readonly judged: number; readonly rejected: number };
  readonly unjudged: readonly unknown[];
};

/**
 * The exit code of an audit: 1 where a duty was violated under any pack, 4 where something depends on the interpretation
 * or could not be judged, else 0.
 */
export function auditExitCode(all: readonly AuditEnd[]): ExitCode {
  if (all.some(({ tally }) => tally.violated > 0)) return 1;
  const open = all.some(
    ({ tally, rows, unjudged }) =>
      tally.depends + tally.indeterminate > 0 ||
      rows.rejected > 0 ||
      rows.judged === 0 ||
      unjudged.length > 0,
  );
  return open ? 4 : 0;
}
