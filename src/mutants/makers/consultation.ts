import type { DomainEvent, PortalState } from '../../reference-impl/index.ts';

/** A consultative peer-to-peer, which cannot change a determination, ends with an approval, for one line of business. */
export const overturnedAtConsultation =
  (line: string) =>
  (event: DomainEvent, state: PortalState): DomainEvent | DomainEvent[] => {
    if (event.type !== 'consultation-outcome' || event.level !== 'consultative') return event;
    const file = state.delegate.cases.get(event.case);
    const last = file?.determinations.at(-1);
    if (!file || !last || file.line !== line) return event;
    const approved = file.build.plan.phases.map((one) => ({ ...one }));
    const on = { at: event.at, case: event.case };
    const notified = {
      techniques: approved.map(({ technique }) => technique),
      fractions: approved.map(({ fractions }) => fractions),
    };
    const notices = file.notices
      .filter(({ about }) => about === 'determination')
      .map((notice) => ({ ...notice, ...on, ...notified, type: 'case-notice-sent' as const }));
    return [
      { ...event, became: 'approved' },
      {
        ...last,
        ...on,
        type: 'case-determined',
        outcome: 'approved',
        approved,
        denied: [],
        rationale: '',
        alternative: null,
        by: 'physician',
        cause: 'consultation',
        appointment: event.appointment,
      },
      ...notices,
    ];
  };
