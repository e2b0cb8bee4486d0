import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, chainHash, digestOf } from './chain.ts';

describe('canonical', () => {
  it('writes fields in the order of their names, at every depth, and lists in their own', () => {
    expect(canonical({ b: [{ d: 1, c: null }, 2], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1},2]}');
  });

  it('leaves out fields that are not there, and writes null for a missing element and for nothing at all', () => {
    expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(canonical([undefined])).toBe('[null]');
    expect(canonical(undefined)).toBe('null');
    expect(canonical(null)).toBe('null');
  });

  it('says again of a world what it said of it before, and of a world that is no object what it is', () => {
    const world = { b: 2, a: 1 };
    const text = '{"world":{"a":1,"b":2}}';
    expect([canonical({ world }), canonical({ world })]).toEqual([text, text]);
    expect(canonical({ world: null })).toBe('{"world":null}');
    expect(canonical({ world: 'none' })).toBe('{"world":"none"}');
    expect(canonical({ world: undefined })).toBe('{}');
  });

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('chainHash', () => {
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

  it('is the digest of the hash before and the record, without its wall instant and its own hash', () => {
    const record = { seq: 1, at: 'now', wall: 'then', hash: 'mine' };
    expect(chainHash('before', record)).toBe(sha('before\n{"at":"now","seq":1}'));
  });

  it('differs where anything else differs', () => {
    expect(chainHash('before', { seq: 1 })).not.toBe(chainHash('before', { seq: 2 }));
    expect(chainHash('before', { seq: 1 })).not.toBe(chainHash('other', { seq: 1 }));
  });
});

describe('digestOf', () => {
  it('is SHA-256 in hexadecimal', () => {
    expect(digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
