import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inProcessGround } from '../../src/cli/explore/portal.ts';
import { MUTANTS } from '../../src/mutants/index.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { RESTS } from '../../src/run/fuzz/cut.ts';
import {
  controlRun,
  cutScenario,
  type FuzzPart,
  fuzz,
  joined,
  readToken,
  scenarioAt,
  shrinkScenario,
  tokenOf,
  tryScenario,
  violatedIn,
  withFaults,
} from '../../src/run/fuzz/index.ts';
import { drawsFor } from '../../src/simulator/draws.ts';
import { Pen } from '../../src/simulator/random-scenarios/pen.ts';
import { OfficeDays } from '../../src/simulator/workload/office-days.ts';
import { size } from '../size.ts';

const play = async (more: {
  first?: number;
  every?: number;
  before: number;
  troubles?: boolean;
  concurrency?: number;
}): Promise<FuzzPart> => {
  const ground = await inProcessGround(null);
  return fuzz({
    seed: 'tests',
    first: more.first ?? 0,
    every: more.every ?? 1,
    before: more.before,
    concurrency: more.concurrency ?? 1,
    ground: (origin) => (more.troubles ? { ...ground, adapter: withFaults(ground.adapter, origin) } : ground),
    stopped: () => false,
  });
};

describe('a random scenario', () => {
  it('is the same each time it is drawn', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(100_000), (seed, index) => {
        expect(scenarioAt({ seed, index })).toEqual(scenarioAt({ seed, index }));
      }),
      { numRuns: 60 },
    );
  });

  it('tells its steps in order of time, between its start and its end', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (index) => {
        const { start, steps, until } = scenarioAt({ seed: 'order', index });
        const times = [start, ...steps.map(({ at }) => at), until].map((at) => Date.parse(at));
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  it('gives no number twice to what others send, in one thread or in two', () => {
    const office = new OfficeDays(packOf('allways-commercial'));
    const given = ['A', 'B'].flatMap((thread) => {
      const pen = new Pen(drawsFor('numbers', 'thread', 0), office, 0, thread);
      return Array.from({ length: 10_000 }, () => pen.number('EV'));
    });
    expect(new Set(given).size).toBe(given.length);
  });

  it('comes in every area, and is seldom drawn twice', () => {
    const scenarios = Array.from({ length: 600 }, (_, index) => scenarioAt({ seed: 'areas', index }));
    expect(new Set(scenarios.map(({ id }) => id)).size).toBeGreaterThanOrEqual(15);
    expect(new Set(scenarios.map(({ steps }) => JSON.stringify(steps))).size).toBeGreaterThan(590);
  });
});

describe('a replay token', () => {
  it('says what it was made from', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.nat(1_000_000),
        fc.uniqueArray(fc.nat(300)),
        fc.constantFrom(...RESTS),
        (seed, index, out, rest) => {
          const read = readToken(tokenOf({ seed, index }, { out: new Set(out), rest }));
          expect(read.origin).toEqual({ seed, index });
          expect([...read.cut.out].sort((a, b) => a - b)).toEqual([...out].sort((a, b) => a - b));
          expect(read.cut.rest).toBe(rest);
        },
      ),
    );
  });

  it('is refused where it is none, with one to compare', () => {
    expect(() => readToken('pp1.what')).toThrow('pp1.MQ.17');
  });
});

describe('a scenario that is cut down', () => {
  // Faults of different kinds: of time, of content, of a page, at the delegate.
  const mutants = [
    'member-not-told',
    'number-of-another-form',
    'status-in-own-words',
    'preservice-nonurgent-verbal-24h-of-decision-late',
    'response-without-birth-date',
  ];

  it.each(mutants)('of %s still shows the fault, and no step of it can be left out', async (id) => {
    const breaks = MUTANTS.find((mutant) => mutant.id === id)?.breaks ?? 'um.authid.unique';
    const ground = await inProcessGround(id);
    const fails = async (scenario: ReturnType<typeof scenarioAt>): Promise<boolean> =>
      violatedIn(await tryScenario(scenario, ground)).includes(breaks);
    let index = 0;
    while (!(await fails(scenarioAt({ seed: 'shrink', index })))) index += 1;
    const shrunk = await shrinkScenario(scenarioAt({ seed: 'shrink', index }), fails);
    expect(await fails(shrunk.scenario)).toBe(true);
    expect(shrunk.steps).toBeLessThanOrEqual(8);
    const again = readToken(tokenOf({ seed: 'shrink', index }, shrunk.cut));
    expect(cutScenario(scenarioAt(again.origin), again.cut)).toEqual(shrunk.scenario);
    for (const place of shrunk.scenario.steps.keys()) {
      const steps = shrunk.scenario.steps.filter((_, own) => own !== place);
      expect(await fails({ ...shrunk.scenario, steps }), `step ${place + 1}`).toBe(false);
    }
  });

  it('stays whole where it does not fail again', async () => {
    const scenario = scenarioAt({ seed: 'shrink', index: 1 });
    expect((await shrinkScenario(scenario, async () => false)).scenario).toEqual(scenario);
  });
});

describe('a campaign', () => {
  it('finds nothing on the reference implementation', async () => {
    const part = await play({ before: size(120, 400) });
    expect(part.failures).toEqual([]);
    expect(part.broken).toEqual([]);
    expect(part.onOthers).toBeGreaterThan(size(6, 20));
  });

  it('finds nothing where answers are lost, repeated or late on the way', async () => {
    const part = await play({ before: size(80, 250), troubles: true });
    expect(part.failures).toEqual([]);
    expect(part.broken).toEqual([]);
  });

  it('finds a portal that forgets keys, where answers are lost on the way', async () => {
    const ground = await inProcessGround('double-click-makes-two');
    const shared = { seed: 'forgets', first: 0, every: 1, before: 150, concurrency: 1, stopped: () => false };
    const part = await fuzz({
      ...shared,
      ground: (origin) => ({ ...ground, adapter: withFaults(ground.adapter, origin) }),
    });
    const quiet = await fuzz({ ...shared, ground: () => ground });
    expect(part.failures.length).toBeGreaterThan(quiet.failures.length);
  });

  it('is the same in parts, side by side, or in one piece', async () => {
    const [whole, even, odd, beside] = [
      await play({ before: 60 }),
      await play({ before: 60, every: 2 }),
      await play({ before: 60, first: 1, every: 2 }),
      await play({ before: 60, concurrency: 4 }),
    ];
    const sorted = (part: FuzzPart): string =>
      JSON.stringify(joined([part]), (_, value) =>
        value !== null && typeof value === 'object' && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
          : value,
      );
    expect(sorted(joined([even, odd]))).toBe(sorted(joined([whole])));
    expect(sorted(joined([beside]))).toBe(sorted(joined([whole])));
  });

  it('asks more than once where the connection is disturbed', async () => {
    const ground = await inProcessGround(null);
    let asked = 0;
    const counted = {
      ...ground.adapter,
      perform: (...args: Parameters<typeof ground.adapter.perform>) => {
        asked += 1;
        return ground.adapter.perform(...args);
      },
    };
    let calls = 0;
    for (let index = 0; index < 60; index += 1) {
      const { history } = await tryScenario(scenarioAt({ seed: 'tests', index }), {
        ...ground,
        adapter: withFaults(counted, { seed: 'tests', index }),
      });
      calls +=
        history?.records.filter((record) => record.kind === 'asked' && record.op !== 'inject').length ?? 0;
    }
    expect(asked).toBeGreaterThan(calls + 10);
  });
});

describe('the control run', () => {
  const breaks = 'decision.notice.both-recipients';

  it('is found out where it is faulty', async () => {
    const [sound, faulty] = [await inProcessGround(null), await inProcessGround('member-not-told')];
    const control = await controlRun({ seed: '1', sound, faulty, breaks, most: 3_000, stopped: () => false });
    expect(control.caught).toBe(true);
    expect(control.false).toEqual([]);
  });

  it('is not found out where nothing is wrong with it', async () => {
    const sound = await inProcessGround(null);
    const control = await controlRun({
      seed: '1',
      sound,
      faulty: sound,
      breaks,
      most: 60,
      stopped: () => false,
    });
    expect(control.caught).toBe(false);
  });
});
