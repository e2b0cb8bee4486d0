import { businessDaysAfter, determinationsBefore } from '../../facts/delegate/course.ts';
import type { DelegateCase, DelegateNote, Talk } from '../../facts/delegate/file.ts';
import { text } from '../../facts/values.ts';
import { peerToPeerChecks, reported } from '../check.ts';
import { instant } from '../value.ts';

type Outcome = { readonly note: DelegateNote; readonly file: DelegateCase };

const outcomesOf = ({ id, cases }: Talk): readonly Outcome[] =>
  cases.flatMap((file) =>
    file.notes
      .filter((note) => note.type === 'consultation-outcome' && note.told.appointment === id)
      .map((note) => ({ note, file })),
  );

/** What a peer-to-peer may end with, by its level. Training, Post-Decision Options. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'pre-decision': ['approve', 'partial', 'deny', 'information-needed'],
  reconsideration: ['upheld', 'overturned', 'partly-overturned'],
  consultative: ['explained'],
};

/** Whether an outcome is one of its level. A consultative peer-to-peer that changes something is another rule’s. */
const fitsLevel = ({ note: { told }, file }: Outcome): boolean =>
  ALLOWED[text(told.level) ?? '']?.includes(text(told.outcome) ?? '') === true ||
  told.level === 'consultative' ||
  file.line === 'medicare';

/** What becomes of a peer-to-peer. Training, Post-Decision Options, How to schedule a Peer to Peer Request. */
export const outcomes = peerToPeerChecks({
  'p2p.eligibility.consultative-never-changes': (peerToPeer) =>
    outcomesOf(peerToPeer).flatMap(({ note, file }) => {
      if (note.told.level !== 'consultative' || file.line === 'medicare') return [];
      const after = determinationsBefore(file).filter(({ told: made }) => made.appointment === peerToPeer.id);
      return reported(
        [note.seq, ...after.map(({ seq }) => seq)],
        { determinations: [] },
        { determinations: after.map(({ told: made }) => text(made.outcome)) },
        { case: file.name, given: { level: 'consultative', outcome: text(note.told.outcome) } },
      );
    }),
  'p2p.outcome.recorded': (peerToPeer, facts) => {
    const held = peerToPeer.notes.find(
      (note) => note.type === 'consultation-changed' && note.told.to === 'held',
    );
    const [first] = peerToPeer.cases;
    if (!held || !first) return null;
    const due = businessDaysAfter(first, held.at, first.pack.delegate.outcomeBusinessDays.value);
    const found = outcomesOf(peerToPeer).filter(({ note }) => note.at <= due);
    if (found.length < peerToPeer.cases.length && (facts.scripted || facts.until <= due)) return null;
    const unfit = found.filter((one) => !fitsLevel(one));
    return reported(
      [held.seq, ...found.map(({ note }) => note.seq)],
      { outcomesInTime: peerToPeer.cases.length, outcomesNotOfLevel: [] },
      {
        outcomesInTime: found.length,
        outcomesNotOfLevel: unfit.map(({ note: { told }, file }) => ({
          case: file.number,
          level: text(told.level),
          outcome: text(told.outcome),
        })),
      },
      { given: { heldAt: instant(held.at), outcomeDue: instant(due) } },
    );
  },
});
