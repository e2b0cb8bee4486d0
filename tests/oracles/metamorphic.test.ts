import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inProcess } from '../../src/cli/selftest/portal.ts';
import { loadScenarios } from '../../src/cli/shared/load-scenarios.ts';
import { scenarioFolder } from '../../src/cli/shared/ports.ts';
import type { History } from '../../src/history/index.ts';
import { dateOf, dayOf, type Finding, judge, workingDays, ZoneTable } from '../../src/oracles/index.ts';
import { packOf } from '../../src/rulebook/index.ts';
import { play, type Scenario } from '../../src/run/index.ts';

const scenarios = loadScenarios(scenarioFolder());
const pack = packOf('allways-commercial');
const anyScenario = fc.constantFrom(...scenarios);
const anySeed = fc.integer({ min: 1, max: 1_000_000 }).map(String);

async function played(scenario: Scenario, seed: string): Promise<History> {
  const adapter = inProcess(null, pack);
  const { capabilities } = await adapter.describe();
  const how = { adapter, implementation: 'reference', capabilities, seed, zone: pack.zone };
  const { history, error } = await play(scenario, how);
  if (error) throw error;
  return history;
}

const keyOf = ({ rule, case: name, verdict, on, time }: Finding): string =>
  [
    rule,
    name.replace(/^seq \d+$/, 'a call'),
    verdict,
    on,
    time?.duty,
    time?.part,
    ...Object.values(time?.byInterpretation ?? {}),
  ].join(' ');

const keys = (history: History, keep: (found: Finding) => boolean = () => true): string[] =>
  judge(history, pack, { explain: false }).filter(keep).map(keyOf).sort();

/** Whether a finding rests on what one user did and on nothing else, such as a rest that their sign-in ended. */
const isOf = (user: string, { records }: History, { events }: Finding): boolean =>
  events.length > 0 &&
  events.every((seq) => {
    const record = records.find((one) => one.seq === seq);
    return record !== undefined && 'actor' in record && record.actor === user;
  });

/** The same value with every text in it changed. */
function mapped<T>(value: T, change: (text: string) => string): T {
  return JSON.parse(JSON.stringify(value), (_key, inner: unknown) =>
    typeof inner === 'string' ? change(inner) : inner,
  ) as T;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** The same instant, written in another offset (hours). */
const inOffset = (text: string, hours: number): string => {
  if (!INSTANT.test(text)) return text;
  const local = new Date(Date.parse(text) + hours * 3_600_000).toISOString().slice(0, -1);
  return `${local}${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
};

const YEAR = 364;
/** A date a year on; one that does not exist stays, and goes on not existing. */
const later = (date: string): string => {
  const at = Date.parse(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
  return exists ? dateOf(dayOf(date) + YEAR) : date;
};

/** The same for a date as people in Massachusetts write it. */
const laterWritten = (_all: string, month: string, day: string, year: string): string => {
  const [y, m, d] = later(`${year}-${month}-${day}`).split('-');
  return `${m}/${d}/${y}`;
};

const dates = (text: string): string =>
  text
    .replaceAll(/(?<!\d)(19|20)\d{2}-\d{2}-\d{2}(?!\d)/g, later)
    .replaceAll(/(?<!\d)(\d{2})\/(\d{2})\/(\d{4})(?!\d)/g, laterWritten);

/** Whether the days of a history and those a year on are alike: the same holidays, and the same offset. */
function sameWeeks({ header, until }: History): boolean {
  const zone = new ZoneTable(pack.transitions);
  const names = new Set(Object.values(pack.interpretations).map(({ holidays }) => holidays));
  // An offer of slots may look a month ahead.
  const ahead = header.scenario.startsWith('peer-to-peer/') ? 40 : 21;
  const last = zone.toLocal(Date.parse(until)).day + ahead;
  for (let day = zone.toLocal(Date.parse(header.start)).day - 8; day <= last; day += 1) {
    if (zone.offsetAt(zone.toInstant(day, 0)) !== zone.offsetAt(zone.toInstant(day + YEAR, 0))) return false;
    for (const name of names) {
      const { holidays } = workingDays(pack, name);
      if (holidays.has(day) !== holidays.has(day + YEAR)) return false;
    }
  }
  return true;
}

const zone = new ZoneTable(pack.transitions);

describe('what is found does not change', () => {
  it('when a case is added that has nothing to do with it', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyScenario,
        anySeed,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (scenario, seed, part) => {
          const own = scenarios.find(({ id }) => id === scenario.id) ?? scenario;
          const [from, to] = [Date.parse(own.start), Date.parse(own.until)];
          const drawn = Math.round(from + (to - from) * part);
          // Numbers count within a day, and the desk's pace follows the number: so no request of that day comes after.
          const ofDay = own.steps
            .filter((step) => step.do === 'submit-request' || step.do === 'inject')
            .map((step) => Date.parse(step.at))
            .filter((when) => zone.toLocal(when).day === zone.toLocal(drawn).day);
          const at = new Date(Math.max(drawn, ...ofDay)).toISOString();
          const extra = {
            at,
            as: 'hospital-north',
            do: 'submit-request',
            case: 'unrelated',
            use: 'outpatient',
            with: {
              member: 'M3000002',
              procedure: '11402',
              start: '2027-06-01',
              end: '2027-06-02',
              servicing: { provider: 'hospital-north', affiliation: 'aff-hosp-north' },
            },
          };
          const steps = [...own.steps, extra].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
          const [without, withIt] = [await played(own, seed), await played({ ...own, steps }, seed)];
          const related = (history: History) => (found: Finding) =>
            !/unrelated|hospital-north/.test(found.case) && !isOf('hospital-north', history, found);
          expect(keys(withIt, related(withIt))).toEqual(keys(without, related(without)));
        },
      ),
      { numRuns: 60, seed: 3 },
    );
  });

  it('when the same instants are written in another offset', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyScenario,
        anySeed,
        fc.integer({ min: -11, max: 12 }),
        async (scenario, seed, hours) => {
          const history = await played(scenario, seed);
          expect(keys(mapped(history, (text) => inOffset(text, hours)))).toEqual(keys(history));
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });

  it('when everything is a year of 52 weeks later, between weeks that are alike', async () => {
    let moved = 0;
    for (const scenario of scenarios) {
      const history = await played(scenario, '1');
      if (!sameWeeks(history)) continue;
      moved += 1;
      // The number of a request tells the day on which it was given, so that rule is left out.
      const numbered = ({ rule }: Finding): boolean => rule !== 'portal.response.id-date-basis';
      expect([scenario.id, ...keys(mapped(history, dates), numbered)]).toEqual([
        scenario.id,
        ...keys(history, numbered),
      ]);
    }
    expect(moved).toBeGreaterThan(20);
  });
});
