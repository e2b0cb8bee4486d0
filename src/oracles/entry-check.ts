import type { Exchange } from '../facts/case-file.ts';
import { at, list, text } from '../facts/values.ts';
import type { RuleId } from '../rulebook/index.ts';
import { type Comparison, onCall } from './check.ts';
import { ACCEPTED, asValue, atLeast, nameOfPath, type Value, type Values } from './value.ts';

/**
 * One rule on what is entered: a draft that breaks it must be refused, and one that breaks no rule must be taken.
 * `D` is the draft with what the world knows about it.
 */
export type EntryRule<D> = {
  readonly rule: RuleId;
  /** The entries that it speaks of, as paths into the body. A refusal that names one of them may go by this rule. */
  readonly paths: readonly string[];
  /** The codes by which such a refusal goes by this rule, where several rules share a path; any code where left out. */
  readonly codes?: readonly string[];
  /** Whether it has anything to say about a draft. */
  readonly applies: (draft: D) => boolean;
  /** What it finds wrong: all of its entries, none, or those of these paths. */
  readonly wrong: (draft: D) => boolean | readonly string[];
  /** Whether a draft stands at the limit of what is allowed. */
  readonly edge?: (draft: D) => boolean;
  /** Whether the documents leave it open what becomes of such a draft: then any answer is right. */
  readonly open?: (draft: D) => boolean;
  /** What it was applied to, where that is not the values of its entries. */
  readonly given?: (draft: D, wrong: readonly string[]) => Values;
};

/** What a table of entry rules finds in one draft: the rules that apply, and what each that is broken finds wrong. */
export type Assessment<D> = {
  readonly draft: D;
  readonly applying: readonly EntryRule<D>[];
  readonly faults: ReadonlyMap<EntryRule<D>, readonly string[]>;
};

function wrongPaths<D>({ wrong, paths }: EntryRule<D>, draft: D): readonly string[] {
  const found = wrong(draft);
  if (typeof found !== 'boolean') return found;
  return found ? paths : [];
}

/** Holds every rule of a table against a draft. */
export function assess<D>(rules: readonly EntryRule<D>[], draft: D): Assessment<D> {
  const applying = rules.filter(({ applies }) => applies(draft));
  const faults = applying
    .map((rule) => [rule, wrongPaths(rule, draft)] as const)
    .filter(([, paths]) => paths.length > 0);
  return { draft, applying, faults: new Map(faults) };
}

/** One entry that a refusal names, and the code that it gives. */
export type NamedError = { readonly path: string; readonly code: string };

/** The entries that a refusal names. */
export const errorsOf = ({ answer }: Exchange): readonly NamedError[] =>
  list(answer.errors).map((error) => ({
    path: text(at(error, 'path')) ?? '',
    code: text(at(error, 'code')) ?? '',
  }));

/** Whether an entry is, holds, or is part of another, by their paths. */
export const overlaps = (path: string, other: string): boolean =>
  other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`);

/** Whether a refusal goes by a rule: it names one of the rule's entries, with one of its codes. */
export const goesBy = <D>({ paths, codes }: EntryRule<D>, errors: readonly NamedError[]): boolean =>
  errors.some(
    ({ path, code }) =>
      path !== '' &&
      paths.some((own) => overlaps(own, path)) &&
      (codes === undefined || codes.includes(code)),
  );

const valuesAt = (body: Exchange['body'], paths: readonly string[]): Values =>
  Object.fromEntries(paths.map((path): [string, Value] => [nameOfPath(path), asValue(at(body, path))]));

const givenOf = <D>(rule: EntryRule<D>, draft: D, call: Exchange, wrong: readonly string[]): Values =>
  rule.given?.(draft, wrong) ?? valuesAt(call.body, wrong.length > 0 ? wrong : rule.paths);

/**
 * What a call shows of a rule that its draft breaks: it must be refused. Null where the draft was taken although
 * other rules are broken as well, since nothing then tells which of them the portal does not keep.
 */
export function onFault<D>(
  rule: EntryRule<D>,
  { draft, faults }: Assessment<D>,
  call: Exchange,
): Comparison | null {
  const wrong = faults.get(rule) ?? [];
  if (wrong.length === 0 || (faults.size > 1 && call.status < 300)) return null;
  return onCall(
    call,
    { answer: atLeast(400) },
    { answer: call.status },
    {
      given: givenOf(rule, draft, call, wrong),
      edge: 'near',
      ...(rule.open?.(draft) ? { otherwise: 'depends' } : {}),
    },
  );
}

/**
 * What a call shows of a rule that its draft keeps, where nothing else is wrong with it: it must be taken. Null for a
 * refusal that does not go by this rule.
 */
export function onSound<D>(rule: EntryRule<D>, draft: D, call: Exchange): Comparison | null {
  const errors = errorsOf(call);
  if (call.status >= 300 && !goesBy(rule, errors)) return null;
  return onCall(
    call,
    { answer: ACCEPTED },
    { answer: call.status, ...(call.status >= 300 ? { refusedFor: errors.map(({ path }) => path) } : {}) },
    { given: givenOf(rule, draft, call, []), edge: rule.edge?.(draft) ? 'at' : null },
  );
}
