import { refuse } from '../../reference-impl/index.ts';
import { changingEvents } from '../makers/events.ts';
import { changingGate } from '../makers/gates.ts';
import { HOUR_MS } from '../makers/times.ts';
import type { Mutant } from '../mutant.ts';
import { changingReceipt } from './makers.ts';

/** Faults in deferred answers, outages and maintenance. */
export const deferrals: readonly Mutant[] = [
  changingGate({
    id: 'outage-never-ends',
    breaks: 'portal.response.realtime-screen',
    summary: 'The flag of an outage is set and never taken back.',
    gate: 'deferredUntil',
    change: (gate) => (state, now, pack) =>
      state.pauses.length > 0 ? { at: now + HOUR_MS, maintenance: false } : gate(state, now, pack),
  }),
  changingReceipt({
    id: 'bare-notice',
    breaks: 'portal.response.deferred-notice',
    summary: 'The notice thanks and says nothing more.',
    change: (body) => {
      body.notice = /Monday/.test(String(body.notice))
        ? body.notice
        : 'Your request was received. Thank you.';
    },
  }),
  changingReceipt({
    id: 'another-fax-number',
    breaks: 'portal.response.deferred-fax-number',
    summary: 'The number of the sales department.',
    change: (body) => {
      body.faxNumber = '617-555-0100';
    },
  }),
  changingReceipt({
    id: 'universal-time-on-the-cover',
    breaks: 'portal.response.deferred-datetime-for-cover',
    summary: 'The server’s clock is shown, which runs on UTC.',
    change: (body) => {
      body.submitted = String(body.receivedAt);
    },
  }),
  changingGate({
    id: 'no-documents-after-a-receipt',
    breaks: 'portal.response.deferred-upload-later',
    summary: 'What came in late takes its documents by fax.',
    gate: 'attach',
    change: (gate) => (upload, request, today, pack) =>
      request.shownFrom > request.receivedAt
        ? refuse('conflict', 'Please fax the documents of this request.')
        : gate(upload, request, today, pack),
  }),
  changingGate({
    id: 'queue-emptied-once-a-day',
    breaks: 'portal.response.deferred-eventually-visible',
    summary: 'The queue is worked off a day later.',
    gate: 'takenUpAt',
    change: (gate) => (deferral) => (deferral.maintenance ? gate(deferral) : gate(deferral) + 24 * HOUR_MS),
  }),
  changingEvents({
    id: 'received-when-processed',
    breaks: 'portal.response.deferred-not-lost',
    summary: 'The time of receipt is when the queue was worked off.',
    change: (event) =>
      event.type === 'received' && event.deferral
        ? { ...event, deferral: { ...event.deferral, at: event.at } }
        : event,
  }),
  changingGate({
    id: 'maintenance-until-nine',
    breaks: 'portal.maintenance.window',
    summary: 'The window is kept an hour longer than announced.',
    gate: 'deferredUntil',
    change: (gate) => (state, now, pack) => {
      const before = gate(state, now - HOUR_MS, pack);
      return (
        gate(state, now, pack) ??
        (before && 'at' in before && before.maintenance ? { ...before, at: now + HOUR_MS } : null)
      );
    },
  }),
  changingGate({
    id: 'closed-for-maintenance',
    breaks: 'portal.maintenance.entry-allowed',
    summary: 'The form is shut while systems are maintained.',
    gate: 'deferredUntil',
    change: (gate) => (state, now, pack) => {
      const pause = gate(state, now, pack);
      return pause && 'at' in pause && pause.maintenance
        ? refuse('conflict', 'The portal is closed for maintenance.')
        : pause;
    },
  }),
  changingGate({
    id: 'status-on-saturday',
    breaks: 'portal.maintenance.no-status-until-monday',
    summary: 'Requests are worked on while systems are maintained, and shown.',
    gate: 'deferredUntil',
    change: (gate) => (state, now, pack) => {
      const pause = gate(state, now, pack);
      return pause && 'at' in pause && pause.maintenance
        ? { ...pause, at: Math.min(pause.at, now + HOUR_MS / 2) }
        : pause;
    },
  }),
  changingReceipt({
    id: 'four-hours-on-a-saturday',
    breaks: 'portal.maintenance.deferred-notice-time-wording',
    summary: 'One notice for every day of the week.',
    change: (body) => {
      body.notice = String(body.notice).replace(
        /on Monday morning, after maintenance \(at other times /,
        '(',
      );
    },
  }),
];
