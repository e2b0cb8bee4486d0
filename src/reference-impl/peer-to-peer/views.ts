import type { AppointmentView, PeerEligibility } from '../../contract/index.ts';
import type { DelegateRules } from '../case-build/build.ts';
import { iso, isoOrNull } from '../core/instants.ts';
import type { PortalState } from '../core/state.ts';
import type { Appointment, CaseFileState } from '../delegate/state.ts';
import { appointmentOf, delegationOf } from '../delegate/state.ts';
import { dateOf, packOf } from '../delegate/windows.ts';
import { CONSULTATIVE, eligibilityOf } from './appointments.ts';
import { slotView } from './slots.ts';
/** What may be discussed now. The link leads to the scheduler with the case filled in. */
export function eligibilityView(
  state: PortalState,
  file: CaseFileState,
  rules: DelegateRules,
): PeerEligibility {
  const found = eligibilityOf(file, state.now, rules);
  const { pack } = rules;
  return {
    caseNumber: file.id,
    result: found.result,
    level: found.level,
    mayChangeDecision: found.mayChangeDecision,
    message: found.result === 'consultative' ? CONSULTATIVE : null,
    link: found.result === 'none' ? null : `/delegate/peer-to-peer?case=${file.id}`,
    validUntil: found.validUntil === null ? null : dateOf(pack, found.validUntil),
    dueAt: isoOrNull(found.dueAt),
    reconsiderationUntil: found.reconsiderUntil === null ? null : dateOf(pack, found.reconsiderUntil),
    status: appointmentStatus(state, file),
  };
}

/** An appointment, for its user and for staff. */
export function appointmentView(
  state: PortalState,
  talk: Appointment,
  rules: DelegateRules,
): AppointmentView {
  const reviewer = delegationOf(state).reviewers.find(({ id }) => id === talk.reviewer);
  const { pack } = rules;
  const live = talk.state === 'scheduled' && state.now <= talk.start;
  return {
    id: talk.id,
    state: talk.state,
    revision: talk.revision,
    requestedAt: iso(talk.requestedAt),
    slot: slotView({ id: talk.slot, start: talk.start, end: talk.end }, talk.preferences.timeZone),
    reviewer: { id: talk.reviewer, name: reviewer?.name ?? '' },
    timeZone: talk.preferences.timeZone,
    cases: talk.cases.map(({ caseNumber, level, outcome }) => {
      const file = state.delegate.cases.get(caseNumber);
      const until = file ? rules.gates.windowTalk(file, packOf(pack, file)) : null;
      return {
        caseNumber,
        level,
        mayChangeDecision: level !== 'consultative',
        validUntil: until === null ? null : dateOf(pack, until),
        outcome,
      };
    }),
    contact: talk.contact,
    actions: live ? ['reschedule', 'cancel'] : [],
    notice: talk.notice,
    cancelReason: talk.cancelReason,
  };
}

const STATUS = {
  scheduled: 'Scheduled',
  held: 'Held',
  missed: 'Missed',
  cancelled: 'Cancelled',
  closed: 'Closed',
};

export const appointmentStatus = (state: PortalState, file: CaseFileState): string | null => {
  const talk = appointmentOf(state, file.id);
  return talk ? STATUS[talk.state] : null;
};
