import { DAY, type Pen } from '../pen.ts';

/** The Monday of a day’s week. */
export function mondayOf(pen: Pen, days = 0): string {
  const { day } = pen.office.local(pen.now + days * DAY);
  return new Date((day - ((((day + 3) % 7) + 7) % 7)) * DAY).toISOString().slice(0, 10);
}

type Slot = { readonly name: string; readonly at: number };

const HOURS = [
  ['reviewer-east', 9],
  ['reviewer-east', 10],
  ['reviewer-west', 16],
  ['reviewer-west', 17],
  ['reviewer-west', 18],
] as const;

const slotOn = (pen: Pen, day: number): Slot => {
  const { draws } = pen;
  const [reviewer, hour] = draws.pick(HOURS);
  const at = pen.office.instant(day, (hour * 60 + draws.pick([0, 0, 0, 15, 30, 45])) * 60_000);
  return { name: `\${case.${reviewer}@${new Date(at).toISOString().slice(0, 16)}Z}`, at };
};

/** A slot by the name under which it is known once it was offered, and when it begins; one that was not offered is refused. */
export const slotOf = (pen: Pen, week: string): Slot =>
  slotOn(pen, Math.round(Date.parse(`${week}T00:00:00Z`) / DAY) + pen.draws.below(5));

/** A slot of the days to come, and the week in which it is offered. */
export function slotAhead(pen: Pen): Slot & { readonly week: string } {
  const { day } = pen.office.local(pen.now);
  const on = pen.draws.chance(0.25) ? day : pen.office.nextWorking(day + pen.draws.below(3), 'fed+ma');
  return { ...slotOn(pen, on), week: mondayOf(pen, on - day) };
}

export const slotName = (pen: Pen, week: string): string => slotOf(pen, week).name;
