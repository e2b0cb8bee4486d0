import { changingEvents } from '../makers/events.ts';
import { changingDelegateGate } from '../makers/gates.ts';
import { DAY_MS } from '../makers/times.ts';
import type { Mutant } from '../mutant.ts';
import { isNotice } from './makers.ts';

/** Faults in what the delegate notifies, whom and when. */
export const caseNotices: readonly Mutant[] = [
  changingEvents({
    id: 'member-not-told',
    breaks: 'decision.notice.both-recipients',
    summary: 'Notification of the member is left to the office.',
    change: (event) => (isNotice(event) && event.to === 'member' ? null : event),
  }),
  changingEvents({
    id: 'fractions-left-out',
    breaks: 'decision.notice.technique-and-fractions',
    summary: 'The number of fractions stands on the portal.',
    change: (event) => (isNotice(event) && event.fractions.length > 0 ? { ...event, fractions: [] } : event),
  }),
  changingEvents({
    id: 'codes-in-letters',
    breaks: 'decision.notice.treatment-plan-not-codes',
    summary: 'The codes help the billing office.',
    change: (event) =>
      isNotice(event) && event.about === 'determination'
        ? { ...event, text: `${event.text} Code 77331.` }
        : event,
  }),
  changingEvents({
    id: 'reconsidered-by-mail',
    breaks: 'decision.fax.determination-to-provider',
    summary: 'What is reconsidered is answered by mail.',
    change: (event) =>
      isNotice(event) && event.about === 'reconsideration' && event.by === 'fax'
        ? { ...event, by: 'letter' }
        : event,
  }),
  changingEvents({
    id: 'address-given-for-nothing',
    breaks: 'case.contact.email-enables-enotification',
    summary: 'The address is kept for later.',
    change: (event) => (isNotice(event) && event.by === 'e-mail' ? null : event),
  }),
  changingEvents({
    id: 'faxes-to-one-number',
    breaks: 'account.register.notices-go-to-fax-and-email',
    summary: 'All faxes go through the number of the plan.',
    change: (event) =>
      isNotice(event) && event.by === 'fax' ? { ...event, address: '617-555-0199' } : event,
  }),
  changingEvents({
    id: 'fax-in-a-pile',
    breaks: 'clinical.collection.online-or-fax',
    summary: 'Faxes wait for somebody to file them.',
    change: (event) => (event.type === 'case-information-received' && event.by === 'fax' ? null : event),
  }),
  changingDelegateGate({
    id: 'fax-in-the-second-week',
    breaks: 'clinical.info-request.fax-within-2-business-days',
    summary: 'Information is asked for when the case is taken up.',
    gate: 'deskAt',
    change: (at) => (what, since) => at(what, since) + (what === 'ask' ? 6 * DAY_MS : 0),
  }),
];
