import { businessDaysAfter, determinationsBefore } from '../../facts/delegate/course.ts';
import type { DelegateCase, Talk } from '../../facts/delegate/file.ts';
import { text } from '../../facts/values.ts';
import { peerToPeerChecks } from '../check.ts';
import { told } from '../seen.ts';

const outcomes = ({ notes, id }: Talk, files: readonly DelegateCase[]) =>
  files.flatMap((file) =>
    file.notes
      .filter((note) => note.type === 'consultation-outcome' && note.told.appointment === id)
      .map((note) => ({ note, file, held: notes.find((one) => one.told.to === 'held') })),
  );

/** What a consultation may end with, by its level. Training, Post-Decision Options. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'pre-decision': ['approve', 'partial', 'deny', 'information-needed'],
  reconsideration: ['upheld', 'overturned', 'partly-overturned'],
  consultative: ['explained'],
};

/** What becomes of a consultation. Training, Post-Decision Options, How to schedule a Peer to Peer Request. */
export const talks = peerToPeerChecks({
  'p2p.eligibility.consultative-never-changes': (talk) =>
    outcomes(talk, talk.cases).flatMap(({ note, file }) => {
      if (note.told.level !== 'consultative' || file.line === 'medicare') return [];
      const after = determinationsBefore(file).filter(({ told: made }) => made.appointment === talk.id);
      return told(
        [note.seq, ...after.map(({ seq }) => seq)],
        after.length === 0,
        `A consultative talk ${after.length > 0 ? 'changed' : 'left'} the determination.`,
        { case: file.name },
      );
    }),
  'p2p.outcome.recorded': (talk, facts) => {
    const held = talk.notes.find((note) => note.type === 'consultation-changed' && note.told.to === 'held');
    const [first] = talk.cases;
    if (!held || !first) return null;
    const due = businessDaysAfter(first, held.at, first.pack.delegate.outcomeBusinessDays.value);
    const found = outcomes(talk, talk.cases).filter(({ note }) => note.at <= due);
    if (found.length < talk.cases.length && (facts.scripted || facts.until <= due)) return null;
    const fits = found.every(({ note, file }) => {
      const fit = ALLOWED[text(note.told.level) ?? '']?.includes(text(note.told.outcome) ?? '') === true;
      // A consultative talk that changes something is another rule's.
      return fit || note.told.level === 'consultative' || file.line === 'medicare';
    });
    return told(
      [held.seq, ...found.map(({ note }) => note.seq)],
      found.length === talk.cases.length && fits,
      `The talk was held; ${found.length} of ${talk.cases.length} outcomes were recorded in time.`,
    );
  },
});
