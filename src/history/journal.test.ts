import { describe, expect, it } from 'vitest';
import { standardWorld } from '../simulator/index.ts';
import { canonical, chainHash, digestOf } from './chain.ts';
import { Journal, toLines } from './journal.ts';

const START = '2026-02-03T13:00:00.000Z';
const world = standardWorld('journal', 'allways-commercial', 'America/New_York');
const header = {
  scenario: 'a/b',
  pack: 'allways-commercial',
  seed: '1',
  adapter: 'test',
  implementation: 'none',
  capabilities: [],
  start: START,
  world,
};
const entry = { kind: 'clock', at: START } as const;

describe('a journal', () => {
  it('numbers records from 1 and chains each to the one before, the first to the header', () => {
    const journal = new Journal({ header });
    journal.add(entry);
    journal.add({ ...entry, at: '2026-02-03T14:00:00.000Z' });
    const { header: head, records } = journal.history(START, true);
    const first = chainHash(chainHash('', head), { seq: 1, ...entry });
    expect(records.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(records.map(({ hash }) => hash)).toEqual([
      first,
      chainHash(first, { seq: 2, ...entry, at: '2026-02-03T14:00:00.000Z' }),
    ]);
  });

  it('tells the digest of its world', () => {
    const { header: head } = new Journal({ header }).history(START, true);
    expect(head).toMatchObject({ kind: 'header', formatVersion: 1, worldDigest: digestOf(canonical(world)) });
  });

  it('chains journals of one world by what their headers say beside it', () => {
    const hashOf = (seed: string): string | undefined => {
      const journal = new Journal({ header: { ...header, seed } });
      journal.add(entry);
      return journal.history(START, true).records[0]?.hash;
    };
    expect(hashOf('1')).toBe(hashOf('1'));
    expect(hashOf('1')).not.toBe(hashOf('2'));
  });

  it('writes the wall instant where it has a clock, outside the chain', () => {
    const [told, untold] = [new Journal({ header, wall: () => 'noon' }), new Journal({ header })];
    told.add(entry);
    untold.add(entry);
    const [one, other] = [told, untold].map((journal) => journal.history(START, true).records[0]);
    expect(one).toEqual({ ...other, wall: 'noon' });
    expect(other).not.toHaveProperty('wall');
  });

  it('hands out what it has so far, which later records do not change', () => {
    const journal = new Journal({ header });
    const before = journal.history(START, false);
    journal.add(entry);
    expect([before.records.length, before.complete, before.until]).toEqual([0, false, START]);
  });
});

describe('toLines', () => {
  it('ends a complete history with a footer that counts its records and repeats the last hash', () => {
    const journal = new Journal({ header });
    journal.add(entry);
    const history = journal.history('2026-02-04T00:00:00.000Z', true);
    const lines = toLines(history).map((line) => JSON.parse(line));
    expect(lines.map(({ kind }) => kind)).toEqual(['header', 'clock', 'footer']);
    expect(lines[2]).toEqual({
      kind: 'footer',
      until: '2026-02-04T00:00:00.000Z',
      records: 1,
      hash: history.records[0]?.hash,
    });
  });

  it('repeats the hash of the header where there are no records', () => {
    const history = new Journal({ header }).history(START, true);
    expect(JSON.parse(toLines(history)[1] ?? '').hash).toBe(chainHash('', history.header));
  });

  it('writes no footer for a history that was cut short', () => {
    expect(toLines(new Journal({ header }).history(START, false))).toHaveLength(1);
  });
});
