import type { FieldError } from '../../contract/index.ts';
import type { Parts } from '../../reference-impl/index.ts';
import { type Fault, type Mutant, replacingParts } from '../mutant.ts';

type Find = Parts['checks'][number]['find'];

/** What a submission holds before it is accepted. */
export type EntryDraft = Parameters<Find>[0];

/** A portal in which one entry check finds something else. */
export const changingEntryCheck = ({
  check: name,
  change,
  ...fault
}: Fault & { readonly check: string; readonly change: (find: Find) => Find }): Mutant =>
  replacingParts({
    ...fault,
    replace: ({ checks }) => ({
      checks: checks.map((check) => (check.name === name ? { name, find: change(check.find) } : check)),
    }),
  });

/** A portal without one entry check: for every submission, or `when` it is of some kind. */
export const skippingEntryCheck = ({
  when = () => true,
  ...fault
}: Fault & { readonly check: string; readonly when?: (...args: Parameters<Find>) => boolean }): Mutant =>
  changingEntryCheck({
    ...fault,
    change: (find) => (draft, context) => (when(draft, context) ? [] : find(draft, context)),
  });

/** A portal in which one entry check reports only the errors that `keep` holds for. */
export const ignoringEntryErrors = ({
  keep,
  ...fault
}: Fault & { readonly check: string; readonly keep: (error: FieldError) => boolean }): Mutant =>
  changingEntryCheck({ ...fault, change: (find) => (draft, context) => find(draft, context).filter(keep) });

/** A portal with an entry check too many. */
export const addingEntryCheck = ({ find, ...fault }: Fault & { readonly find: Find }): Mutant =>
  replacingParts({ ...fault, replace: ({ checks }) => ({ checks: [...checks, { name: fault.id, find }] }) });
