import type { LetterSections } from '../../contract/index.ts';
import type { Parts, PortalState, RequestState } from '../../reference-impl/index.ts';
import { type Fault, type Mutant, replacingParts } from '../mutant.ts';

type Desk = Parts['desk'];

/** A portal whose utilization management staff work in another way. */
export const changingDesk = ({
  change,
  ...fault
}: Fault & { readonly change: (desk: Desk) => Partial<Desk> }): Mutant =>
  replacingParts({ ...fault, replace: ({ desk }) => ({ desk: { ...desk, ...change(desk) } }) });

type PreparedEvent = ReturnType<Desk['prepare']>[number];

/** Staff who do something else, or (null) nothing, in one of the steps before a decision. */
export const changingPreparation = ({
  change,
  ...fault
}: Fault & {
  readonly change: (event: PreparedEvent, request: RequestState, state: PortalState) => PreparedEvent | null;
}): Mutant =>
  changingDesk({
    ...fault,
    change: ({ prepare }) => ({
      prepare: (state, request, decideAt, found) =>
        prepare(state, request, decideAt, found).flatMap((event) => change(event, request, state) ?? []),
    }),
  });

/** Staff who leave out one kind of step before a decision. */
export const omittingPreparation = ({
  step,
  ...fault
}: Fault & { readonly step: PreparedEvent['type'] }): Mutant =>
  changingPreparation({ ...fault, change: (event) => (event.type === step ? null : event) });

type ReviewNote = Extract<PreparedEvent, { type: 'reviewed' }>;

/** A reviewer who writes down something else. */
export const changingReviewNote = ({
  change,
  ...fault
}: Fault & {
  readonly change: (
    note: ReviewNote,
    request: RequestState,
    state: PortalState,
  ) => Partial<ReviewNote> | null;
}): Mutant =>
  changingPreparation({
    ...fault,
    change: (event, request, state) =>
      event.type === 'reviewed' ? { ...event, ...change(event, request, state) } : event,
  });

type Found = ReturnType<Desk['review']>;

/** A reviewer who comes to another result. */
export const changingReview = ({
  change,
  ...fault
}: Fault & {
  readonly change: (found: Found, request: RequestState, state: PortalState) => Found;
}): Mutant =>
  changingDesk({
    ...fault,
    change: ({ review }) => ({
      review: (state, request, pack) => change(review(state, request, pack), request, state),
    }),
  });

type Recipients = Desk['parties'];

/** A plan that sends its written notifications to other parties; null leaves them as they are. */
export const changingRecipients = ({
  change,
  ...fault
}: Fault & {
  readonly change: (...args: Parameters<Recipients>) => ReturnType<Recipients> | null;
}): Mutant =>
  changingDesk({
    ...fault,
    change: ({ parties }) => ({ parties: (made) => change(made) ?? parties(made) }),
  });

/** A plan whose written notifications lack some sections. */
export const omittingLetterSections = ({
  sections: left,
  ...fault
}: Fault & { readonly sections: readonly (keyof LetterSections)[] }): Mutant =>
  changingDesk({
    ...fault,
    change: ({ sections }) => ({
      sections: (...args) => {
        const letter = { ...sections(...args) };
        for (const section of left) delete letter[section];
        return letter;
      },
    }),
  });
