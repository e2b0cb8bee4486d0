import type { FeedEvent, Procedure } from '../contract/index.ts';
import { type CaseFile, type Decided, isUnclocked, type Note, notes } from './case-file.ts';
import type { Facts } from './facts.ts';
import { recordsBefore } from './order.ts';
import { text } from './values.ts';

/** The decisions that the portal's own staff or a delegate made on review; the harness's own are left out. */
export const ownDecisions = (file: CaseFile): readonly Decided[] =>
  isUnclocked(file) ? [] : file.decisions.filter(({ staged }) => !staged);

/** Those that the plan itself made. */
export const planDecisions = (file: CaseFile): readonly Decided[] =>
  ownDecisions(file).filter(({ organization }) => organization === null);

export const isMedical = ({ basis }: Decided): boolean => basis === 'medical-necessity';

/** A denial for medical necessity, in whole or in part. */
export const isMedicalDenial = (made: Decided): boolean => isMedical(made) && made.outcome !== 'approved';

export const isPhysician = (role: string): boolean => role === 'physician' || role === 'medical-director';

/** What the feed told of one type between the decision before and this one. */
export function notesBefore<T extends FeedEvent['type']>(
  file: CaseFile,
  made: Decided,
  type: T,
): readonly Note<T>[] {
  const since = recordsBefore(file.decisions, made.seq).at(-1)?.seq ?? 0;
  return recordsBefore(notes(file, type), made.seq).filter(({ seq }) => seq > since);
}

/** The review on which a decision rests: the last before it. */
export const reviewOf = (file: CaseFile, made: Decided): Note<'reviewed'> | null =>
  notesBefore(file, made, 'reviewed').at(-1) ?? null;

/** The procedure that was asked for. */
export const procedureOf = (facts: Facts, file: CaseFile): Procedure | undefined =>
  facts.world.procedures.find(({ code }) => code === text(file.submission?.body.procedure));

/** Whether a reconsideration was asked for and not yet decided, before a record. */
export const reconsidering = (file: CaseFile, seq: number): boolean =>
  recordsBefore(file.reconsiderations, seq).length >
  recordsBefore(file.decisions, seq).filter((made) => made.reconsideration).length;

/** Whether a revision was asked for and not yet decided, before a record. */
export const revising = (file: CaseFile, seq: number): boolean =>
  recordsBefore(file.revisions, seq).some(
    (asked) => !recordsBefore(file.decisions, seq).some((made) => made.revision === asked.number),
  );
