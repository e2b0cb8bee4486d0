import type { Member, World } from '../../contract/index.ts';
import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import { isFresh } from '../../facts/pcp.ts';
import { at, strings, text } from '../../facts/values.ts';
import type { PlanFigures, RuleId } from '../../rulebook/index.ts';

/** A submission with what the world knows about it. `today` is the local date of the plan. */
export type Entry = {
  readonly figures: PlanFigures;
  readonly exchange: Exchange;
  readonly body: Exchange['body'];
  readonly world: World;
  readonly member: Member | undefined;
  readonly coverage: Member['coverage'];
  /** The member’s PCP as far as the history tells, and since when (epoch ms). */
  readonly pcp: { readonly site: string; readonly since: number; readonly changed: boolean };
  /** The site for which it was made. */
  readonly site: string | null;
  readonly today: string;
  /** Requests that existed before it. */
  readonly earlier: readonly CaseFile[];
};

/**
 * One entry rule as an oracle sees it. `broken` names the paths that break it; `edge` tells that a value
 * stands at the limit of what is allowed. A rule that does not apply is left out by `applies`.
 */
export type EntryRule = {
  readonly rule: RuleId;
  readonly applies: (entry: Entry) => boolean;
  readonly broken: (entry: Entry) => readonly string[];
  readonly edge?: (entry: Entry) => boolean;
  /** Whether the documents leave it open what becomes of such an entry: then any answer is right. */
  readonly open?: (entry: Entry) => boolean;
};

export const valueAt = (entry: Entry, path: string): unknown => at(entry.body, path);
export const textAt = (entry: Entry, path: string): string | null => {
  const value = text(valueAt(entry, path));
  return value === null || value.trim() === '' ? null : value;
};
export const freshPcp = ({ pcp, exchange }: Entry): boolean => isFresh(pcp, exchange.at);
export const isReferral = ({ body }: Entry): boolean => body.type === 'referral';
export const diagnosesOf = (entry: Entry): readonly string[] => strings(entry.body.diagnoses);

export { realDate } from '../../facts/values.ts';

/** Whether an affiliation’s last day in the network is over. */
export const hasLeft = ({ networkUntil }: { networkUntil?: string | undefined }, today: string): boolean =>
  networkUntil !== undefined && networkUntil < today;

/** Whether spans of coverage hold on a local date, both ends included. */
export const covered = (coverage: Member['coverage'], day: string): boolean =>
  coverage.some(({ from, to }) => day >= from && (to === undefined || day <= to));

export const affiliationOf = (entry: Entry) =>
  entry.world.providers
    .find(({ id }) => id === valueAt(entry, 'servicing.provider'))
    ?.affiliations.find(({ id }) => id === valueAt(entry, 'servicing.affiliation'));
