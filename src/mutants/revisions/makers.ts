import type { Parts, RequestState } from '../../reference-impl/index.ts';
import { changingGate } from '../makers/gates.ts';
import type { Fault, Mutant } from '../mutant.ts';

type Revise = Parts['gates']['revise'];

/** A portal that revises by other rules. */
export const changingRevision = ({
  change,
  ...fault
}: Fault & {
  readonly change: (revise: Revise, ...args: Parameters<Revise>) => ReturnType<Revise>;
}): Mutant =>
  changingGate({
    ...fault,
    gate: 'revise',
    change:
      (revise) =>
      (...args) =>
        change(revise, ...args),
  });

/** A portal that takes some requests for ones that may be revised. */
export const allowingRevision = ({
  when,
  ...fault
}: Fault & { readonly when: (request: RequestState) => boolean }): Mutant =>
  changingRevision({
    ...fault,
    change: (revise, request, revision, today, pack) =>
      revise(
        when(request) ? { ...request, status: 'APPROVED', closed: false } : request,
        revision,
        today,
        pack,
      ),
  });
