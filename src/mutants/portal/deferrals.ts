import { refuse } from '../../reference-impl/index.ts';
import { atTheDoor, instead, problem } from '../door.ts';
import { changing, withGate } from '../makers.ts';
import type { Mutant } from '../mutant.ts';

const HOUR = 3_600_000;

/** What a receipt says otherwise. */
const receipt = (
  id: string,
  breaks: string,
  summary: string,
  change: (body: Record<string, unknown>) => void,
): Mutant =>
  atTheDoor(id, breaks, summary, ['submit-request'], (body, _context, { status }) => {
    if (status === 202) change(body);
  });

/** Faults in receipts, outages and maintenance. */
export const deferralMutants: readonly Mutant[] = [
  withGate(
    'outage-never-ends',
    'portal.response.realtime-screen',
    'The flag of an outage is set and never taken back.',
    'deferredUntil',
    (gate) => (state, now, pack) =>
      state.pauses.length > 0 ? { at: now + HOUR, maintenance: false } : gate(state, now, pack),
  ),
  receipt(
    'bare-notice',
    'portal.response.deferred-notice',
    'The notice thanks and says nothing more.',
    (body) => {
      body.notice = /Monday/.test(String(body.notice))
        ? body.notice
        : 'Your request was received. Thank you.';
    },
  ),
  receipt(
    'another-fax-number',
    'portal.response.deferred-fax-number',
    'The number of the sales department.',
    (body) => {
      body.faxNumber = '617-555-0100';
    },
  ),
  receipt(
    'universal-time-on-the-cover',
    'portal.response.deferred-datetime-for-cover',
    'The server’s clock is shown, which runs on UTC.',
    (body) => {
      body.submitted = String(body.receivedAt);
    },
  ),
  withGate(
    'no-documents-after-a-receipt',
    'portal.response.deferred-upload-later',
    'What came in late takes its documents by fax.',
    'attach',
    (gate) => (upload, request, today, pack) =>
      request.shownFrom > request.receivedAt
        ? refuse('conflict', 'Please fax the documents of this request.')
        : gate(upload, request, today, pack),
  ),
  withGate(
    'queue-emptied-once-a-day',
    'portal.response.deferred-eventually-visible',
    'The queue is worked off a day later.',
    'takenUpAt',
    (gate) => (deferral) => (deferral.maintenance ? gate(deferral) : gate(deferral) + 24 * HOUR),
  ),
  changing(
    'received-when-processed',
    'portal.response.deferred-not-lost',
    'The time of receipt is when the queue was worked off.',
    (event) =>
      event.type === 'received' && event.deferral
        ? { ...event, deferral: { ...event.deferral, at: event.at } }
        : event,
  ),
  withGate(
    'maintenance-until-nine',
    'portal.maintenance.window',
    'The window is kept an hour longer than announced.',
    'deferredUntil',
    (gate) => (state, now, pack) => {
      const before = gate(state, now - HOUR, pack);
      return (
        gate(state, now, pack) ??
        (before && 'at' in before && before.maintenance ? { ...before, at: now + HOUR } : null)
      );
    },
  ),
  withGate(
    'closed-for-maintenance',
    'portal.maintenance.entry-allowed',
    'The form is shut while systems are maintained.',
    'deferredUntil',
    (gate) => (state, now, pack) => {
      const pause = gate(state, now, pack);
      return pause && 'at' in pause && pause.maintenance
        ? refuse('conflict', 'The portal is closed for maintenance.')
        : pause;
    },
  ),
  withGate(
    'status-on-saturday',
    'portal.maintenance.no-status-until-monday',
    'Requests are worked on while systems are maintained, and shown.',
    'deferredUntil',
    (gate) => (state, now, pack) => {
      const pause = gate(state, now, pack);
      return pause && 'at' in pause && pause.maintenance
        ? { ...pause, at: Math.min(pause.at, now + HOUR / 2) }
        : pause;
    },
  ),
  receipt(
    'four-hours-on-a-saturday',
    'portal.maintenance.deferred-notice-time-wording',
    'One notice for every day of the week.',
    (body) => {
      body.notice = String(body.notice).replace(
        /on Monday morning, after maintenance \(at other times /,
        '(',
      );
    },
  ),
  instead(
    'eligibility-rests-on-saturdays',
    'portal.eligibility.available-24x7',
    'Look-ups stop while systems are maintained.',
    ({ operation, state }, { status }) =>
      operation === 'show-eligibility' && status === 200 && new Date(state?.now ?? 0).getUTCDay() === 6,
    () => problem(503, 'internal', 'Back on Monday.'),
  ),
];
