import { describe, expect, it } from 'vitest';
import { LIARS } from '../../src/liars/index.ts';
import { stateOf } from '../../src/reference-impl/domain/delegate/state.ts';
import { WINDOWS } from '../../src/reference-impl/domain/delegate/windows.ts';
import { PARTS, type Parts } from '../../src/reference-impl/index.ts';
import { delegatePackOf, packOf } from '../../src/rulebook/index.ts';
import { explore, type Machine } from './explore.ts';
import { APPROVAL, DENIAL, Delegate, INTAKE, NURSE, PARTIAL, PHYSICIAN, PRACTICE } from './host.ts';

const ACTIONS = [
  'change-site',
  'gate',
  'routine',
  'upload',
  'save',
  'resume',
  'cancel',
  'submit',
  'wait-a-week',
  'ask-by-fax',
  'announce-by-phone',
  'announce',
  'nurse-approves',
  'physician-approves',
  'nurse-denies',
  'physician-denies',
  'physician-grants-part',
  'say-yes',
  'say-no',
  'confirm-new',
  'confirm-old',
  'send-reconsideration',
  'appeal',
  'update-site',
  'update-technique',
  'replacement-approved',
] as const;
type Action = (typeof ACTIONS)[number];

type Model = {
  readonly state: string;
  readonly gated: boolean;
  readonly routine: boolean;
  readonly documents: number;
  readonly told: 'nothing' | 'phone' | 'both';
  readonly due: 'none' | 'open' | 'past';
  readonly asked: boolean;
  readonly received: boolean;
  readonly window: boolean;
  readonly used: boolean;
  readonly review: 'none' | 'open' | 'with-document' | 'confirmed' | 'given-up';
};

const FIRST: Model = {
  state: 'in-progress',
  gated: false,
  routine: false,
  documents: 0,
  told: 'nothing',
  due: 'none',
  asked: false,
  received: false,
  window: false,
  used: false,
  review: 'none',
};

const ADVERSE = ['denied', 'partially-approved'];
const DRAFT = ['in-progress', 'saved'];
const REVIEW = ['clinical-review', 'information-requested'];

/** The transitions of a case as the training tells them, worked by hand: null is refused. */
function step(line: 'medicaid' | 'medicare') {
  return (model: Model, action: Action): Model | null => {
    const { state, gated } = model;
    const draft = DRAFT.includes(state);
    const review = REVIEW.includes(state);
    const adverse = ADVERSE.includes(state);
    const decide = (outcome: string, role: 'nurse' | 'physician'): Model | null => {
      const again = state === 'reconsideration-pending';
      if (!review && !again) return null;
      if (role === 'nurse' && (outcome !== 'approved' || again)) return null;
      if (line === 'medicare' && outcome !== 'approved') {
        if (model.told !== 'both') return null;
        if (model.due === 'open' && !model.received) return null;
      }
      return {
        ...model,
        state: outcome,
        window: outcome !== 'approved' && line === 'medicaid' && !again && !model.used,
        used: model.used || again,
        review: 'none',
        asked: false,
        received: false,
        due: 'none',
        documents: 0,
        told: 'nothing',
      };
    };
    switch (action) {
      case 'change-site':
        return draft && !gated ? model : null;
      case 'gate':
        return draft && !gated ? { ...model, gated: true } : null;
      case 'routine':
        return draft && gated ? { ...model, routine: true } : null;
      case 'upload':
        if (draft) return { ...model, documents: 1 };
        if (review) return { ...model, state: 'clinical-review', received: model.asked };
        return adverse && ['open', 'with-document', 'confirmed'].includes(model.review)
          ? { ...model, review: model.review === 'confirmed' ? 'confirmed' : 'with-document' }
          : null;
      case 'save':
        return draft && gated ? { ...model, state: 'saved' } : null;
      case 'resume':
        return state === 'saved' ? { ...model, state: 'in-progress' } : null;
      case 'cancel':
        return draft ? { ...model, state: 'cancelled' } : null;
      case 'submit':
        return draft && gated && model.routine ? { ...model, state: 'clinical-review', documents: 0 } : null;
      case 'wait-a-week':
        if (draft) return { ...model, state: 'expired' };
        return { ...model, window: false, due: model.due === 'open' ? 'past' : model.due };
      case 'ask-by-fax':
        return review
          ? { ...model, state: 'information-requested', asked: true, received: false, due: 'none' }
          : null;
      case 'announce-by-phone':
      case 'announce': {
        if (!review) return null;
        const told = action === 'announce' || model.told === 'both' ? 'both' : 'phone';
        return { ...model, state: 'information-requested', asked: true, received: false, due: 'open', told };
      }
      case 'nurse-approves':
        return decide('approved', 'nurse');
      case 'physician-approves':
        return decide('approved', 'physician');
      case 'nurse-denies':
        return decide('denied', 'nurse');
      case 'physician-denies':
        return decide('denied', 'physician');
      case 'physician-grants-part':
        return decide('partially-approved', 'physician');
      case 'say-yes':
        return adverse && model.window ? { ...model, review: 'open' } : null;
      case 'say-no':
        return adverse && model.window ? model : null;
      case 'confirm-new':
      case 'confirm-old': {
        if (!adverse || !['open', 'with-document', 'confirmed'].includes(model.review)) return null;
        const fits = action === 'confirm-new' && model.review !== 'open';
        return { ...model, review: fits ? 'confirmed' : 'given-up' };
      }
      case 'send-reconsideration':
        if (!adverse || !['open', 'with-document', 'confirmed'].includes(model.review)) return null;
        return model.review === 'confirmed'
          ? { ...model, state: 'reconsideration-pending', window: false, review: 'none' }
          : { ...model, review: 'given-up' };
      case 'appeal':
        return null;
      case 'update-site':
        return ['approved', 'partially-approved', 'clinical-review'].includes(state) ? model : null;
      case 'update-technique':
        return null;
      case 'replacement-approved':
        return state === 'approved' ? { ...model, state: 'withdrawn' } : null;
    }
  };
}

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
  }, 120_000);

  it('of Medicare go as the training tells, without any reconsideration', () => {
    const { states, faults, illegal } = explore(machine('medicare'));
    expect(faults).toEqual([]);
    expect([...states].sort()).toEqual([...COMMON].sort());
    expect(illegal).toBeGreaterThan(500);
  }, 120_000);

  it.each([
    'nurse-reconsiders',
    'denied-without-warning',
    'again-and-again',
    'appeals-taken',
    'site-may-still-change',
  ])(
    'are not those of a portal with a fault: %s',
    (id) => {
      const parts = LIARS.find((liar) => liar.id === id)?.make(PARTS);
      const line = id === 'denied-without-warning' ? 'medicare' : 'medicaid';
      expect(explore(machine(line, parts), 'stop').faults.length).toBeGreaterThan(0);
    },
    120_000,
  );
});
