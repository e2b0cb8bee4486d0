import { describe, expect, it } from 'vitest';
import type { FigureValue } from '../../rulebook/index.ts';
import { wrongValuesOf } from './wrong-values.ts';

const values = (value: FigureValue): unknown[] => wrongValuesOf(value).map((wrong) => wrong.value);

describe('the wrong values of a figure', () => {
  it.each<[string, FigureValue, unknown[]]>([
    ['a number are one more and one less', 30, [31, 29]],
    ['none are only one more', 0, [1]],
    ['a yes are no', true, [false]],
    ['a local time are a minute later and a minute earlier', '17:00', ['17:01', '16:59']],
    ['midnight are the first minute and the last', '00:00', ['00:01', '23:59']],
    ['a date are the day after and the day before', '2021-03-01', ['2021-03-02', '2021-02-28']],
    ['a code keep its width', '00999', ['01000', '00998']],
    ['a telephone number differ in the last digit', '617-586-1709', ['617-586-1700']],
    ['an address without digits differ in the first letter', 'desk@plan.example', ['xesk@plan.example']],
  ])('of %s', (_title, value, wrong) => {
    expect(values(value)).toEqual(wrong);
  });

  it('of a list of words each lack one of them', () => {
    expect(values(['doc', 'pdf'])).toEqual([['pdf'], ['doc']]);
  });

  it('of a list of numbers lack one of them, or have one that is a step off', () => {
    expect(values([20, 10])).toEqual([[10], [20], [21, 10], [19, 10], [20, 11], [20, 9]]);
  });

  it('of a list of one word are none, for it would be empty', () => {
    expect(values(['pdf'])).toEqual([]);
  });

  it('of a record have one part that is a step off', () => {
    expect(values({ miles: 15, needed: 2 })).toEqual([
      { miles: 16, needed: 2 },
      { miles: 14, needed: 2 },
      { miles: 15, needed: 3 },
      { miles: 15, needed: 1 },
    ]);
  });

  it('have a name each, and none is the right one', () => {
    const right = { hours: 4, morning: '08:00' };
    const wrong = wrongValuesOf(right);
    expect(new Set(wrong.map(({ name }) => name)).size).toBe(4);
    expect(wrong.map(({ value }) => value)).not.toContainEqual(right);
  });
});
