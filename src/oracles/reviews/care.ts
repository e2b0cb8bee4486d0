import type { FeedEvent } from '../../contract/index.ts';
import { type CaseFile, notes, type Told } from '../../facts/case-file.ts';
import { isBefore } from '../../facts/order.ts';
import { type Comparison, reported, requestChecks } from '../check.ts';
import { instant, not, PRESENT } from '../value.ts';

/** Something that a step says happened, and what the plan did about it: after it, or before it. */
function answered(
  file: CaseFile,
  what: string,
  type: FeedEvent['type'],
  when: 'after' | 'before',
  fits: (event: FeedEvent) => boolean = () => true,
): readonly Comparison[] {
  const order = (one: Told, other: Told): boolean =>
    when === 'after' ? isBefore(other, one) : isBefore(one, other);
  return file.circumstances
    .filter((happened) => happened.what === what)
    .map((happened) => {
      const done = notes(file, type).find((note) => order(note, happened) && fits(note.event));
      return reported(
        [happened.seq, ...(done ? [done.seq] : [])],
        { planAction: type },
        { planAction: done ? type : null },
        { given: { event: what, eventAt: instant(happened.at.low), actionExpected: when } },
      );
    });
}

/** Whether the plan itself had looked at a stay by the time the member went home. A referral is no stay. */
function decidedBeforeDischarge({ type, setting, circumstances, decisions }: CaseFile): boolean {
  const discharged = circumstances.find(({ what }) => what === 'discharged');
  return (
    type !== 'referral' &&
    setting === 'inpatient' &&
    decisions.some(({ seq, staged }) => !staged && discharged && seq < discharged.seq)
  );
}

/** What a plan does around a stay. Section 7, Concurrent Review, Retrospective Review, Discharge Planning. */
export const aroundCare = requestChecks(['desk', 'events', 'reviews', 'inject.care-event'], {
  'um.concurrent.quality-referral': (file) =>
    answered(
      file,
      'quality-concern',
      'referred-on',
      'after',
      (event) => event.type === 'referred-on' && event.to === 'quality-review',
    ),
  'um.concurrent.care-management-referral': (file) =>
    answered(
      file,
      'suited-to-care-management',
      'referred-on',
      'after',
      (event) => event.type === 'referred-on' && event.to === 'care-management',
    ),
  'um.discharge.oon-aftercare': (file) => answered(file, 'aftercare-asked', 'aftercare-answered', 'after'),
  'um.concurrent.discharge-needs': (file, facts) =>
    !facts.scripted && file.notification === null && decidedBeforeDischarge(file)
      ? answered(file, 'discharged', 'discharge-planned', 'before')
      : null,
  'um.discharge.starts-early': (file, facts) =>
    !facts.scripted && file.notification !== null && decidedBeforeDischarge(file)
      ? answered(file, 'discharged', 'discharge-planned', 'before')
      : null,
  'um.retro.record-request': (file) => {
    const discharged = file.circumstances.find(({ what }) => what === 'discharged');
    const decided = file.decisions.find(({ reconsideration }) => !reconsideration);
    if (!discharged || file.reviewType !== 'concurrent' || !decided || isBefore(decided, discharged))
      return null;
    const asked = notes(file, 'record-requested').find(({ seq }) => seq < decided.seq);
    return reported(
      [discharged.seq, decided.seq],
      { recordRequested: PRESENT },
      { recordRequested: asked ? instant(asked.at.low) : null },
      { given: { dischargedAt: instant(discharged.at.low), decidedAt: instant(decided.at.low) } },
    );
  },
  'um.retro.classification': (file) => {
    const [received] = notes(file, 'received');
    if (!received || file.submission === null || file.type === 'referral') return null;
    const over = file.reviewType === 'retrospective';
    return reported(
      [received.seq],
      { reviewType: over ? 'retrospective' : not('retrospective') },
      { reviewType: received.event.reviewType },
      { given: { serviceOverAtReceipt: over } },
    );
  },
});
