import { describe, expect, it } from 'vitest';
import { POSTGRES } from '../sql/dialect.ts';
import { rawText } from './columns.ts';
import { toJavaScript } from './javascript.ts';
import { sqlOf } from './sql.ts';
import {
  ALWAYS,
  all,
  among,
  any,
  balanced,
  choose,
  column,
  columnsIn,
  compare,
  holds,
  least,
  minus,
  not,
  over,
  plus,
  word,
} from './tree.ts';

const [a, b] = [column('a'), column('b')];
const javascript = (...[expression]: Parameters<typeof sqlOf>): string =>
  toJavaScript(expression, (name) => name);

describe('an expression as SQL', () => {
  it('divides whole numbers as each database does', () => {
    expect(sqlOf(over(a, 7))).toBe('(a // 7)');
    expect(sqlOf(over(a, 7), { dialect: POSTGRES })).toBe('(a / 7)');
  });

  it('keeps what is taken away together', () => {
    expect(sqlOf(minus(a, minus(b, -1)))).toBe('(a - (b - -1))');
  });

  it('keeps alternatives together within what has to hold as well', () => {
    const either = any(compare(a, '<', 1), compare(b, '<', 2));
    expect(sqlOf(all(either, compare(a, '>', b)))).toBe('((a < 1 OR b < 2) AND a > b)');
  });

  it('says of a text that it is none of some words, which may hold quotes', () => {
    expect(sqlOf(not(word('basis', ["it's", ''])))).toBe("s_basis NOT IN ('it''s', '')");
  });

  it('asks for one word or number without a list', () => {
    expect(sqlOf(all(word('basis', ['x']), among(a, [3])))).toBe("(s_basis = 'x' AND a = 3)");
  });

  it('reads texts where it is told to', () => {
    expect(sqlOf(word('basis', ['x']), { textOf: rawText })).toBe("r_basis = 'x'");
  });

  it('chooses the first that holds', () => {
    expect(sqlOf(choose([[holds('late'), a]], 0))).toBe('CASE WHEN late THEN a ELSE 0 END');
  });
});

describe('an expression as JavaScript', () => {
  it('cuts a quotient', () => {
    expect(javascript(over(plus(a, b), 7))).toBe('Math.floor((a + b) / 7)');
  });

  it('chooses the first that holds', () => {
    expect(javascript(choose([[all(holds('late'), among(a, [1, 2])), least(a, b)]], 0))).toBe(
      '((late && (a === 1 || a === 2)) ? (a < b ? a : b) : 0)',
    );
  });

  it('holds no text', () => {
    expect(() => javascript(choose([[word('basis', ['x']), 1]], 0))).toThrow(RangeError);
  });
});

describe('a tree', () => {
  it('holds everywhere where one of the alternatives does', () => {
    expect(any(compare(a, '<', 1), all())).toBe(ALWAYS);
  });

  it('turns a comparison round where it must not hold', () => {
    expect(not(compare(a, '<=', b))).toEqual(compare(a, '>', b));
  });

  it('counts a column once for every number that it is held against', () => {
    expect(columnsIn(choose([[among(a, [1, 2, 3]), b]], a))).toEqual(['a', 'a', 'a', 'b', 'a']);
  });

  it('parts what changes at thresholds in the middle', () => {
    const parts = ['w', 'x', 'y', 'z'].map((value, until) => ({ value, until }));
    expect(balanced(parts, (at, below, above) => `(${below} ${at} ${above})`)).toBe('((w 0 x) 1 (y 2 z))');
  });

  it('has no least of nothing', () => {
    expect(() => least()).toThrow(RangeError);
  });
});
