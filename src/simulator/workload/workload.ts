import type { Pack } from '../../rulebook/index.ts';
import { dayOf } from '../days.ts';
import { Arrivals } from './arrivals.ts';
import { spoil } from './errors.ts';
import { Planter } from './limits.ts';
import type { Made } from './model.ts';
import { OfficeDays } from './office-days.ts';
import type { Rates } from './plans.ts';
import { PUBLISHED } from './published.ts';

export type WorkloadOptions = {
  readonly root: string;
  readonly pack: Pack;
  readonly members: number;
  /** The first local date (`YYYY-MM-DD`) on which requests come, and on how many days they do. */
  readonly from: string;
  readonly days: number;
  readonly requestsPerMember?: number;
  readonly rates?: Rates;
  /** The share of requests with a row that cannot be judged. */
  readonly errors?: number;
};

export const RATES: Rates = { late: 0.04, justInTime: 0.06, between: 0.005 };
export const ERRORS = 0.001;

/** A workload that can be made request by request, by any number of workers. */
export type Workload = {
  readonly root: string;
  readonly pack: Pack;
  readonly members: number;
  readonly requests: number;
  /** The instant (epoch ms) at which the log ends; nothing later has happened. */
  readonly end: number;
  readonly rates: Rates;
  readonly arrivals: Arrivals;
  readonly planter: Planter;
  /** Whether someone is at work at an instant: in office hours, and a few on Saturday mornings. */
  readonly atWork: (instant: number) => boolean;
  readonly spoil: (index: number, made: Made) => Made;
};

/** Makes ready a year of requests. Throws RangeError for a number of members or days below one. */
export function workloadOf(options: WorkloadOptions): Workload {
  const { root, pack, members, from, days } = options;
  if (members < 1 || days < 1)
    throw new RangeError(`a workload needs members and days, not ${members} and ${days}`);
  const office = new OfficeDays(pack);
  const perMember = options.requestsPerMember ?? PUBLISHED.requestsPerMember;
  return {
    root,
    pack,
    members,
    requests: Math.max(1, Math.round((members * perMember * days) / 365)),
    end: office.instant(dayOf(from) + days, 0),
    rates: options.rates ?? RATES,
    arrivals: new Arrivals(office, from, days),
    planter: new Planter(pack, office),
    atWork: (instant) => {
      const { day, time } = office.local(instant);
      const saturday = day % 7 === 2 && time < office.opens + 4 * 3_600_000;
      return (office.works(day, 'fed+ma') || saturday) && time >= office.opens && time <= office.closes;
    },
    spoil: (index, made) => spoil(root, index, options.errors ?? ERRORS, made),
  };
}
