import { describe, expect, it } from 'vitest';
import { SmallHistory } from '../../tests/checks/small-history.ts';
import { chainHash } from './chain.ts';
import { toLines } from './journal.ts';
import { HistoryError, readHistory } from './read.ts';

const history = new SmallHistory('2026-02-03T08:00:00-05:00')
  .at('2026-02-03T09:00:00-05:00')
  .call('pcp', 'show-session', { answer: { user: 'pcp', sites: ['site-pcp'] } })
  .until();
const lines = toLines(history);
const [head = '', clock = '', asked = '', answered = ''] = lines;
const foot = lines.at(-1) ?? '';

const reading =
  (...given: readonly string[]): (() => unknown) =>
  () =>
    readHistory(given.join('\n'));
const changed = (line: string, more: object): string => JSON.stringify({ ...JSON.parse(line), ...more });

/** A record that follows rightly from a hash, with other fields. */
function following(previous: string, line: string, more: object): string {
  const record = { ...JSON.parse(line), ...more };
  return JSON.stringify({ ...record, hash: chainHash(previous, record) });
}

describe('readHistory', () => {
  it('reads what was written, without a warning', () => {
    expect(readHistory(`${lines.join('\n')}\n`)).toEqual({ history, warnings: [] });
  });

  it('passes over empty lines', () => {
    expect(readHistory(`\n${lines.join('\n  \n')}\n\n`).history).toEqual(history);
  });

  it('refuses a text without lines', () => {
    expect(reading('')).toThrow(HistoryError);
    expect(reading(' ', '')).toThrow('the first line must be a header');
  });

  it('says which field of the header is wrong', () => {
    expect(reading(changed(head, { seed: 7 }), ...lines.slice(1))).toThrow(/line 1 is not a header: seed: ./);
    expect(reading('{', ...lines.slice(1))).toThrow('line 1 is not JSON');
  });

  it('says which field of a record is wrong, by its line', () => {
    expect(reading(head, changed(clock, { at: 7 }), asked, answered, foot)).toThrow(
      /line 2 is not a record: at: ./,
    );
  });

  it('refuses a line in the middle that is not JSON', () => {
    expect(reading(head, '{"kind"', asked, answered, foot)).toThrow('line 2 is not JSON');
  });

  it('reads up to a last line that was not finished, and says so', () => {
    const read = readHistory([head, clock, asked.slice(0, 40)].join('\n'));
    expect(read.history).toMatchObject({ complete: false, until: JSON.parse(clock).at });
    expect(read.history.records).toHaveLength(1);
    expect(read.warnings).toEqual([
      'line 3 was cut off; judged up to the line before',
      'the history has no footer: it was cut short and is judged up to the cut',
    ]);
  });

  it('ends a history of a header alone at its start', () => {
    const read = readHistory(head);
    expect(read.history.until).toBe(history.header.start);
    expect(read.warnings).toHaveLength(1);
  });

  it('refuses a line after the footer, by its number', () => {
    expect(reading(...lines, asked)).toThrow(`line ${lines.length + 1} stands after the footer`);
  });

  it('refuses records out of their order', () => {
    expect(reading(head, asked, foot)).toThrow('line 2 has seq 2, expected 1');
  });

  it('refuses a record that was changed, and one whose header was', () => {
    const start = JSON.parse(head).start;
    expect(reading(head, clock, changed(asked, { actor: 'somebody' }), answered, foot)).toThrow(
      /line 3 does not follow from the line before: its hash is not [0-9a-f]{64}/,
    );
    expect(reading(changed(head, { seed: 'other', start }), ...lines.slice(1))).toThrow('line 2');
  });

  it('refuses a footer that counts other records, or repeats another hash', () => {
    expect(reading(head, clock, asked, answered, changed(foot, { records: 4 }))).toThrow(
      'the footer counts 4 records, 3 were read',
    );
    expect(reading(head, clock, asked, answered, changed(foot, { hash: 'x' }))).toThrow(HistoryError);
    expect(reading(head, clock, asked, foot)).toThrow('the footer counts 3 records, 2 were read');
  });

  it('refuses a record that was put in with a right hash, since the next does not follow', () => {
    const forged = following(JSON.parse(clock).hash, asked, { actor: 'somebody' });
    expect(reading(head, clock, forged, answered, foot)).toThrow('line 4 does not follow');
  });
});
