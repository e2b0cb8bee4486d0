import {
  type CaseFile,
  continuedRowOf,
  type Decided,
  isUnclocked,
  rowOf,
  type Told,
} from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Duty, Part, Row } from '../../rulebook/index.ts';
import type { Anchors } from './arms.ts';

/** One decision of a case, made or still owed, with what was told about it. */
export type Determination = {
  readonly file: CaseFile;
  readonly decided: Decided | null;
  /** What started its clock: the request, or the request for reconsideration. */
  readonly start: Told;
  readonly reconsideration: boolean;
  /** Whether it answers a revision: care that goes on. */
  readonly revision: boolean;
  /** What a reconsideration is about: its row, and when that was asked for. */
  readonly original: { readonly row: Row; readonly received: Told } | null;
  readonly call: Told | null;
  readonly letterTo: (party: 'provider' | 'member') => Told | null;
  readonly parts: readonly Part[];
};

const partsOf = (decided: Decided | null): readonly Part[] => {
  if (!decided) return ['approval'];
  if (decided.outcome === 'partial') return ['approval', 'denial'];
  return [decided.outcome === 'approved' ? 'approval' : 'denial'];
};

/** Every determination of a case, the one that is still owed among them. */
export function determinationsOf(file: CaseFile): Determination[] {
  const make = (
    decided: Decided | null,
    start: Told,
    more: Partial<Pick<Determination, 'reconsideration' | 'revision' | 'original'>> = {},
  ): Determination => ({
    file,
    decided,
    start,
    reconsideration: false,
    revision: false,
    original: null,
    ...more,
    call:
      file.calls.find(
        ({ decision, to, result }) => decision === decided?.number && to !== 'member' && result === 'reached',
      ) ?? null,
    letterTo: (party) =>
      file.letters.find(
        ({ decision, to }) => decision === decided?.number && (to === 'member') === (party === 'member'),
      ) ?? null,
    parts: partsOf(decided),
  });
  const initial = file.decisions.find((made) => !made.reconsideration && made.revision === null) ?? null;
  const again = file.decisions.filter(({ reconsideration }) => reconsideration);
  const revised = file.revisions.map((asked) => {
    const decided = file.decisions.find((made) => made.revision === asked.number && !made.reconsideration);
    return make(decided ?? null, asked, { revision: true });
  });
  const asked = file.reconsiderations.map((request, index) => {
    const about = file.decisions.find(({ number }) => number === request.about);
    const revision = file.revisions.find(({ number }) => number === about?.revision);
    const original = revision
      ? { row: continuedRowOf(file), received: revision }
      : { row: rowOf(file), received: file.received };
    return make(again[index] ?? null, request, { reconsideration: true, original });
  });
  return [make(initial, file.received), ...revised, ...asked];
}

/** The instants of a determination that limits are counted from, at the low or high end of a coarse log. */
export function anchorsOf(
  { file, decided, start, reconsideration, revision, original, call }: Determination,
  end: 'low' | 'high',
): Anchors {
  const row = revision ? continuedRowOf(file) : rowOf(file);
  const at = (told: Told | null): number | null => told?.at[end] ?? null;
  return {
    row: reconsideration ? 'reconsideration' : row,
    received: start.at[end],
    information: reconsideration || revision ? start.at[end] : at(file.information),
    decided: at(decided),
    called: at(call),
    original: original ? { row: original.row, received: original.received.at[end] } : null,
  };
}

/** Whether the plan's own clocks govern a case. */
export const inScope = ({ pack }: Facts, file: CaseFile): boolean =>
  !isUnclocked(file) &&
  file.channel !== 'delegate' &&
  (file.lineOfBusiness === null || pack.linesOfBusiness.includes(file.lineOfBusiness));

/** The event that fulfils a duty. */
export function actOf(determination: Determination, duty: Duty): Told | null {
  if (duty === 'decision') return determination.decided;
  if (duty === 'verbal') return determination.call;
  return determination.letterTo(duty === 'written-member' ? 'member' : 'provider');
}
