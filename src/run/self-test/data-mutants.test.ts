import { describe, expect, it } from 'vitest';
import { type Figure, PACKS, packOf } from '../../rulebook/index.ts';
import type { Scenario } from '../scenario.ts';
import { dataMutants, withoutTrial } from './data-mutants.ts';
import { REASONS } from './without-trial.ts';

const pack = packOf('allways-commercial');
const mutants = dataMutants(pack, '2026');
const untried = withoutTrial(pack);
const idsOf = (beginning: string): string[] =>
  mutants.map(({ id }) => id).filter((id) => id.startsWith(beginning));

const scenario = (change: Partial<Scenario>): Scenario => ({
  id: 'accounts/one',
  title: '',
  why: '',
  desk: 'scripted',
  pack: pack.id,
  start: '',
  steps: [],
  until: '',
  expect: [{ rule: 'portal.account.renewal-180-days', verdict: 'met' }],
  ...change,
});

describe('the data mutants', () => {
  it('are at least 220', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(220);
  });

  it('have an id each', () => {
    expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
  });

  it('try every figure of the plan and of each delegate, unless a reason is given', () => {
    const figures = [
      ...Object.keys(pack.figures).map((name) => `figure/${name}/`),
      ...PACKS.flatMap(({ id, delegate }) =>
        Object.keys(delegate ?? {}).map((name) => `delegate/${id}/${name}/`),
      ),
    ];
    const all = [...mutants, ...untried].map(({ id }) => id);
    expect(figures.filter((name) => !all.some((id) => id.startsWith(name)))).toEqual([]);
  });

  it('change one figure of their pack, and nothing else', () => {
    const mutant = mutants.find(({ id }) => id === 'figure/accountRenewal/one-more');
    const figure: Figure<number> = { ...pack.figures.accountRenewal, value: 181 };
    expect(mutant?.pack).toEqual({ ...pack, figures: { ...pack.figures, accountRenewal: figure } });
  });

  it('take away what another delegate lacks, and give what another has', () => {
    expect(idsOf('delegate/evicore-medicaid/reconsideration/')).toContain(
      'delegate/evicore-medicaid/reconsideration/dropped',
    );
    expect(idsOf('delegate/evicore-medicare/reconsideration/')).toEqual([
      'delegate/evicore-medicare/reconsideration/given',
    ]);
  });

  it('of a figure bear on the scenarios of its pack that expect something of its rules, and on no others', () => {
    const bearsOn = mutants.find(({ id }) => id === 'figure/accountRenewal/one-more')?.bearsOn;
    expect(bearsOn?.(scenario({}))).toBe(true);
    expect(bearsOn?.(scenario({ pack: 'evicore-medicaid' }))).toBe(false);
    expect(bearsOn?.(scenario({ expect: [{ rule: 'portal.docs.max-5mb', verdict: 'met' }] }))).toBe(false);
  });

  it('of a clock bear on scenarios of the time table alone', () => {
    const mutant = mutants.find(({ id }) => id === 'setting/holidays=none') ?? mutants[0];
    expect(mutant?.bearsOn(scenario({}))).toBe(false);
  });

  it('of access have networks that may notice them', () => {
    const ratio = mutants.find(({ id }) => id === 'figure/pcpRatio/one-more');
    expect(ratio?.networks.map(({ id }) => id)).toContain('network/member-1001');
  });
});

describe('wrong data without a trial', () => {
  it('are few', () => {
    expect(untried.length).toBeLessThanOrEqual(15);
  });

  it('each stand under a reason, and no reason is left over', () => {
    const unused = Object.keys(REASONS).filter(
      (beginning) => !untried.some(({ id }) => id.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });
});
