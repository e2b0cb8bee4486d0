import { packOf } from '../../rulebook/index.ts';
import { type Draws, drawsFor } from '../draws.ts';
import { OfficeDays } from '../workload/office-days.ts';
import { accounts } from './accounts/accounts.ts';
import { afterRequest } from './after-request.ts';
import { buildCase, type Case } from './case-build/cases.ts';
import { afterCase } from './case-decision/after-case.ts';
import { delegateStaff } from './case-decision/delegate-staff.ts';
import { delegateLookUps } from './case-lookup/look-ups.ts';
import { delegateDecision } from './delegation/delegate-decisions.ts';
import { documents } from './documents/documents.ts';
import { DELEGATE_EDGE_CASES, PLAN_EDGE_CASES, STAFFED_EDGE_CASES } from './edge-cases.ts';
import { lookUps } from './look-up/look-ups.ts';
import { outages } from './maintenance/outages.ts';
import type { Act, RandomScenario } from './model.ts';
import { writeOne } from './moves.ts';
import { offPortalRequest } from './out-of-network/off-portal-requests.ts';
import { HOUR, Pen } from './pen.ts';
import { offices } from './practice-office/offices.ts';
import { beforeDenials, deniedCases } from './reconsideration/denied-cases.ts';
import { submit } from './request-entry/submissions.ts';
import { planStaffActs } from './time-frames/plan-staff.ts';

export type { Act, RandomScenario } from './model.ts';

type Area = {
  readonly pack: string;
  readonly desk: 'portal' | 'scripted' | 'either';
  /** How many threads of it a scenario may hold side by side. */
  readonly threads: number;
  readonly write: (pen: Pen, name: string, settings: Settings) => void;
};
type Settings = { readonly desk: 'portal' | 'scripted' };

const PLAN = 'allways-commercial';
const DELEGATES = ['evicore-medicaid', 'evicore-medicare'];

const AREAS: Readonly<Record<string, Area>> = {
  requests: {
    pack: PLAN,
    desk: 'either',
    threads: 4,
    write: (pen, name, { desk }) => {
      const asked = submit(pen, name);
      if (desk === 'scripted' && pen.draws.chance(0.8)) planStaffActs(pen, asked);
      for (let left = pen.draws.below(6); left > 0; left -= 1) {
        pen.onward(asked.at);
        afterRequest(pen, asked);
      }
    },
  },
  'off-portal-requests': { pack: PLAN, desk: 'either', threads: 3, write: offPortalRequest },
  'look-up': { pack: PLAN, desk: 'portal', threads: 1, write: lookUps },
  accounts: { pack: PLAN, desk: 'portal', threads: 1, write: accounts },
  'practice-office': { pack: PLAN, desk: 'portal', threads: 1, write: offices },
  maintenance: { pack: PLAN, desk: 'portal', threads: 1, write: outages },
  delegation: { pack: PLAN, desk: 'portal', threads: 3, write: delegateDecision },
  cases: {
    pack: 'delegate',
    desk: 'either',
    threads: 1,
    write: (pen, name, { desk }) => {
      const made: Case[] = [];
      for (let left = pen.draws.between(1, 2); left > 0; left -= 1) {
        made.push(
          buildCase(
            pen,
            `${name}${left}`,
            made.map((one) => one.name),
          ),
        );
        pen.minutes(2, 60);
      }
      for (const own of made) {
        if (desk === 'scripted' && pen.draws.chance(0.85)) {
          pen.onward(own.submittedAt);
          delegateStaff(pen, own);
        }
      }
      const since = pen.now;
      for (let left = pen.draws.between(1, 7); left > 0; left -= 1) {
        if (pen.draws.chance(0.45)) pen.minutes(1, 90);
        else pen.onward(since);
        afterCase(pen, pen.draws.pick(made), made);
      }
    },
  },
  'denied-cases': { pack: 'delegate', desk: 'scripted', threads: 1, write: deniedCases },
  'before-denials': { pack: 'delegate', desk: 'scripted', threads: 2, write: beforeDenials },
  documents: { pack: PLAN, desk: 'either', threads: 3, write: documents },
  'edge-cases': {
    pack: PLAN,
    desk: 'portal',
    threads: 1,
    write: (pen, name) => writeOne(pen, PLAN_EDGE_CASES, name),
  },
  'staffed-edge-cases': {
    pack: PLAN,
    desk: 'scripted',
    threads: 3,
    write: (pen, name) => writeOne(pen, STAFFED_EDGE_CASES, name),
  },
  'case-edge-cases': {
    pack: 'delegate',
    desk: 'scripted',
    threads: 2,
    write: (pen, name) => writeOne(pen, DELEGATE_EDGE_CASES, name),
  },
  'case-lookup': { pack: 'delegate', desk: 'portal', threads: 1, write: delegateLookUps },
};

const MIX: readonly (readonly [number, keyof typeof AREAS & string])[] = [
  [24, 'requests'],
  [9, 'documents'],
  [10, 'off-portal-requests'],
  [7, 'look-up'],
  [7, 'accounts'],
  [7, 'practice-office'],
  [5, 'maintenance'],
  [3, 'delegation'],
  [12, 'cases'],
  [16, 'denied-cases'],
  [9, 'before-denials'],
  [4, 'case-lookup'],
  [34, 'edge-cases'],
  [6, 'staffed-edge-cases'],
  [9, 'case-edge-cases'],
];

/** Days on which scenarios begin: mostly in a plain month, else beside holidays, changes of the clocks and turns of rules. */
const DAYS = [
  '2026-02-02',
  '2026-02-03',
  '2026-02-05',
  '2026-02-06',
  '2026-02-10',
  '2026-02-12',
  '2026-02-13',
  '2026-01-15',
  '2026-01-16',
  '2026-03-05',
  '2026-03-06',
  '2026-03-30',
  '2026-04-16',
  '2026-05-21',
  '2026-07-01',
  '2026-10-29',
  '2026-11-24',
  '2026-12-22',
];

const office = new OfficeDays(packOf(PLAN));

function startOf(draws: Draws): number {
  const day = Math.round(
    Date.parse(`${draws.chance(0.6) ? draws.pick(DAYS.slice(0, 7)) : draws.pick(DAYS)}T00:00:00Z`) /
      (24 * HOUR),
  );
  const hour = draws.weighted([
    [70, 9 + draws.below(8)],
    [15, draws.below(24)],
    [15, draws.pick([8, 18, 23])],
  ]);
  return office.instant(day, hour * HOUR) + draws.pick([0, 0, 1000, 59 * 60_000]);
}

/** One random scenario of a seed; the same for the same place, whoever makes it. */
export function randomScenarioAt(root: string, index: number): RandomScenario {
  const draws = drawsFor(root, 'course', index);
  const area = draws.weighted(MIX);
  const { pack, desk: desks, threads, write } = AREAS[area] as Area;
  const desk = desks === 'either' ? (draws.chance(0.45) ? 'scripted' : 'portal') : desks;
  const start = startOf(draws);
  const pens = Array.from({ length: draws.between(1, threads) }, (_, thread) => {
    const name = 'ABCD'[thread] ?? 'E';
    const draws = drawsFor(root, `course ${index} thread`, thread);
    const pen = new Pen(draws, office, start + thread * 7 * 60_000, name);
    write(pen, name, { desk });
    return pen;
  });
  const steps: Act[] = pens.flatMap(({ acts }) => acts).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (steps.length === 0) steps.push({ at: new Date(start).toISOString(), as: 'pcp', do: 'show-session' });
  const last = Date.parse(steps.at(-1)?.at ?? '');
  const until = last + draws.pick([1, 26, 72, 144, 16 * 24]) * HOUR;
  return {
    area,
    desk,
    pack: pack === 'delegate' ? draws.pick(DELEGATES) : pack,
    start: new Date(Math.min(start, Date.parse(steps[0]?.at ?? ''))).toISOString(),
    steps,
    until: new Date(until).toISOString(),
  };
}
