import { describe, expect, it } from 'vitest';
import { MUTANTS } from '../../src/mutants/index.ts';
import { stateOf } from '../../src/reference-impl/delegate/state.ts';
import { WINDOWS } from '../../src/reference-impl/delegate/windows.ts';
import { PARTS, type Parts } from '../../src/reference-impl/index.ts';
import { delegatePackOf, packOf } from '../../src/rulebook/index.ts';
import { ACTIONS, type Action, FIRST, type Model, step } from './case-model.ts';
import { explore, type Machine } from './explore.ts';
import { APPROVAL, DENIAL, Delegate, INTAKE, NURSE, PARTIAL, PHYSICIAN, PRACTICE } from './host.ts';

const upload = { name: 'a.pdf', bytes: 900, kind: 'pdf', sha256: 'none' };
const MINUTE = 60_000;

/** Drives a real case along a path of actions, a minute apart. */
function drive(line: 'medicaid' | 'medicare', parts?: Parts): Machine<Model, Action>['drive'] {
  const pack = packOf(`evicore-${line}`);
  return (path) => {
    const delegate = new Delegate('2026-02-02T09:00:00-05:00', pack, parts);
    const member = line === 'medicaid' ? 'M8000001' : 'M9000001';
    const id = delegate.start(member) ?? '';
    const on = { case: id };
    let taken = true;
    const act = (action: Action): boolean => {
      const ask = (phone: 'reached' | null, written: boolean, due: boolean): boolean =>
        delegate.give(PHYSICIAN, {
          act: 'ask',
          ...on,
          items: ['notes'],
          phone,
          written,
          dueAt: due ? delegate.now + 3 * 86_400_000 : null,
          instructions: 'Answer in time.',
        });
      switch (action) {
        case 'change-site':
          return delegate.give(PRACTICE, { act: 'change', ...on, change: { site: 'rt-salem' } });
        case 'gate':
          return delegate.give(PRACTICE, { act: 'gate', ...on });
        case 'routine':
          return delegate.give(PRACTICE, { act: 'prioritize', ...on, routine: true });
        case 'upload':
          return delegate.give(PRACTICE, { act: 'attach', ...on, upload });
        case 'save':
        case 'resume':
        case 'cancel':
        case 'submit':
          return delegate.give(PRACTICE, { act: action, ...on });
        case 'wait-a-week':
          delegate.advance(delegate.now + 8 * 86_400_000);
          return true;
        case 'ask-by-fax':
          return ask(null, true, false);
        case 'announce-by-phone':
          return ask('reached', false, true);
        case 'announce':
          return ask('reached', true, true);
        case 'nurse-approves':
          return delegate.give(NURSE, { act: 'decide', ...on, decision: APPROVAL });
        case 'physician-approves':
          return delegate.give(PHYSICIAN, { act: 'decide', ...on, decision: APPROVAL });
        case 'nurse-denies':
          return delegate.give(NURSE, { act: 'decide', ...on, decision: DENIAL });
        case 'physician-denies':
          return delegate.give(PHYSICIAN, { act: 'decide', ...on, decision: DENIAL });
        case 'physician-grants-part':
          return delegate.give(PHYSICIAN, { act: 'decide', ...on, decision: PARTIAL });
        case 'say-yes':
          return delegate.give(PRACTICE, { act: 'reconsider', ...on, proceed: true });
        case 'say-no':
          return delegate.give(PRACTICE, { act: 'reconsider', ...on, proceed: false });
        case 'confirm-new':
          return delegate.give(PRACTICE, { act: 'confirm', ...on, newInformation: true });
        case 'confirm-old':
          return delegate.give(PRACTICE, { act: 'confirm', ...on, newInformation: false });
        case 'send-reconsideration':
          return delegate.give(PRACTICE, { act: 'submit-reconsideration', ...on });
        case 'appeal':
          return delegate.give(PRACTICE, { act: 'appeal', ...on });
        case 'update-site':
          return delegate.give(INTAKE, { act: 'update', ...on, change: { site: 'rt-salem' } });
        case 'update-technique':
          return delegate.give(INTAKE, { act: 'update', ...on, change: { technique: 'proton' } });
        case 'replacement-approved': {
          const other = delegate.start(member, { replaces: id });
          if (!other) return false;
          delegate.give(PRACTICE, { act: 'gate', case: other });
          delegate.give(PRACTICE, { act: 'prioritize', case: other, routine: true });
          delegate.give(PRACTICE, { act: 'submit', case: other });
          return delegate.give(NURSE, { act: 'decide', case: other, decision: APPROVAL });
        }
      }
    };
    for (const action of path) {
      delegate.advance(delegate.now + MINUTE);
      taken = act(action);
    }
    const file = delegate.host.state.delegate.cases.get(id);
    const own = delegatePackOf(pack, line);
    const state = file && own ? stateOf(file, delegate.now > WINDOWS.finish(file, own)) : 'nothing';
    return { taken, state };
  };
}

const machine = (line: 'medicaid' | 'medicare', parts?: Parts): Machine<Model, Action> => ({
  first: FIRST,
  actions: ACTIONS,
  step: step(line),
  drive: drive(line, parts),
  stateOf: ({ state }) => state,
});

const COMMON = [
  'in-progress',
  'saved',
  'expired',
  'cancelled',
  'clinical-review',
  'information-requested',
  'approved',
  'partially-approved',
  'denied',
  'withdrawn',
];

describe('the states of a case, every one with every act', () => {
  it('of Medicaid go as the training tells', () => {
    const { states, faults, illegal, depth } = explore(machine('medicaid'));
    expect(faults).toEqual([]);
    expect([...states].sort()).toEqual([...COMMON, 'reconsideration-pending'].sort());
    expect(illegal).toBeGreaterThan(500);
    expect(depth).toBeGreaterThanOrEqual(8);
  });

  it('of Medicare go as the training tells, without any reconsideration', () => {
    const { states, faults, illegal } = explore(machine('medicare'));
    expect(faults).toEqual([]);
    expect([...states].sort()).toEqual([...COMMON].sort());
    expect(illegal).toBeGreaterThan(500);
  });

  it.each([
    'nurse-reconsiders',
    'denied-without-warning',
    'again-and-again',
    'appeals-taken',
    'site-may-still-change',
  ])(
    'are not those of a portal with a fault: %s',
    (id) => {
      const parts = MUTANTS.find((mutant) => mutant.id === id)?.make(PARTS);
      const line = id === 'denied-without-warning' ? 'medicare' : 'medicaid';
      expect(explore(machine(line, parts), 'stop').faults.length).toBeGreaterThan(0);
    },
    120_000,
  );
});
