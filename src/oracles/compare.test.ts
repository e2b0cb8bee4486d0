import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches } from './compare.ts';
import {
  ABSENT,
  ACCEPTED,
  atLeast,
  atMost,
  between,
  contains,
  type Demand,
  doesNotContain,
  excludes,
  includes,
  instant,
  not,
  oneOf,
  PRESENT,
  REFUSED,
  span,
  type Value,
} from './value.ts';

/** Each demand with values on both sides of its edge, by hand. */
const EDGES: readonly (readonly [demand: Demand, meets: readonly Value[], misses: readonly Value[]])[] = [
  [REFUSED, [400, 404, 499], [399, 500, 201, null, '404']],
  [ACCEPTED, [200, 201, 299], [300, 404, null, '200']],
  [PRESENT, ['x', 0, false, ['a'], {}], [null, '', []]],
  [ABSENT, [null, '', []], ['x', 0, false, ['a']]],
  [oneOf('approved', 'partial'), ['approved', 'partial'], ['denied', null, ['approved']]],
  [not(201), [200, 403, null], [201]],
  [atLeast(3), [3, 4], [2, null, '3']],
  [atMost(255), [255, 0], [256, null]],
  [atMost(instant(1000)), [instant(1000), instant(999)], [instant(1001), null]],
  [atLeast(span(1000)), [span(1000)], [span(999), null]],
  [between(1, 3), [1, 2, 3], [0, 4, null]],
  [
    includes('a', 'b'),
    [
      ['b', 'a'],
      ['a', 'b', 'c'],
    ],
    [['a'], 'ab', null],
  ],
  [excludes('a'), [['b'], []], [['a'], ['b', 'a'], null, 'b']],
  [contains('brace'), ['a knee brace', ['a', 'brace']], ['', 'knee', null, []]],
  [doesNotContain('M1'), ['fax cover'], ['for M1', '', null]],
];

describe('an observed value', () => {
  it.each(EDGES)('meets the demand %j at its edge', (demand, meets) => {
    for (const value of meets) expect([value, matches({ it: demand }, { it: value })]).toEqual([value, true]);
  });

  it.each(EDGES)('misses the demand %j beyond its edge', (demand, _meets, misses) => {
    for (const value of misses)
      expect([value, matches({ it: demand }, { it: value })]).toEqual([value, false]);
  });
});

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('one', 'two'), tie('value')),
  ),
})).value;

describe('a comparison', () => {
  it('holds where every expected value was observed as it is', () => {
    fc.assert(fc.property(value, (one) => matches({ it: one }, { it: one, more: 1 })));
  });

  it('fails where one of several values differs', () => {
    expect(matches({ answer: 201, status: 'PEND' }, { answer: 201, status: 'APPROVED' })).toBe(false);
  });

  it('takes a value that was not observed for none', () => {
    expect(matches({ status: 'PEND' }, {})).toBe(false);
    expect(matches({ status: null }, {})).toBe(true);
  });

  it('does not mistake a list for a record of the same entries, or two lists in another order', () => {
    expect(matches({ it: ['a'] }, { it: { 0: 'a' } })).toBe(false);
    expect(matches({ it: ['a', 'b'] }, { it: ['b', 'a'] })).toBe(false);
  });
});
