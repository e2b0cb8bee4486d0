import type { DomainEvent, PortalState } from '../../reference-impl/index.ts';
import { type Fault, type Mutant, replacingParts } from '../mutant.ts';

/** What becomes of one event before it is true: another, several, or (null) none. `all` are those of its command. */
type Change = (
  event: DomainEvent,
  state: PortalState,
  all: readonly DomainEvent[],
) => DomainEvent | readonly DomainEvent[] | null;

/** A portal that does something else, or nothing, where the reference implementation would act. */
export const changingEvents = ({ change, ...fault }: Fault & { readonly change: Change }): Mutant =>
  replacingParts({
    ...fault,
    replace: (parts) => ({
      events: (events, state) => {
        const passed = parts.events(events, state);
        return passed.flatMap((event) => change(event, state, passed) ?? []);
      },
    }),
  });

/** A portal in which some events never happen. */
export const omittingEvents = ({
  when,
  ...fault
}: Fault & { readonly when: (event: DomainEvent) => boolean }): Mutant =>
  changingEvents({ ...fault, change: (event) => (when(event) ? null : event) });

type Received = Extract<DomainEvent, { type: 'received' }>;

/** Whether a request asks for a procedure of some category. */
export const isOfCategory =
  (category: string) =>
  ({ accepted }: Received, { world }: PortalState): boolean =>
    (world.procedures.find(({ code }) => code === accepted.procedure)?.category ?? 'other') === category;

/** A portal that takes an item of information for sent where it was not. */
export const presumingInformation = ({
  item,
  when,
  ...fault
}: Fault & {
  readonly item: string;
  readonly when: (event: Received, state: PortalState) => boolean;
}): Mutant =>
  replacingParts({
    ...fault,
    replace: (parts) => ({
      events: (events, state) => {
        const passed = parts.events(events, state);
        const taken = passed.find((event) => event.type === 'received');
        if (taken?.type !== 'received' || !when(taken, state) || taken.accepted.information.includes(item))
          return passed;
        return passed.map((event): DomainEvent => {
          if (event.type === 'received') {
            const information = [...event.accepted.information, item];
            return { ...event, accepted: { ...event.accepted, information } };
          }
          return event.type === 'status-changed' && event.request === taken.request && event.from === null
            ? { ...event, to: 'MEDREVIEW' }
            : event;
        });
      },
    }),
  });
