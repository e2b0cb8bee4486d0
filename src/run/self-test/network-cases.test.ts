import { describe, expect, it } from 'vitest';
import { packOf } from '../../rulebook/index.ts';
import { bearsOut, NETWORK_CASES } from './network-cases.ts';

const { figures } = packOf('allways-commercial');

describe('the networks on which figures of access are tried', () => {
  it.each(NETWORK_CASES.map((one) => [one.id, one] as const))('%s breaks what was worked out', (_id, one) => {
    expect(bearsOut(one, figures)).toBe(true);
  });

  it('have an id each', () => {
    expect(new Set(NETWORK_CASES.map(({ id }) => id)).size).toBe(NETWORK_CASES.length);
  });

  it('do not bear out a rule that is broken and was not expected to be', () => {
    const [enough] = NETWORK_CASES;
    if (!enough) throw new Error('there is no network');
    expect(bearsOut({ ...enough, members: 1001 }, figures)).toBe(false);
  });
});
