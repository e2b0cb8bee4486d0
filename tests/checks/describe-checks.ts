import { describe, expect, it } from 'vitest';
import type { History } from '../../src/history/index.ts';
import { rowsOf } from '../../src/oracles/check.ts';
import { type Check, type Finding, judgeBy } from '../../src/oracles/index.ts';
import { packOf, type RuleId } from '../../src/rulebook/index.ts';

/** A history in which a rule is kept, and one that differs in the one thing that breaks it. */
export type KeptAndBroken = {
  readonly kept: () => History;
  readonly broken: () => History;
  /** The value of the finding on the broken history that shows the fault, by name, where it should be looked at. */
  readonly observed?: Finding['observed'];
};

function verdictsOn(history: History, checks: readonly Check[], rule: RuleId): Finding[] {
  return judgeBy(checks, history, packOf(history.header.pack), { explain: false }).filter(
    (found) => found.rule === rule,
  );
}

/**
 * A table of one kept and one broken history for each check of a subject, by rule id. A check without a row fails, so
 * that no check goes untested; `elsewhere` names rules whose tests stand in another file, with the reason.
 */
export function describeChecks(
  subject: string,
  checks: readonly Check[],
  table: Readonly<Partial<Record<RuleId, KeptAndBroken>>>,
  elsewhere: Readonly<Partial<Record<RuleId, string>>> = {},
): void {
  describe(`checks of ${subject}`, () => {
    it('have each a kept and a broken history', () => {
      const rows = new Set([...Object.keys(table), ...Object.keys(elsewhere)]);
      const rules = new Set<string>(checks.map(({ rule }) => rule));
      expect([...rules].filter((rule) => !rows.has(rule))).toEqual([]);
      expect([...rows].filter((rule) => !rules.has(rule))).toEqual([]);
    });
    for (const [rule, { kept, broken, observed }] of rowsOf(table)) {
      it(`${rule} is met where it is kept`, () => {
        const found = verdictsOn(kept(), checks, rule);
        expect(found.map(({ verdict }) => verdict)).toContain('met');
        expect(found.map(({ verdict }) => verdict)).not.toContain('violated');
      });
      it(`${rule} is violated where it is broken`, () => {
        const [first] = verdictsOn(broken(), checks, rule).filter(({ verdict }) => verdict === 'violated');
        expect(first?.verdict).toBe('violated');
        if (observed) expect(first?.observed).toMatchObject(observed);
      });
    }
  });
}

/** One history and the verdicts of one rule on it, for what a table of kept and broken histories does not say. */
export type VerdictRow = {
  readonly it: string;
  readonly rule: RuleId;
  readonly history: () => History;
  readonly verdicts: readonly Finding['verdict'][];
};

/** Tests of single rules on single histories, each by its own name. */
export function describeVerdicts(name: string, checks: readonly Check[], rows: readonly VerdictRow[]): void {
  describe(name, () => {
    for (const { it: claim, rule, history, verdicts } of rows)
      it(claim, () => {
        expect(verdictsOn(history(), checks, rule).map(({ verdict }) => verdict)).toEqual(verdicts);
      });
  });
}
