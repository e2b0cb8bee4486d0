import { describe, expect, it } from 'vitest';
import { judge } from '../../src/oracles/index.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { recordedHistory, recordedNames } from '../histories/recorded.ts';

const files = recordedNames();

const violatedIn = (name: string): string[] => {
  const history = recordedHistory(name);
  const found = judge(history, packOf(history.header.pack), { explain: false });
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
});
