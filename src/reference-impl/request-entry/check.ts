import type { FieldError, Member, User } from '../../contract/index.ts';
import type { PlanFigures } from '../../rulebook/index.ts';
import type { PortalState } from '../core/state.ts';

/** A submission as it came in: nothing is known of it but that it is a JSON object. */
export type Draft = Readonly<Record<string, unknown>>;

/** What a check may look at beside the draft. `today` is the local date of the plan. */
export type CheckContext = {
  readonly state: PortalState;
  readonly user: Extract<User, { kind: 'provider' }>;
  readonly site: string;
  readonly today: string;
  /** The figures of the pack that the world plays by. */
  readonly figures: PlanFigures;
};

/** One entry rule. It answers every field that breaks it, and nothing where it cannot apply. */
export type Check = {
  readonly name: string;
  readonly find: (draft: Draft, context: CheckContext) => readonly FieldError[];
};

export const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

export const object = (value: unknown): Draft =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Draft) : {};

export const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** A civil date that exists, or null. */
export function date(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const parsed = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== value ? null : value;
}

export const memberOf = (draft: Draft, context: CheckContext): Member | undefined =>
  context.state.members.get(text(draft.member) ?? '');

/** Whether a member is covered on a local date; a span that ends on the date still covers it. */
export const coveredOn = (member: Member, day: string): boolean =>
  member.coverage.some(({ from, to }) => from <= day && (to === undefined || day <= to));
