import { type CaseFile, isUnclocked } from '../../facts/case-file.ts';
import { dateOf, dayOf } from '../../facts/civil.ts';
import { procedureOf } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { realDate, strings } from '../../facts/values.ts';
import { type Comparison, requestChecks } from '../check.ts';
import { isWorkingDay, workingDays } from '../clocks/working-days.ts';
import { type Expected, instant, PRESENT, type Values } from '../value.ts';
import { isOffHours, lastDayOfNotice, noticeTimely } from './notice-day.ts';

/** A finding on the provider, whose act a step stated. */
const onProvider = (
  file: CaseFile,
  expected: Expected,
  observed: Values,
  more: Partial<Comparison> = {},
): Comparison => ({
  expected,
  observed,
  events: [file.received.seq],
  on: 'provider',
  evidence: 'staged',
  ...more,
});

/** Something that was done in time. Civil dates in their ISO form stand in order as texts do. */
const byDate = (file: CaseFile, on: string, last: string, given: Values = {}): Comparison =>
  onProvider(
    file,
    { inTime: true },
    { inTime: on <= last, receivedOn: on },
    { given: { lastDay: last, ...given } },
  );

/** Whether notice of some kind of care came by the end of the next business day. */
const notified =
  (fits: (file: CaseFile, facts: Facts) => boolean) =>
  (file: CaseFile, facts: Facts): Comparison | null => {
    if (!file.notification || !fits(file, facts)) return null;
    const { kind, startedAt } = file.notification;
    const last = lastDayOfNotice(facts, startedAt, 'default', 'requiredNotification');
    const told = facts.dateAt(file.received.at.high);
    const timely = noticeTimely(facts, file);
    return onProvider(
      file,
      { inTime: true },
      { inTime: timely, receivedOn: told },
      {
        given: { careStarted: kind, lastDay: last },
        edge: told === last ? 'at' : null,
        ...(timely === null ? { always: 'depends' } : {}),
      },
    );
  };

/** The clinical information that came with a request. */
const sentWithIt = (file: CaseFile): readonly string[] => strings(file.submission?.body.information);

const kindIs =
  (...kinds: readonly string[]) =>
  ({ notification }: CaseFile): boolean =>
    kinds.includes(notification?.kind ?? '');

/** The last local date on which a planned service may be asked for: so many business days before it. */
function lastDayToAsk({ pack }: Facts, start: string): string {
  const days = workingDays(pack, pack.interpretations.default.holidays);
  let day = dayOf(start);
  let left = pack.figures.electiveNotice.value;
  while (left > 0) {
    day -= 1;
    if (isWorkingDay(days, day)) left -= 1;
  }
  return dateOf(day);
}

const planned = (file: CaseFile): boolean =>
  file.reviewType === 'preservice' &&
  file.urgency === 'standard' &&
  file.channel !== 'delegate' &&
  file.notification === null &&
  file.submission?.body.emergent !== true &&
  (file.type === 'admission' || file.setting === 'surgical');

/** What Section 7 asks of providers in time and with what. None of it counts for or against a portal. */
export const conduct = requestChecks(['requests', 'events'], {
  'um.notice.admission-next-business-day': notified(
    (file) => kindIs('emergency-admission')(file) && file.notification?.from === null,
  ),
  'um.notice.observation-next-business-day': notified(kindIs('observation')),
  'um.notice.newborn-and-transfer': notified(kindIs('sick-newborn', 'transfer')),
  'um.notice.transition-new-notice': notified(
    (file) => kindIs('emergency-admission')(file) && file.notification?.from !== null,
  ),
  'um.notice.home-nursing-offhours': notified(
    (file, facts) => kindIs('home-nursing')(file) && isOffHours(facts, file.notification?.startedAt ?? 0),
  ),
  'um.notice.dme-homecare-offhours': notified(
    (file, facts) => kindIs('home-supplies')(file) && isOffHours(facts, file.notification?.startedAt ?? 0),
  ),
  'um.notice.required-within-1bd': notified(
    (file, facts) =>
      !kindIs('home-nursing', 'home-supplies')(file) || isOffHours(facts, file.notification?.startedAt ?? 0),
  ),
  'um.notice.admission-clinical-docs': (file) =>
    kindIs('emergency-admission')(file)
      ? onProvider(file, { clinicalInformation: PRESENT }, { clinicalInformation: sentWithIt(file) })
      : null,
  'um.notice.docs-with-notification': (file) =>
    file.notification && !kindIs('emergency-admission')(file)
      ? onProvider(file, { clinicalInformation: PRESENT }, { clinicalInformation: sentWithIt(file) })
      : null,
  'um.notice.emergency-contact-pcp': (file) => {
    const stable = file.circumstances.find(({ what }) => what === 'emergency-stabilized');
    if (!stable) return null;
    const told = file.circumstances.some(
      ({ what, seq }) => what === 'primary-care-provider-told' && seq > stable.seq,
    );
    return onProvider(
      file,
      { pcpNotified: true },
      { pcpNotified: told },
      { given: { stabilizedAt: instant(stable.at.low) } },
    );
  },
  'um.pa.elective-5bd': (file, facts) => {
    const start = realDate(file.submission?.body.start);
    if (!planned(file) || start === null) return null;
    const last = lastDayToAsk(facts, start);
    const asked = facts.dateAt(file.received.at.high);
    return { ...byDate(file, asked, last, { serviceStart: start }), edge: asked === last ? 'at' : null };
  },
  'um.pa.before-service': (file, facts) => {
    const start = realDate(file.submission?.body.start);
    if (isUnclocked(file) || file.notification || file.reviewType === 'concurrent' || start === null)
      return null;
    if (file.channel === 'delegate' || file.submission?.body.emergent === true) return null;
    const asked = facts.dateAt(file.received.at.high);
    return byDate(file, asked, start, { serviceStart: start });
  },
  'um.referral.before-visit': (file, facts) => {
    const start = realDate(file.submission?.body.start);
    if (file.type !== 'referral' || start === null) return null;
    const told = facts.dateAt(file.received.at.high);
    return byDate(file, told, start, { firstVisit: start });
  },
  'um.referral.allowed-info-to-pcp': (file, facts) => {
    const end = realDate(file.submission?.body.end);
    if (file.type !== 'referral' || end === null || facts.dateAt(facts.until) <= end) return null;
    const reported = file.circumstances.some(({ what }) => what === 'specialist-reported');
    return onProvider(
      file,
      { specialistReported: true },
      { specialistReported: reported },
      { given: { referralEnded: end } },
    );
  },
  'um.referral.allowed-treatment-plan': (file) => {
    const said = file.circumstances.find(({ what }) => what.startsWith('treatment-plan-'));
    return said && file.type === 'referral'
      ? onProvider(file, { treatmentPlan: 'treatment-plan-agreed' }, { treatmentPlan: said.what })
      : null;
  },
  'um.submit.docs-with-request': (file, facts) => {
    if (isUnclocked(file) || file.notification || file.channel === 'delegate' || !file.submission)
      return null;
    if ((procedureOf(facts, file)?.needs ?? []).length === 0) return null;
    return onProvider(file, { clinicalInformation: PRESENT }, { clinicalInformation: sentWithIt(file) });
  },
});
