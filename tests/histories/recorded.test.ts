import { describe, expect, it } from 'vitest';
import { canonical, digestOf } from '../../src/history/chain.ts';
import { readHistory } from '../../src/history/index.ts';
import { recordedNames, recordedText } from './recorded.ts';

describe('every recorded history', () => {
  it.each(recordedNames())(
    '%s comes back whole, its chain unbroken and its world that of its digest',
    (name) => {
      const { history, warnings } = readHistory(recordedText(name));
      expect(warnings).toEqual([]);
      expect(history.complete).toBe(true);
      expect(digestOf(canonical(history.header.world))).toBe(history.header.worldDigest);
    },
  );

  it('is refused when one character of it was changed', () => {
    const [name = ''] = recordedNames();
    const text = recordedText(name);
    expect(() => readHistory(text.replace('"actor":"', '"actor":"x'))).toThrow(/hash/);
  });
});
