import { type CaseFile, isUnclocked } from '../../facts/case-file.ts';
import { dateOf, dayOf } from '../../facts/civil.ts';
import { procedureOf } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { realDate, strings } from '../../facts/values.ts';
import { requestChecks, type Seen } from '../check.ts';
import { isWorkingDay, workingDays } from '../clocks/working-days.ts';
import { isOffHours, lastDayOfNotice, noticeTimely } from './notice-day.ts';

/** A finding on the provider, whose act a step stated. */
const onProvider = (holds: boolean | null, because: string, file: CaseFile): Seen => ({
  holds,
  because,
  events: [file.received.seq],
  on: 'provider',
  evidence: 'staged',
});

/** Whether notice of some kind of care came by the end of the next business day. */
const notified =
  (fits: (file: CaseFile, facts: Facts) => boolean) =>
  (file: CaseFile, facts: Facts): Seen | null => {
    if (!file.notification || !fits(file, facts)) return null;
    const { kind, startedAt } = file.notification;
    const last = lastDayOfNotice(facts, startedAt, 'default', 'requiredNotification');
    const told = facts.dateAt(file.received.at.high);
    return {
      ...onProvider(
        noticeTimely(facts, file),
        `${kind}: the last day for notice was ${last}; it came on ${told}.`,
        file,
      ),
      edge: told === last ? 'at' : null,
    };
  };

const kindIs =
  (...kinds: readonly string[]) =>
  ({ notification }: CaseFile): boolean =>
    kinds.includes(notification?.kind ?? '');

/** The last local date on which a planned service may be asked for: so many business days before it. */
function lastDayToAsk({ pack }: Facts, start: string): string {
  const days = workingDays(pack, pack.readings.default.holidays);
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
      ? onProvider(
          strings(file.submission?.body.information).length > 0,
          'Notice of an emergency admission, and what came with it.',
          file,
        )
      : null,
  'um.notice.docs-with-notification': (file) =>
    file.notification && !kindIs('emergency-admission')(file)
      ? onProvider(
          strings(file.submission?.body.information).length > 0,
          'Notice of care, and what came with it.',
          file,
        )
      : null,
  'um.notice.emergency-contact-pcp': (file) => {
    const stable = file.circumstances.find(({ what }) => what === 'emergency-stabilized');
    if (!stable) return null;
    const told = file.circumstances.some(
      ({ what, seq }) => what === 'primary-care-provider-told' && seq > stable.seq,
    );
    return onProvider(told, `The member was stable; the PCP was ${told ? '' : 'not '}told.`, file);
  },
  'um.pa.elective-5bd': (file, facts) => {
    const start = realDate(file.submission?.body.start);
    if (!planned(file) || start === null) return null;
    const last = lastDayToAsk(facts, start);
    const asked = facts.dateAt(file.received.at.high);
    const because = `Planned for ${start}; the last day to ask was ${last}; it was asked for on ${asked}.`;
    return { ...onProvider(asked <= last, because, file), edge: asked === last ? 'at' : null };
  },
  'um.pa.before-service': (file, facts) => {
    const start = realDate(file.submission?.body.start);
    if (isUnclocked(file) || file.notification || file.reviewType === 'concurrent' || start === null)
      return null;
    if (file.channel === 'delegate' || file.submission?.body.emergent === true) return null;
    const asked = facts.dateAt(file.received.at.high);
    return onProvider(asked <= start, `Service from ${start}; asked for on ${asked}.`, file);
  },
  'um.referral.before-visit': (file, facts) => {
    const start = realDate(file.submission?.body.start);
    if (file.type !== 'referral' || start === null) return null;
    const told = facts.dateAt(file.received.at.high);
    return onProvider(told <= start, `First visit on ${start}; told on ${told}.`, file);
  },
  'um.referral.allowed-info-to-pcp': (file, facts) => {
    const end = realDate(file.submission?.body.end);
    if (file.type !== 'referral' || end === null || facts.dateAt(facts.until) <= end) return null;
    const reported = file.circumstances.some(({ what }) => what === 'specialist-reported');
    return onProvider(
      reported,
      `The referral is over; the specialist has ${reported ? '' : 'not '}reported to the PCP.`,
      file,
    );
  },
  'um.referral.allowed-treatment-plan': (file) => {
    const said = file.circumstances.find(({ what }) => what.startsWith('treatment-plan-'));
    return said && file.type === 'referral'
      ? onProvider(said.what === 'treatment-plan-agreed', said.what.replaceAll('-', ' '), file)
      : null;
  },
  'um.submit.docs-with-request': (file, facts) => {
    if (isUnclocked(file) || file.notification || file.channel === 'delegate' || !file.submission)
      return null;
    if ((procedureOf(facts, file)?.needs ?? []).length === 0) return null;
    const sent = strings(file.submission.body.information).length > 0;
    return onProvider(sent, `The request came ${sent ? 'with' : 'without'} clinical information.`, file);
  },
});
