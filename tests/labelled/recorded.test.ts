import { describe, expect, it } from 'vitest';
import { type Finding, judge } from '../../src/oracles/index.ts';
import { findingWords } from '../../src/report/index.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { recordedHistory, recordedNames } from '../histories/recorded.ts';

const files = recordedNames();

/** The words of every finding so far, by rule and by what they tell. */
const words = { met: new Map<string, Set<string>>(), violated: new Map<string, Set<string>>() };

function keep({ rule, verdict, ...found }: Finding, zone: string): void {
  if (verdict !== 'met' && verdict !== 'violated') return;
  const own = words[verdict].get(rule) ?? new Set();
  words[verdict].set(rule, own.add(findingWords(found, zone)));
}

const violatedIn = (name: string): string[] => {
  const history = recordedHistory(name);
  const pack = packOf(history.header.pack);
  const found = judge(history, pack, { explain: false });
  for (const one of found) keep(one, pack.zone);
  return [
    ...new Set(
      found.filter(({ verdict, on }) => verdict === 'violated' && on === 'portal').map(({ rule }) => rule),
    ),
  ];
};

/** Histories that were recorded once and are kept: a change of the oracles or of the format must still read them. */
describe('recorded histories', () => {
  it.each(files.filter((name) => name.startsWith('bad--')))('%s breaks the rule in its name', (name) => {
    const rule = name.slice('bad--'.length);
    expect(violatedIn(name)).toContain(rule);
  });

  it.each(files.filter((name) => name.startsWith('good--')))('%s breaks nothing', (name) => {
    expect(violatedIn(name)).toEqual([]);
  });

  it('tell a violation of no rule in the words of its being kept', () => {
    const alike = [...words.violated].filter(([rule, said]) =>
      [...said].some((one) => words.met.get(rule)?.has(one)),
    );
    expect(words.violated.size).toBeGreaterThan(500);
    expect(alike.map(([rule]) => rule)).toEqual([]);
  });
});
