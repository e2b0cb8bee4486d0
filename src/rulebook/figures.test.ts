import { describe, expect, it } from 'vitest';
import { type Figure, findRule, PACKS } from './index.ts';

const figures = PACKS.flatMap((pack) =>
  Object.entries({ ...pack.figures, ...pack.delegate }).flatMap(([name, figure]): [string, Figure][] =>
    figure === null ? [] : [[`${pack.id}: ${name}`, figure]],
  ),
);

describe('the figures of the packs', () => {
  it.each(figures)('%s names rules of the catalogue', (_name, { rules }) => {
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((rule) => findRule(rule) === undefined)).toEqual([]);
  });

  it.each(figures)('%s has a date, a unit, and a document with a heading', (_name, { from, unit, cite }) => {
    expect(from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(unit).not.toBe('');
    expect(cite).toMatch(/: /);
  });
});
