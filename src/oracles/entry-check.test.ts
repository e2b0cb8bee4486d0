import { describe, expect, it } from 'vitest';
import type { Exchange } from '../facts/case-file.ts';
import { verdictOf } from './check.ts';
import { assess, type EntryRule, goesBy, onFault, onSound } from './entry-check.ts';

type Draft = { readonly units: number; readonly phone: string };

const UNITS: EntryRule<Draft> = {
  rule: 'portal.referral.units-positive-integer',
  paths: ['units'],
  applies: () => true,
  wrong: ({ units }) => units < 1,
  edge: ({ units }) => units === 1,
};
const PHONE: EntryRule<Draft> = {
  rule: 'portal.referral.phone-area-code',
  paths: ['contact.name', 'contact.phone'],
  codes: ['too-short'],
  applies: ({ phone }) => phone !== '',
  wrong: ({ phone }) => (phone.length < 10 ? ['contact.phone'] : []),
  open: ({ phone }) => phone.length === 9,
};

const call = (draft: Draft, status: number, answer: Exchange['answer'] = {}): Exchange => ({
  seq: 2,
  at: 0,
  actor: 'office',
  op: 'submit-request',
  case: 'A',
  path: {},
  query: {},
  key: null,
  body: { units: draft.units, contact: { name: 'Front Desk', phone: draft.phone } },
  status,
  answer,
  moot: false,
});

const GOOD = { units: 1, phone: '6175550100' };
const NO_UNITS = { units: 0, phone: '6175550100' };
const BOTH = { units: 0, phone: '617' };

const faultOf = (rule: EntryRule<Draft>, draft: Draft, status: number) =>
  onFault(rule, assess([UNITS, PHONE], draft), call(draft, status));

describe('a draft that breaks one entry rule', () => {
  it('violates it where it is taken, and tells the entry that is wrong', () => {
    const found = faultOf(UNITS, NO_UNITS, 201);
    expect(found && verdictOf(found)).toBe('violated');
    expect(found).toMatchObject({ observed: { answer: 201 }, given: { units: 0 }, edge: 'near' });
  });
  it('meets it where it is refused', () => {
    const found = faultOf(UNITS, NO_UNITS, 422);
    expect(found && verdictOf(found)).toBe('met');
  });
  it('leaves it open where the documents do', () => {
    const found = faultOf(PHONE, { units: 1, phone: '617555010' }, 201);
    expect(found && verdictOf(found)).toBe('depends');
  });
  it('shows nothing of a rule that it keeps', () => {
    expect(faultOf(PHONE, NO_UNITS, 201)).toBeNull();
  });
});

describe('a draft that breaks two entry rules', () => {
  it('shows nothing of either where it is taken', () => {
    expect(faultOf(UNITS, BOTH, 201)).toBeNull();
    expect(faultOf(PHONE, BOTH, 201)).toBeNull();
  });
  it('meets both where it is refused', () => {
    const found = [faultOf(UNITS, BOTH, 422), faultOf(PHONE, BOTH, 422)];
    expect(found.map((one) => one && verdictOf(one))).toEqual(['met', 'met']);
  });
});

describe('a draft that breaks no entry rule', () => {
  it('meets each where it is taken, at the edge where it stands there', () => {
    const found = onSound(UNITS, GOOD, call(GOOD, 201));
    expect(found && verdictOf(found)).toBe('met');
    expect(found?.edge).toBe('at');
  });
  it('violates the rule by which it is refused, and no other', () => {
    const refused = call(GOOD, 422, { errors: [{ path: 'units', code: 'out-of-range' }] });
    const found = onSound(UNITS, GOOD, refused);
    expect(found && verdictOf(found)).toBe('violated');
    expect(found?.observed).toEqual({ answer: 422, refusedFor: ['units'] });
    expect(onSound(PHONE, GOOD, refused)).toBeNull();
  });
});

describe('a refusal goes by a rule', () => {
  it('only with one of its codes, where it names codes', () => {
    expect(goesBy(PHONE, [{ path: 'contact.phone', code: 'too-short' }])).toBe(true);
    expect(goesBy(PHONE, [{ path: 'contact.phone', code: 'unknown' }])).toBe(false);
  });
  it('also where it names what holds the entry, and not where it names nothing', () => {
    expect(goesBy(PHONE, [{ path: 'contact', code: 'too-short' }])).toBe(true);
    expect(goesBy(UNITS, [{ path: '', code: 'out-of-range' }])).toBe(false);
    expect(goesBy(UNITS, [{ path: 'unit', code: 'out-of-range' }])).toBe(false);
  });
});
