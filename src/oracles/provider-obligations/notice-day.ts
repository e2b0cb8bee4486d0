import type { CaseFile } from '../../facts/case-file.ts';
import { dateOf } from '../../facts/civil.ts';
import type { Facts } from '../../facts/facts.ts';
import { INTERPRETATION_NAMES, type InterpretationName } from '../../rulebook/index.ts';
import { isWorkingDay, workingDayAfter, workingDays } from '../clocks/working-days.ts';

/**
 * The last local date on which something is in time that is due so many business days after an instant (epoch ms):
 * notice of care that began, or a look at a message that was left.
 */
export function lastDayOfNotice(
  { pack }: Facts,
  startedAt: number,
  interpretation: InterpretationName,
  figure: 'requiredNotification' | 'afterHoursMessage',
): string {
  const days = workingDays(pack, pack.interpretations[interpretation].holidays);
  return dateOf(workingDayAfter(days, days.zone.toLocal(startedAt).day, pack.figures[figure].value));
}

/** Whether an instant lies outside the plan's business days and hours. */
export function isOffHours({ pack }: Facts, instant: number): boolean {
  const days = workingDays(pack, pack.interpretations.default.holidays);
  const { day, ms } = days.zone.toLocal(instant);
  return !isWorkingDay(days, day) || ms < days.opens || ms >= days.closes;
}

/** Whether a notice came by the last day under every interpretation; null where interpretations differ. */
export function noticeTimely(facts: Facts, { notification, received }: CaseFile): boolean | null {
  if (!notification) return null;
  const date = facts.dateAt(received.at.high);
  const verdicts = INTERPRETATION_NAMES.map(
    (name) => date <= lastDayOfNotice(facts, notification.startedAt, name, 'requiredNotification'),
  );
  return verdicts.every((one) => one === verdicts[0]) ? (verdicts[0] ?? null) : null;
}
