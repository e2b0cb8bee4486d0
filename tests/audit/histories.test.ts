import { describe, expect, it } from 'vitest';
import type { History } from '../../src/history/index.ts';
import { recordedHistory, recordedNames } from '../histories/recorded.ts';
import { buildHistory } from '../labelled/build-history.ts';
import { labelledHistories } from '../labelled/labelled.ts';
import { compare, pack } from './compare.ts';
import { determinationsIn } from './determinations.ts';

/** Recorded histories of the plan: what scenarios and campaigns on portals with and without faults left behind. */
const recorded = (): History[] =>
  recordedNames()
    .map(recordedHistory)
    .filter(({ header }) => header.pack === pack.id);

type Ended = { readonly history: History; readonly until: number };

const endedAt = (history: History, until: number): History => ({
  ...history,
  until: new Date(until).toISOString(),
});

/**
 * Histories by their end. One in which nothing is open says the same at any later end, so all of those are judged
 * together at the last; what is open at its end is judged there.
 */
function byEndOf(histories: readonly Ended[]): ReadonlyMap<number, History[]> {
  const last = Math.max(...histories.map(({ until }) => until));
  const found = (history: History): string => determinationsIn(history, pack, 'end').found.join();
  const byEnd = new Map<number, History[]>();
  for (const { history, until } of histories) {
    const late = endedAt(history, last);
    const isOver = found(endedAt(history, until)) === found(late);
    const [end, own] = isOver ? [last, late] : [until, history];
    byEnd.set(end, [...(byEnd.get(end) ?? []), own]);
  }
  return byEnd;
}

async function compareAll(histories: readonly Ended[]): Promise<{ findings: number; wrong: string[] }> {
  const byEnd = byEndOf(histories);
  const wrong: string[] = [];
  let findings = 0;
  const most = Math.max(...[...byEnd.values()].map(({ length }) => length));
  for (const [until, own] of byEnd) {
    const result = await compare(own, until, { inEachWay: own.length === most });
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
    const histories = recorded().map((history) => ({
      history,
      until: determinationsIn(history, pack, 'end').until,
    }));
    const { findings, wrong } = await compareAll(histories);
    expect(wrong.slice(0, 8)).toEqual([]);
    expect(findings).toBeGreaterThan(300);
  });
});
