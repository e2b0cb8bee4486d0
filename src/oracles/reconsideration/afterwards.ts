import { announcement, determinationsBefore } from '../../facts/delegate/course.ts';
import { type DelegateNote, delegateOf, notesBefore } from '../../facts/delegate/file.ts';
import { fields, list, text } from '../../facts/values.ts';
import { type Comparison, caseChecks, reported } from '../check.ts';
import { asValue, atLeast, includes, instant, oneOf, PRESENT } from '../value.ts';

import { ADVERSE } from './post-decision.ts';

const noteAt = (note: DelegateNote | undefined) => (note ? instant(note.at) : null);

/** Whether a reconsideration began by a channel: on the web, or by a peer-to-peer. */
const began = (
  events: readonly number[],
  channel: 'web' | 'consultation',
  asked: readonly DelegateNote[],
): Comparison =>
  reported(
    events,
    { reconsiderationRequestedBy: includes(channel) },
    { reconsiderationRequestedBy: asked.map(({ told: one }) => text(one.by)) },
  );

const becameOf = ({ type }: DelegateNote): string =>
  type === 'consultation-became-consultative' ? 'consultative' : 'cancelled';

/** What happens to a case after, and of a Medicare case before, its determination. */
export const afterwards = caseChecks({
  'predecision.medicare.notify-before-denial': (file) =>
    determinationsBefore(file).flatMap((made) => {
      if (
        !file.pack.delegate.preDecision.value ||
        made.told.outcome === 'approved' ||
        made.told.cause === 'consultation'
      )
        return [];
      const notices = file.notices.filter(
        // The outbox is read after the feed, so that only instants tell which came first.
        ({ type, at }) => type === 'pre-decision' && at < made.at,
      );
      const phone = notices.find(({ told: one }) => one.by === 'phone');
      const writing = notices.find(({ told: one }) => one.by !== 'phone');
      return reported(
        [made.seq, ...notices.map(({ seq }) => seq)],
        { verbalNotification: PRESENT, writtenNotification: PRESENT },
        { verbalNotification: noteAt(phone), writtenNotification: noteAt(writing) },
        { given: { deniedAt: instant(made.at) } },
      );
    }),
  'predecision.medicare.notice-states-due-date': (file) =>
    file.notices.flatMap((notice) => {
      if (notice.type !== 'pre-decision' || notice.told.by === 'phone') return [];
      const due = Date.parse(text(notice.told.dueAt) ?? '');
      return reported(
        [notice.seq],
        { dueAt: atLeast(instant(notice.at + 1)), text: PRESENT },
        { dueAt: Number.isNaN(due) ? null : instant(due), text: (text(notice.told.text) ?? '').trim() },
        { given: { sentAt: instant(notice.at) } },
      );
    }),
  'predecision.medicare.info-before-due': (file) =>
    determinationsBefore(file).flatMap((made) => {
      const asked = announcement(file, made.seq);
      if (
        !file.pack.delegate.preDecision.value ||
        made.told.outcome === 'approved' ||
        !asked?.dueAt ||
        made.told.cause !== 'review'
      )
        return [];
      const talked = file.notes.some(
        ({ type, seq, told: one }) => type === 'consultation-changed' && one.to === 'held' && seq < made.seq,
      );
      const booked = file.notes.some(({ type, seq }) => type === 'consultation-scheduled' && seq < made.seq);
      if (booked && !talked) return [];
      const came = asked.receivedAt !== null && asked.receivedAt <= made.at;
      return reported(
        [made.seq],
        { deniedAt: talked || came ? PRESENT : atLeast(instant(asked.dueAt + 1)) },
        { deniedAt: instant(made.at) },
        {
          given: {
            dueAt: instant(asked.dueAt),
            informationReceived: asked.receivedAt === null ? null : instant(asked.receivedAt),
            peerToPeerHeld: talked,
          },
          edge: made.at === asked.dueAt + 1 ? 'near' : null,
        },
      );
    }),
  'predecision.medicare.hold-when-only-consult': (file) =>
    determinationsBefore(file).flatMap((made) => {
      const asked = announcement(file, made.seq);
      const [booked] = file.notes.filter(
        ({ type, seq }) => type === 'consultation-scheduled' && seq < made.seq,
      );
      if (
        !file.pack.delegate.preDecision.value ||
        made.told.outcome === 'approved' ||
        !asked?.dueAt ||
        !booked
      )
        return [];
      if (asked.receivedAt !== null || made.told.cause !== 'review') return [];
      const until = Math.min(Date.parse(text(booked.told.end) ?? ''), asked.dueAt);
      const held = file.notes.some(
        ({ type, seq, told: one }) =>
          type === 'consultation-changed' &&
          ['held', 'cancelled', 'missed'].includes(text(one.to) ?? '') &&
          seq < made.seq,
      );
      return reported(
        [made.seq, booked.seq],
        { deniedAt: held ? PRESENT : atLeast(instant(until)) },
        { deniedAt: instant(made.at) },
        { given: { peerToPeerOver: held, dueAt: instant(asked.dueAt) } },
      );
    }),
  'predecision.medicare.info-received-no-hold': (file) =>
    determinationsBefore(file).flatMap((made) => {
      const asked = announcement(file, made.seq);
      if (
        !file.pack.delegate.preDecision.value ||
        !asked?.dueAt ||
        asked.receivedAt === null ||
        made.at > asked.dueAt
      )
        return [];
      const booked = file.notes
        .filter(({ type, seq }) => type === 'consultation-scheduled' && seq < made.seq)
        .at(-1);
      const over = file.notes.some(
        ({ type, seq, told: one }) =>
          type === 'consultation-changed' &&
          ['held', 'cancelled', 'missed'].includes(text(one.to) ?? '') &&
          seq < made.seq,
      );
      if (!booked || over || made.told.outcome === 'approved') return [];
      const turned = file.notes.find(
        ({ type, seq, told: one }) =>
          seq > made.seq &&
          (type === 'consultation-became-consultative' ||
            (type === 'consultation-changed' && one.to === 'cancelled')),
      );
      return reported(
        [made.seq, booked.seq],
        { peerToPeerBecame: PRESENT },
        { peerToPeerBecame: turned ? becameOf(turned) : null },
        { given: { decidedAt: instant(made.at), informationReceived: instant(asked.receivedAt) } },
      );
    }),
  'postdecision.medicare.consult-cannot-overturn': (file) => {
    if (file.line !== 'medicare') return null;
    return file.notes.flatMap((note) => {
      const before = determinationsBefore(file, note.seq).at(-1);
      if (
        note.type !== 'consultation-outcome' ||
        !before ||
        !ADVERSE.includes(text(before.told.outcome) ?? '')
      )
        return [];
      const after = determinationsBefore(file).filter(
        ({ seq, told: one }) => seq > before.seq && one.appointment === note.told.appointment,
      );
      return reported(
        [note.seq, ...after.map(({ seq }) => seq)],
        { determinationsByPeerToPeer: [], outcomeBecame: null },
        {
          determinationsByPeerToPeer: after.map(({ told: one }) => text(one.outcome)),
          outcomeBecame: asValue(note.told.became),
        },
        { given: { outcome: text(before.told.outcome) } },
      );
    });
  },
  'postdecision.medicaid.recon-channels': (file, facts) => {
    if (file.line !== 'medicaid') return null;
    const asked = notesBefore(file, 'case-reconsideration-requested');
    const byWeb = asked
      .filter(({ told: one }) => one.by === 'web')
      .map(({ seq }) => began([seq], 'web', asked));
    const held = [...delegateOf(facts).talks.values()].flatMap((talk) => {
      const talked = talk.notes.find(
        ({ type, told: one }) => type === 'consultation-changed' && one.to === 'held',
      );
      const booked = talk.notes.find(({ type }) => type === 'consultation-scheduled');
      const level = list(booked?.told.cases)
        .map(fields)
        .find(({ caseNumber }) => caseNumber === file.number)?.level;
      // There is one reconsideration; a talk after it was asked for begins none.
      const before = talked && asked.some(({ seq }) => seq < talked.seq);
      return talked && level === 'reconsideration' && !before ? [talked] : [];
    });
    const byTalk = held.map(({ seq }) => began([seq], 'consultation', asked));
    return [...byWeb, ...byTalk];
  },
  'postdecision.medicaid.p2p-can-change-decision': (file) =>
    file.line === 'medicaid'
      ? file.notes.flatMap((note) => {
          if (note.type !== 'consultation-outcome' || !/overturned$/.test(text(note.told.outcome) ?? ''))
            return [];
          const made = determinationsBefore(file).find(
            ({ seq, told: one }) => seq > note.seq && one.appointment === note.told.appointment,
          );
          return reported(
            [note.seq],
            { outcome: oneOf('approved', 'partially-approved') },
            { outcome: text(made?.told.outcome) },
            { given: { peerToPeerOutcome: text(note.told.outcome) } },
          );
        })
      : null,
});
