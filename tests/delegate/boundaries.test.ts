import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { Parts } from '../../src/reference-impl/index.ts';
import { type Pack, packOf, US_ZONES } from '../../src/rulebook/index.ts';
import { type Outcome, runSuite, type Scenario } from '../../src/run/index.ts';
import { inProcess, scenario } from '../play-scenario.ts';
import { FEDERAL } from './holidays.ts';

type Step = Scenario['steps'][number];
type Line = 'medicaid' | 'medicare';

const ZONES = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'];
/** Late on plain days, on the Fridays before both clock changes, and 180 days before the days of both changes. */
const DETERMINED = [
  '2026-02-03T23:30',
  '2026-03-06T23:30',
  '2026-10-30T23:30',
  '2026-05-05T23:30',
  '2026-09-15T23:30',
];

/** A pack for the same line of business in another zone of the plan. */
const packIn = (line: Line, zone: string): Pack => ({
  ...packOf(`evicore-${line}`),
  zone,
  transitions: US_ZONES[zone] ?? [],
});

/** The last millisecond of the second business day after a day, by hand. */
function windowEnd(made: DateTime): DateTime {
  let day = made.startOf('day');
  for (let left = 2; left > 0; ) {
    day = day.plus({ days: 1 });
    if (day.weekday <= 5 && !FEDERAL.has(day.toISODate() ?? '')) left -= 1;
  }
  return day.endOf('day');
}

type Look = { readonly at: DateTime; readonly result: string; readonly level: string | null };
const around = (end: DateTime, inside: Omit<Look, 'at'>, outside: Omit<Look, 'at'>): Look[] => [
  { at: end.minus({ seconds: 1 }), ...inside },
  { at: end, ...inside },
  { at: end.plus({ seconds: 1 }), ...outside },
];

const MAY = { result: 'eligible', level: 'reconsideration' };
const EARLY = { result: 'eligible', level: 'pre-decision' };
const EXPLAINS = { result: 'consultative', level: 'consultative' };
const NOTHING = { result: 'none', level: null };

/** A case that is determined at an instant, and looks around the end of each of its windows with what they must say. */
function course(line: Line, made: DateTime): { steps: Step[]; looks: Look[]; until: DateTime } {
  const iso = (at: DateTime): string => at.toISO() ?? '';
  const step = (at: DateTime, rest: Omit<Step, 'at'>): Step => ({ at: iso(at), ...rest });
  const begin = made.minus({ days: 6 }).set({ hour: 9, minute: 0 });
  const start: Step[] = [
    step(begin, {
      as: 'practice',
      do: 'start-case',
      case: 'A',
      use: line === 'medicaid' ? 'case' : 'case-medicare',
    }),
    step(begin.plus({ minutes: 1 }), { as: 'practice', do: 'pass-gate', case: 'A' }),
    step(begin.plus({ minutes: 2 }), {
      as: 'practice',
      do: 'set-priority',
      case: 'A',
      with: { routine: true },
    }),
    step(begin.plus({ minutes: 3 }), { as: 'practice', do: 'submit-case', case: 'A' }),
  ];
  const last = made.plus({ days: 180 }).endOf('day');
  const ends = around(last, EXPLAINS, NOTHING);
  const due = made.minus({ hours: 20 });
  const announce = step(begin.plus({ minutes: 10 }), {
    as: 'd-physician',
    do: 'request-case-information',
    case: 'A',
    use: 'pre-decision',
    with: { dueAt: iso(due) },
  });
  const deny = step(made, { as: 'd-physician', do: 'decide-case', case: 'A', use: 'denial' });
  const looks =
    line === 'medicaid'
      ? [...around(windowEnd(made), MAY, EXPLAINS), ...ends]
      : [...around(due, EARLY, NOTHING), { at: made.plus({ seconds: 1 }), ...EXPLAINS }, ...ends];
  const show = looks.map(({ at }) => step(at, { as: 'practice', do: 'show-peer-to-peer', case: 'A' }));
  const steps = [...start, ...(line === 'medicare' ? [announce] : []), deny, ...show];
  return {
    steps: steps.sort((one, other) => Date.parse(one.at) - Date.parse(other.at)),
    looks,
    until: last.plus({ days: 1 }),
  };
}

async function played(line: Line, zone: string, change?: (parts: Parts) => Parts) {
  const pack = packIn(line, zone);
  const courses = DETERMINED.map((local) => course(line, DateTime.fromISO(local, { zone })));
  const scenarios = courses.map(({ steps, until }, index) => ({
    ...scenario(`boundaries/${line}-${index}`, steps[0]?.at ?? '', until.toISO() ?? '', steps),
    pack: pack.id,
  }));
  const adapter = inProcess(change, [pack]);
  const description = await adapter.describe();
  const outcomes = await runSuite({
    adapter,
    description,
    scenarios,
    seed: '1',
    concurrency: 1,
    now: () => 0,
    pack: () => pack,
  });
  return { courses, outcomes };
}

const answers = ({ history }: Outcome): { result: unknown; level: unknown }[] =>
  (history?.records ?? []).flatMap((record) =>
    record.kind === 'answered' && record.op === 'show-peer-to-peer'
      ? [
          {
            result: (record.body as { result: unknown }).result,
            level: (record.body as { level: unknown }).level,
          },
        ]
      : [],
  );

const verdicts = (outcomes: readonly Outcome[], rule: string): string[] =>
  outcomes.flatMap(({ findings }) =>
    findings.filter((found) => found.rule === rule).map(({ verdict }) => verdict),
  );

const CELLS = ZONES.flatMap((zone) =>
  (['medicaid', 'medicare'] as const).map((line) => [line, zone] as const),
);
const DECIDES = 'p2p.eligibility.system-decides';

describe('a second before, at and a second after the end of every window', () => {
  it.each(CELLS)('the portal answers what was worked by hand: %s, %s', async (line, zone) => {
    const { courses, outcomes } = await played(line, zone);
    for (const [index, outcome] of outcomes.entries()) {
      const expected = (courses[index]?.looks ?? []).map(({ result, level }) => ({ result, level }));
      expect(answers(outcome)).toEqual(expected);
    }
  });

  it.each(CELLS)('the oracle agrees with it, and marks the last instant: %s, %s', async (line, zone) => {
    const { courses, outcomes } = await played(line, zone);
    const looks = courses.reduce((sum, one) => sum + one.looks.length, 0);
    expect(verdicts(outcomes, DECIDES)).toEqual(Array.from({ length: looks }, () => 'met'));
    const edges = outcomes.flatMap(({ findings }) =>
      findings.filter(({ rule, edge }) => rule === DECIDES && edge === 'at'),
    );
    expect(edges.length).toBeGreaterThanOrEqual(2 * DETERMINED.length);
  });

  it.each(CELLS)('a portal whose windows end a second early or late is found: %s, %s', async (line, zone) => {
    for (const second of [-1_000, 1_000]) {
      const { outcomes } = await played(line, zone, (parts) => ({
        ...parts,
        delegate: {
          ...parts.delegate,
          eligibility: (file, now, pack, windows) =>
            parts.delegate.eligibility(file, now - second, pack, windows),
        },
      }));
      const wrong = verdicts(outcomes, DECIDES).filter((verdict) => verdict === 'violated').length;
      expect(wrong).toBeGreaterThanOrEqual(2 * DETERMINED.length);
    }
  });
});
