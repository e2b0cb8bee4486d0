import { describe, expect, it } from 'vitest';
import type { History } from '../../src/history/index.ts';
import { recordedHistory, recordedNames } from '../histories/recorded.ts';
import { buildHistory } from '../labelled/build-history.ts';
import { labelledHistories } from '../labelled/labelled.ts';
import { compare, pack } from './compare.ts';

/** Recorded histories of the plan: what scenarios and campaigns on portals with and without faults left behind. */
const recorded = (): History[] =>
  recordedNames()
    .map(recordedHistory)
    .filter(({ header }) => header.pack === pack.id);

async function compareAll(
  histories: readonly { readonly history: History; readonly until: number }[],
): Promise<{ findings: number; wrong: string[] }> {
  const byEnd = new Map<number, History[]>();
  for (const { history, until } of histories) byEnd.set(until, [...(byEnd.get(until) ?? []), history]);
  const wrong: string[] = [];
  let findings = 0;
  for (const [until, own] of byEnd) {
    const result = await compare(own, until);
    findings += result.found.length;
    wrong.push(...result.wrong);
  }
  return { findings, wrong };
}

describe('oracle and audit agree', () => {
  it('on every history that was worked out by hand', async () => {
    const histories = labelledHistories().map((label) => ({
      history: buildHistory(label),
      until: Date.parse(label.until),
    }));
    const { findings, wrong } = await compareAll(histories);
    expect(wrong.slice(0, 8)).toEqual([]);
    expect(findings).toBeGreaterThan(300);
  });

  it('on every history that was recorded', async () => {
    const { determinationsIn } = await import('./determinations.ts');
    const histories = recorded().map((history) => ({
      history,
      until: determinationsIn(history, pack, 'end').until,
    }));
    const { findings, wrong } = await compareAll(histories);
    expect(wrong.slice(0, 8)).toEqual([]);
    expect(findings).toBeGreaterThan(300);
  });
});
