import { describe, expect, it } from 'vitest';
import { inProcess } from '../../tests/play-scenario.ts';
import type { Adapter } from '../adapters/index.ts';
import { loadScenarios } from '../cli/shared/load-scenarios.ts';
import { scenarioFolder } from '../cli/shared/ports.ts';
import { type History, toLines } from '../history/index.ts';
import { packOf } from '../rulebook/index.ts';
import { play } from './index.ts';

/** By name: a sample by place would be another one with each scenario that is added. */
const SAMPLE = [
  'delegation/decided-elsewhere',
  'maintenance/urgent-in-maintenance',
  'out-of-network/pcp-has-left',
  'reconsideration/medicare-by-the-desk',
  'reviews/criteria-and-messages',
  'time-frames/desk-row1-information-never-comes',
  'time-frames/desk-row4-denied',
];
const scenarios = loadScenarios(scenarioFolder()).filter(({ id }) => SAMPLE.includes(id));

type Reads = { count: number };

/** The reference implementation with some functions replaced, and its reads of feed and outbox counted. */
function counted(replaced: Partial<Adapter>, reads: Reads): Adapter {
  const adapter = { ...inProcess(), ...replaced };
  return {
    ...adapter,
    events: (world, after) => {
      reads.count += 1;
      return adapter.events(world, after);
    },
    outbox: (world, after) => {
      reads.count += 1;
      return adapter.outbox(world, after);
    },
  };
}

async function playAll(replaced: Partial<Adapter>): Promise<{ histories: History[]; reads: number }> {
  const reads = { count: 0 };
  const adapter = counted(replaced, reads);
  const { capabilities } = await adapter.describe();
  const histories: History[] = [];
  for (const scenario of scenarios) {
    const { zone } = packOf(scenario.pack);
    const { history } = await play(scenario, { adapter, implementation: 'x', capabilities, seed: '1', zone });
    histories.push(history);
  }
  return { histories, reads: reads.count };
}

const lines = (histories: readonly History[]): string[] => histories.flatMap(toLines);

describe('an implementation that says how far its feed and outbox have come', () => {
  it('is read less than half as often, and gives the same histories byte for byte', async () => {
    const silent = await playAll({ lasts: () => null });
    const telling = await playAll({});
    expect(lines(telling.histories)).toEqual(lines(silent.histories));
    expect(telling.reads).toBeLessThan(silent.reads / 2);
  });

  it('hides nothing by saying that there is nothing', async () => {
    const honest = await playAll({});
    const hiding = await playAll({ lasts: () => ({ events: 0, outbox: 0 }) });
    const told = (histories: readonly History[]): string[][] =>
      histories.map(({ records }) =>
        records
          .filter(({ kind }) => kind === 'portal' || kind === 'sent')
          .map((record) => JSON.stringify('event' in record ? record.event : 'item' in record && record.item))
          .sort(),
      );
    expect(told(hiding.histories)).toEqual(told(honest.histories));
  });
});
