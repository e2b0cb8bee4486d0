import { announcement, determinationsBefore } from '../../facts/delegate/course.ts';
import { delegateOf, notesBefore } from '../../facts/delegate/file.ts';
import { fields, list, text } from '../../facts/values.ts';
import { caseChecks } from '../check.ts';
import { told } from '../seen.ts';

import { ADVERSE } from './post-decision.ts';

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
      const phone = notices.some(({ told: one }) => one.by === 'phone');
      const writing = notices.some(({ told: one }) => one.by !== 'phone');
      return told(
        [made.seq, ...notices.map(({ seq }) => seq)],
        phone && writing,
        `Before the denial the provider was told ${[phone && 'by phone', writing && 'in writing'].filter(Boolean).join(' and ') || 'nothing'}.`,
      );
    }),
  'predecision.medicare.notice-states-due-date': (file) =>
    file.notices.flatMap((notice) => {
      if (notice.type !== 'pre-decision' || notice.told.by === 'phone') return [];
      const due = Date.parse(text(notice.told.dueAt) ?? '');
      const holds = due > notice.at && (text(notice.told.text) ?? '').trim() !== '';
      return told([notice.seq], holds, `The notice is due ${text(notice.told.dueAt) ?? 'never'}.`);
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
      const holds =
        made.at > asked.dueAt || talked || (asked.receivedAt !== null && asked.receivedAt <= made.at);
      return told(
        [made.seq],
        holds,
        `Information was due by ${new Date(asked.dueAt).toISOString()}; the denial came ${made.at > asked.dueAt ? 'after' : 'before'} that, and ${asked.receivedAt === null ? 'nothing' : 'something'} had come.`,
        { edge: made.at === asked.dueAt + 1 ? 'near' : null },
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
      return told(
        [made.seq, booked.seq],
        held || made.at >= until,
        'Only a talk was asked for; the denial waited for it, or did not.',
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
      const turned = file.notes.some(
        ({ type, seq, told: one }) =>
          seq > made.seq &&
          (type === 'consultation-became-consultative' ||
            (type === 'consultation-changed' && one.to === 'cancelled')),
      );
      return told(
        [made.seq, booked.seq],
        turned,
        `Decided at once; the talk that was booked ${turned ? 'can change nothing any more' : 'was left as it was'}.`,
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
      const changed = after.length > 0 || (note.told.became ?? null) !== null;
      return told(
        [note.seq, ...after.map(({ seq }) => seq)],
        !changed,
        `The talk after the denial ${changed ? 'changed' : 'did not change'} the determination.`,
      );
    });
  },
  'postdecision.medicaid.recon-channels': (file, facts) => {
    if (file.line !== 'medicaid') return null;
    const asked = notesBefore(file, 'case-reconsideration-requested');
    const byWeb = asked
      .filter(({ told: one }) => one.by === 'web')
      .map(({ seq }) => told([seq], true, 'A reconsideration began on the web.'));
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
    const byTalk = held.map(({ seq }) => {
      const began = asked.some(({ told: one }) => one.by === 'consultation');
      return told(
        [seq],
        began,
        `A talk in the window was held; a reconsideration ${began ? 'began' : 'did not begin'} by it.`,
      );
    });
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
          return told(
            [note.seq],
            made !== undefined && made.told.outcome !== 'denied',
            `The talk overturned the denial; the case became ${text(made?.told.outcome) ?? 'nothing else'}.`,
          );
        })
      : null,
});
