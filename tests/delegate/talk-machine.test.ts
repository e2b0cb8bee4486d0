import { describe, expect, it } from 'vitest';
import type { TalkOutcomeName } from '../../src/contract/index.ts';
import { TALK_OUTCOMES } from '../../src/contract/index.ts';
import { MUTANTS } from '../../src/mutants/index.ts';
import { lastDetermination } from '../../src/reference-impl/delegate/state.ts';
import { PARTS, type Parts } from '../../src/reference-impl/index.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { explore, type Machine } from './explore.ts';
import { APPROVAL, DENIAL, Delegate, EVERY_HOUR, NURSE, PHYSICIAN, PRACTICE } from './host.ts';

const ENDS = TALK_OUTCOMES.map((outcome) => `ends-${outcome}` as const);
const ACTIONS = [
  'book',
  'book-taken-time',
  'book-without-contact',
  'move',
  'cancel',
  'cancel-without-reason',
  'wait-for-the-start',
  'wait-past-the-start',
  'held',
  'missed',
  ...ENDS,
  'nurse-ends-it',
  'decided-otherwise',
] as const;
type Action = (typeof ACTIONS)[number];

/** The setting in which a talk is asked for, and what it could do there. */
type Setting = 'medicaid-in-window' | 'medicaid-late' | 'medicare-announced' | 'medicare-denied';
type Model = {
  readonly talk: 'none' | 'scheduled' | 'cancelled' | 'held' | 'missed' | 'closed';
  readonly time: 'before' | 'at' | 'past';
  readonly moved: boolean;
  readonly level: 'pre-decision' | 'reconsideration' | 'consultative';
  readonly decided: string;
};

const ALLOWED: Readonly<Record<Model['level'], readonly string[]>> = {
  'pre-decision': ['approve', 'partial', 'deny', 'information-needed'],
  reconsideration: ['upheld', 'overturned', 'partly-overturned'],
  consultative: ['explained'],
};
const BECOMES: Readonly<Record<string, string>> = {
  approve: 'approved',
  partial: 'partially-approved',
  deny: 'denied',
  overturned: 'approved',
  'partly-overturned': 'partially-approved',
};

const firstOf = (setting: Setting): Model => ({
  talk: 'none',
  time: 'before',
  moved: false,
  level:
    setting === 'medicaid-in-window'
      ? 'reconsideration'
      : setting === 'medicare-announced'
        ? 'pre-decision'
        : 'consultative',
  decided: setting === 'medicare-announced' ? 'undecided' : 'denied',
});

/** The transitions of a talk as the training tells them, worked by hand: null is refused. One talk for each walk. */
function step(setting: Setting) {
  return (model: Model, action: Action): Model | null => {
    const { talk, time } = model;
    const live = talk === 'scheduled';
    if (action.startsWith('ends-')) {
      const outcome = action.slice('ends-'.length);
      if (talk !== 'held' || !ALLOWED[model.level].includes(outcome)) return null;
      return { ...model, talk: 'closed', decided: BECOMES[outcome] ?? model.decided };
    }
    switch (action) {
      case 'book':
        if (talk !== 'none' || time !== 'before') return null;
        return {
          ...model,
          talk: 'scheduled',
          level:
            setting === 'medicare-announced' && model.decided !== 'undecided' ? 'consultative' : model.level,
        };
      case 'book-taken-time':
      case 'book-without-contact':
      case 'cancel-without-reason':
      case 'nurse-ends-it':
        return null;
      case 'move':
        return live && time !== 'past' && !model.moved ? { ...model, moved: true, time: 'before' } : null;
      case 'cancel':
        return live && time !== 'past' ? { ...model, talk: 'cancelled' } : null;
      case 'wait-for-the-start':
        return live && time === 'before' ? { ...model, time: 'at' } : model;
      case 'wait-past-the-start':
        return live && time !== 'past' ? { ...model, time: 'past' } : model;
      case 'held':
        return live && time !== 'before' ? { ...model, talk: 'held' } : null;
      case 'missed':
        return live && time !== 'before' ? { ...model, talk: 'missed' } : null;
      case 'decided-otherwise': {
        if (setting !== 'medicare-announced' || model.decided !== 'undecided') return null;
        const level = live || talk === 'held' ? 'consultative' : model.level;
        return { ...model, decided: 'denied', level };
      }
      default:
        return null;
    }
  };
}

const MINUTE = 60_000;
const contact = { requestingProvider: 'Dr. Ordering', phone: '617-555-0161' };
/** Slots of the first reviewer in the week of the talk. */
const at = (time: string): string => `reviewer-east@2026-02-12T${time}:00.000Z`;
const [FIRST, LATER, TAKEN] = [at('14:00'), at('15:00'), at('15:45')];

/** A case in its setting on Wednesday morning, a talk of another office, and then the path. */
function drive(setting: Setting, parts?: Parts): Machine<Model, Action>['drive'] {
  const line = setting.startsWith('medicaid') ? 'medicaid' : 'medicare';
  return (path) => {
    const delegate = new Delegate('2026-02-02T09:00:00-05:00', packOf(`evicore-${line}`), parts);
    const member = line === 'medicaid' ? 'M8000001' : 'M9000001';
    const [id, other] = [delegate.submitted(member), delegate.submitted(member)];
    const wednesday = Date.parse('2026-02-11T09:00:00-05:00');
    const announce = (file: string, dueAt: number): boolean =>
      delegate.give(PHYSICIAN, {
        act: 'ask',
        case: file,
        items: ['notes'],
        phone: 'reached',
        written: true,
        dueAt,
        instructions: 'Answer in time.',
      });
    const deny = (file: string): boolean =>
      delegate.give(PHYSICIAN, { act: 'decide', case: file, decision: DENIAL });
    if (setting === 'medicaid-late') deny(id);
    if (line === 'medicare') announce(setting === 'medicare-denied' ? id : other, delegate.now + MINUTE);
    if (line === 'medicare') announce(other, delegate.now + MINUTE);
    delegate.advance(wednesday);
    if (setting === 'medicaid-in-window' || setting === 'medicare-denied') deny(id);
    if (setting === 'medicare-announced') announce(id, Date.parse('2026-02-20T17:00:00-05:00'));
    deny(other);
    const book = (file: string, slot: string, who = contact): boolean =>
      delegate.give(PRACTICE, {
        act: 'schedule',
        cases: [delegate.key(file)],
        preferences: EVERY_HOUR,
        slot,
        contact: who,
      });
    book(other, TAKEN);
    const talks = delegate.host.state.delegate.appointments;
    const own = () =>
      [...talks.values()].find(({ cases }) => cases.some(({ caseNumber }) => caseNumber === id));
    const act = (action: Action): boolean => {
      const appointment = own()?.id ?? 'none';
      const end = (outcome: TalkOutcomeName, by: typeof NURSE | typeof PHYSICIAN = PHYSICIAN): boolean =>
        delegate.give(by, {
          act: 'outcome',
          appointment,
          told: {
            cases: [
              {
                caseNumber: id,
                outcome,
                approved: APPROVAL.approved.map((item) => ({ ...item, fractions: 5 })),
                rationale: 'Fewer fractions suffice.',
              },
            ],
          },
        });
      if (action.startsWith('ends-')) return end(action.slice('ends-'.length) as TalkOutcomeName);
      switch (action) {
        case 'book':
          // A walk follows one talk; a second one is another walk's.
          return own() ? false : book(id, FIRST);
        case 'book-taken-time':
          return book(id, TAKEN);
        case 'book-without-contact':
          return book(id, FIRST, { ...contact, phone: '' });
        case 'move':
          return own()?.revision === 2
            ? delegate.give(PRACTICE, {
                act: 'reschedule',
                appointment,
                preferences: EVERY_HOUR,
                slot: TAKEN,
              })
            : delegate.give(PRACTICE, {
                act: 'reschedule',
                appointment,
                preferences: EVERY_HOUR,
                slot: LATER,
              });
        case 'cancel':
          return delegate.give(PRACTICE, { act: 'cancel-talk', appointment, reason: 'The doctor is away.' });
        case 'cancel-without-reason':
          return delegate.give(PRACTICE, { act: 'cancel-talk', appointment, reason: '  ' });
        case 'wait-for-the-start': {
          const start = own()?.start ?? delegate.now;
          if (own()?.state === 'scheduled') delegate.advance(Math.max(start, delegate.now));
          return true;
        }
        case 'wait-past-the-start': {
          const start = own()?.start ?? 0;
          if (own()?.state === 'scheduled') delegate.advance(Math.max(start + 1_000, delegate.now));
          return true;
        }
        case 'held':
          return delegate.give(PHYSICIAN, { act: 'hold', appointment, reached: true });
        case 'missed':
          return delegate.give(PHYSICIAN, { act: 'hold', appointment, reached: false });
        case 'nurse-ends-it':
          return end(ALLOWED[own()?.cases[0]?.level ?? 'consultative'][0] as TalkOutcomeName, NURSE);
        case 'decided-otherwise': {
          const file = delegate.host.state.delegate.cases.get(id);
          if (!file || lastDetermination(file)) return false;
          if (file.information?.receivedAt === null)
            delegate.give(PRACTICE, {
              act: 'attach',
              case: id,
              upload: { name: 'a.pdf', bytes: 900, kind: 'pdf', sha256: 'none' },
            });
          return deny(id);
        }
        default:
          return false;
      }
    };
    let taken = true;
    for (const action of path) taken = act(action);
    const talk = own();
    const file = delegate.host.state.delegate.cases.get(id);
    const decided = (file && lastDetermination(file)?.outcome) ?? 'undecided';
    const level = talk?.cases.find(({ caseNumber }) => caseNumber === id)?.level;
    return { taken, state: words(talk?.state ?? 'none', level ?? null, decided) };
  };
}

const words = (talk: string, level: string | null, decided: string): string =>
  `${talk}${level ? `, ${level}` : ''}; ${decided}`;

const machine = (setting: Setting, parts?: Parts): Machine<Model, Action> => ({
  first: firstOf(setting),
  actions: ACTIONS,
  step: step(setting),
  drive: drive(setting, parts),
  stateOf: ({ talk, level, decided }) => words(talk, talk === 'none' ? null : level, decided),
});

const TALKS = ['none', 'scheduled', 'cancelled', 'held', 'missed', 'closed'];
const SETTINGS: readonly Setting[] = [
  'medicaid-in-window',
  'medicaid-late',
  'medicare-announced',
  'medicare-denied',
];

describe('the states of a talk, every one with every act', () => {
  it.each(SETTINGS)(
    'go as the training tells: %s',
    (setting) => {
      const { states, faults, illegal } = explore(machine(setting));
      expect(faults).toEqual([]);
      expect([...new Set([...states].map((state) => state.split(/[,;]/)[0]))].sort()).toEqual(
        [...TALKS].sort(),
      );
      expect(illegal).toBeGreaterThan(60);
    },
    120_000,
  );

  it.each([
    ['medicaid-late', 'moved-while-it-runs'],
    ['medicaid-in-window', 'cancelled-comes-back'],
    ['medicaid-in-window', 'slot-sold-twice'],
    ['medicaid-in-window', 'cancelled-without-a-reason'],
    ['medicare-announced', 'booked-talk-left-as-it-was'],
  ] as const)(
    'are not those of a portal with a fault: %s, %s',
    (setting, id) => {
      const parts = MUTANTS.find((mutant) => mutant.id === id)?.make(PARTS);
      expect(explore(machine(setting, parts), 'stop').faults.length).toBeGreaterThan(0);
    },
    120_000,
  );
});
