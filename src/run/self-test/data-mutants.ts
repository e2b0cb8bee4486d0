import {
  type Arm,
  type Clock,
  kindsOf,
  PACKS,
  type Pack,
  type RuleId,
  SETTINGS,
  type Setting,
  type Unit,
} from '../../rulebook/index.ts';
import type { Scenario } from '../scenario.ts';
import { type FigureMutant, figureMutants } from './figure-mutants.ts';
import { NETWORK_CASES, type NetworkCase } from './network-cases.ts';
import { reasonWithoutTrial } from './without-trial.ts';

/** A pack with one wrong datum, for every interpreter at once. Only what was worked out by hand can tell. */
export type DataMutant = {
  readonly id: string;
  readonly pack: Pack;
  /** Whether the expectations of a scenario may notice it. */
  readonly bearsOn: (scenario: Scenario) => boolean;
  /** The networks that may notice it. */
  readonly networks: readonly NetworkCase[];
};

/** A wrong datum that nothing can notice, and why. */
export type WithoutTrial = { readonly id: string; readonly reason: string };

type ClockMutant = { readonly id: string; readonly pack: Pack; readonly rules: readonly RuleId[] };

const OTHER_UNIT: Record<Unit, readonly [Unit, factor: number]> = {
  'business-days': ['calendar-days', 1],
  'calendar-days': ['business-days', 1],
  'lesser-calendar-days': ['business-days', 1],
  hours: ['business-days', 1 / 24],
  minutes: ['business-days', 1 / 1440],
  months: ['calendar-days', 30],
  'hours-or-calendar-days': ['calendar-days', 1],
};

/** Another start for one that the pack names, and what the change is called. */
const OTHER_START: Readonly<Record<string, readonly [start: string, name: string]>> = {
  receipt: ['decision', 'decided'],
  information: ['receipt', 'received'],
  decision: ['receipt', 'received'],
  notice: ['decision', 'decided'],
};

type Change = { readonly name: string; readonly arms: readonly Arm<RuleId>[] };

function changesOf(pack: Pack, { arms, duties }: Clock<RuleId>, index: number): Change[] {
  const arm = arms[index];
  if (!arm) return [];
  const replaced = (other: Arm<RuleId>): readonly Arm<RuleId>[] =>
    arms.map((one, at) => (at === index ? other : one));
  const [count, unit] = arm.within;
  const changes: Change[] = [];
  if (arms.length > 1 || arm.capScope)
    changes.push({ name: 'dropped', arms: arms.filter((_one, at) => at !== index) });
  if (arm.capScope) return changes;
  changes.push({ name: 'one-more', arms: replaced({ ...arm, within: [count + 1, unit] }) });
  if (count > 1) changes.push({ name: 'one-less', arms: replaced({ ...arm, within: [count - 1, unit] }) });
  const [other, factor] = OTHER_UNIT[unit];
  changes.push({
    name: `as-${other}`,
    arms: replaced({ ...arm, within: [Math.round(count * factor), other] }),
  });
  const [start, name] = OTHER_START[arm.named ?? ''] ?? [];
  const of = start === undefined ? undefined : pack.starts[start]?.is;
  const impossible = start === 'decision' && duties.includes('decision');
  if (start && of && !impossible)
    changes.push({ name: `from-${name}`, arms: replaced({ ...arm, of, named: start }) });
  return changes;
}

function ofClocks(pack: Pack): ClockMutant[] {
  return pack.clocks.flatMap((clock, at) => {
    const withClock = (changed: Clock<RuleId>): Pack => ({
      ...pack,
      clocks: pack.clocks.map((one, index) => (index === at ? changed : one)),
    });
    const part = clock.parts.length === 1 ? clock.parts[0] : undefined;
    const place = [...kindsOf(clock), clock.duties.length > 1 ? 'written' : clock.duties[0], part]
      .filter(Boolean)
      .join('/');
    const ofArms = clock.arms.flatMap((arm, index) =>
      changesOf(pack, clock, index).map(({ name, arms }) => ({
        id: `${place}/arm-${index + 1}-${name}`,
        pack: withClock({ ...clock, arms }),
        rules: clock.arms.map(({ rule }) => rule).concat(arm.rule),
      })),
    );
    if (!clock.asParent) return ofArms;
    const { asParent, ...bare } = clock;
    return [...ofArms, { id: `${place}/cell-dropped`, pack: withClock(bare), rules: [asParent.rule] }];
  });
}

/** Settings that bear on the time table, each alternative as if it were the default. */
const TIME_SETTINGS: readonly Setting[] = [
  'holidays',
  'bd_end',
  'after_hours',
  'nonbusiness_anchor',
  'slash',
  'calendar_days',
  'lesser3',
  'cap_scope',
  'written_anchor',
  'no_verbal_anchor',
  'recon_cap',
  'receipt',
];

function ofSettings(pack: Pack): ClockMutant[] {
  return TIME_SETTINGS.flatMap((setting) =>
    SETTINGS[setting]
      .filter((value) => value !== pack.interpretations.default[setting])
      .map((value) => ({
        id: `setting/${setting}=${value}`,
        pack: {
          ...pack,
          interpretations: {
            ...pack.interpretations,
            default: { ...pack.interpretations.default, [setting]: value },
          },
        },
        rules: [],
      })),
  );
}

/** Holidays of the year in which the scenarios play, and its clock changes, each left out. */
function ofCalendar(pack: Pack, year: string): ClockMutant[] {
  const dates = new Set<string>();
  const observed = [...(pack.holidays.fed ?? []), ...(pack.holidays.ma ?? [])];
  for (const [date] of observed) {
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (date.startsWith(year) && weekday > 0 && weekday < 6) dates.add(date);
  }
  const holidays = [...dates].map((date) => ({
    id: `holiday/${date}`,
    pack: {
      ...pack,
      holidays: Object.fromEntries(
        Object.entries(pack.holidays).map(([name, rows]) => [name, rows.filter(([day]) => day !== date)]),
      ),
    },
    rules: [],
  }));
  const transitions = pack.transitions
    .filter(([at]) => at.startsWith(year))
    .map(([at]) => ({
      id: `clock-change/${at.slice(0, 10)}`,
      pack: { ...pack, transitions: pack.transitions.filter(([other]) => other !== at) },
      rules: [],
    }));
  return [...holidays, ...transitions];
}

const expects = ({ expect }: Scenario, rules: readonly RuleId[]): boolean =>
  rules.length === 0 || expect.some(({ rule }) => rules.includes(rule));

/** Wrong clocks show in the scenarios of the time table. */
const asClock = ({ id, pack, rules }: ClockMutant): DataMutant => ({
  id,
  pack,
  bearsOn: (scenario) => scenario.id.startsWith('time-frames/') && expects(scenario, rules),
  networks: [],
});

/** Wrong figures show in the scenarios that are played by their pack and expect something of their rules. */
const asFigure = ({ id, pack, rules }: FigureMutant): DataMutant => ({
  id,
  pack,
  bearsOn: (scenario) => scenario.pack === pack.id && expects(scenario, rules),
  networks: NETWORK_CASES.filter((one) => rules.some((rule) => one.rules.includes(rule))),
});

/** Figures of the plan and of every delegate, each a step off. */
const allFigures = (pack: Pack): readonly FigureMutant[] => [
  ...figureMutants('figure', pack.figures, pack),
  ...PACKS.flatMap((other) => figureMutants(`delegate/${other.id}`, other.delegate ?? {}, other)),
];

/** Every data mutant: clocks, settings and calendar of a pack, its figures, and those of the delegates. */
export const dataMutants = (pack: Pack, year: string): readonly DataMutant[] => [
  ...[...ofClocks(pack), ...ofSettings(pack), ...ofCalendar(pack, year)].map(asClock),
  ...allFigures(pack)
    .filter(({ id }) => reasonWithoutTrial(id) === null)
    .map(asFigure),
];

/** Every wrong datum that is left out of the trial, with its reason. */
export const withoutTrial = (pack: Pack): readonly WithoutTrial[] =>
  allFigures(pack).flatMap(({ id }) => {
    const reason = reasonWithoutTrial(id);
    return reason === null ? [] : [{ id, reason }];
  });
