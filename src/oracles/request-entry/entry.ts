import type { Member, World } from '../../contract/index.ts';
import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import { isFresh } from '../../facts/pcp.ts';
import { at, strings, text } from '../../facts/values.ts';
import type { PlanFigures } from '../../rulebook/index.ts';
import type { EntryRule as RuleOf } from '../entry-check.ts';

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

/** A rule on what a submission holds. */
export type EntryRule = RuleOf<Entry>;

/** For rules that apply to every submission. */
export const always = (): boolean => true;

/** For rules that only a refusal can break: what may be asked for. */
export const nothing = (): boolean => false;

/** The value at a path of the body, such as `servicing.provider`. */
export const valueAt = (entry: Entry, path: string): unknown => at(entry.body, path);

/** The text at a path of the body; null where there is none or it is blank. */
export const textAt = (entry: Entry, path: string): string | null => {
  const value = text(valueAt(entry, path));
  return value === null || value.trim() === '' ? null : value;
};

/** Whether the value at a path of the body is there at all. */
export const isGiven = (entry: Entry, path: string): boolean =>
  valueAt(entry, path) !== undefined && valueAt(entry, path) !== null;

/** Whether the member’s PCP changed so lately that the daily refresh may not have shown it. */
export const freshPcp = ({ pcp, exchange }: Entry): boolean => isFresh(pcp, exchange.at);

export const isReferral = ({ body }: Entry): boolean => body.type === 'referral';

/** The codes of the diagnoses, the primary one first. */
export const diagnosesOf = (entry: Entry): readonly string[] => strings(entry.body.diagnoses);

export { realDate } from '../../facts/values.ts';

/** Days from one civil date to another. */
export const daysApart = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Whether an affiliation’s last day in the network is over. */
export const hasLeft = ({ networkUntil }: { networkUntil?: string | undefined }, today: string): boolean =>
  networkUntil !== undefined && networkUntil < today;

/** Whether spans of coverage hold on a local date, both ends included. */
export const covered = (coverage: Member['coverage'], day: string): boolean =>
  coverage.some(({ from, to }) => day >= from && (to === undefined || day <= to));

/** The affiliation of the servicing provider that was selected; undefined where the world knows none such. */
export const affiliationOf = (entry: Entry) =>
  entry.world.providers
    .find(({ id }) => id === valueAt(entry, 'servicing.provider'))
    ?.affiliations.find(({ id }) => id === valueAt(entry, 'servicing.affiliation'));
