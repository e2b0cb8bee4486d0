import { describe, expect, it } from 'vitest';
import { SmallHistory } from '../../tests/checks/small-history.ts';
import { expandHistory, isCompact, type SharedParts } from './compact.ts';
import { toLines } from './journal.ts';
import { HistoryError, readHistory } from './read.ts';

const history = new SmallHistory('2026-02-03T08:00:00-05:00')
  .at('2026-02-03T09:00:00-05:00')
  .call('pcp', 'show-session', { answer: { user: 'pcp', sites: ['site-pcp'] } })
  .until();
const text = `${toLines(history).join('\n')}\n`;
const { world, worldDigest } = history.header;

/** The same history by hand: no world, no seq, no hash, the last answer named by its digest. */
const compact = text
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const { world: _world, seq: _seq, hash, ...rest } = JSON.parse(line);
    if (rest.kind === 'footer') return { ...rest, hash };
    return rest.kind === 'answered' ? { ...rest, body: { $value: 'answer-1' } } : rest;
  })
  .map((line) => JSON.stringify(line))
  .join('\n');

const shared: SharedParts = {
  world: (digest) => (digest === worldDigest ? world : undefined),
  value: (digest) => (digest === 'answer-1' ? { user: 'pcp', sites: ['site-pcp'] } : undefined),
};

describe('a compact history', () => {
  it('is told from a whole one by its header', () => {
    expect([isCompact(compact), isCompact(text), isCompact('no history')]).toEqual([true, false, false]);
  });

  it('comes back as the journal wrote it, its chain whole', () => {
    expect(expandHistory(compact, shared)).toBe(text);
    expect(readHistory(expandHistory(compact, shared)).history).toEqual(history);
  });

  it('does not follow where a shared value was changed', () => {
    const changed = { ...shared, value: () => ({ user: 'pcp', sites: ['site-spec'] }) };
    expect(() => readHistory(expandHistory(compact, changed))).toThrow(HistoryError);
  });

  it('says which part is missing', () => {
    expect(() => expandHistory(compact, { ...shared, world: () => undefined })).toThrow(
      `worlds/${worldDigest}.json is not there`,
    );
    expect(() => expandHistory(compact, { ...shared, value: () => undefined })).toThrow('answer-1');
  });
});
