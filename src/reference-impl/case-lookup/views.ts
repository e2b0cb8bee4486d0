import type {
  AppointmentView,
  CaseRow,
  CaseView,
  PeerEligibility,
  PostDecisionOptions,
} from '../../contract/index.ts';
import type { DelegateRules } from '../case-build/build.ts';
import { questionnaireOf } from '../case-build/questionnaire.ts';
import type { PortalState } from '../core/state.ts';
import {
  type Appointment,
  appointmentOf,
  type CaseFileState,
  delegationOf,
  lastDetermination,
  stateOf,
} from '../delegate/state.ts';
import { dateOf, packOf } from '../delegate/windows.ts';
import { CONSULTATIVE, eligibilityOf } from '../peer-to-peer/appointments.ts';
import { slotView } from '../peer-to-peer/slots.ts';

const iso = (at: number): string => new Date(at).toISOString();
const maybe = (at: number | null): string | null => (at === null ? null : iso(at));

const WORDS: Readonly<Record<CaseView['state'], string>> = {
  'in-progress': 'Request in progress',
  saved: 'Saved, to be finished later',
  expired: 'Expired',
  cancelled: 'Cancelled',
  'clinical-review': 'Sent to clinical review',
  'information-requested': 'More clinical information was asked for',
  approved: 'Approved',
  'partially-approved': 'Partially approved',
  denied: 'Denied',
  'reconsideration-pending': 'Additional information received, pending medical director review',
  withdrawn: 'Withdrawn',
};
const CHOICES = ['upload', 'notes', 'both', 'nothing'];
const REVIEW =
  'Your case was sent to clinical review. If more information is needed, a fax will follow within 2 business days. Questions: phone 888-555-0144.';

const named = (all: readonly { code: string; description: string }[], code: string) =>
  all.find((one) => one.code === code) ?? { code, description: '' };

/** The state of a case now, with drafts that ran out of time. */
export const stateNow = (state: PortalState, file: CaseFileState, { gates, pack }: DelegateRules) =>
  stateOf(file, state.now > gates.windowFinish(file, packOf(pack, file)));

/** `A` and nine digits, which only an approval has. */
const authorizationOf = (file: CaseFileState): string =>
  ['approved', 'partially-approved'].includes(lastDetermination(file)?.outcome ?? '')
    ? `A${file.id.slice(1)}`
    : 'NA';

const expirationOf = (file: CaseFileState, { gates, pack }: DelegateRules): string => {
  const until = gates.windowAuthorization(file, packOf(pack, file));
  return until === null || authorizationOf(file) === 'NA' ? 'N/A' : dateOf(pack, until);
};

const STATUS = {
  scheduled: 'Scheduled',
  held: 'Held',
  missed: 'Missed',
  cancelled: 'Cancelled',
  closed: 'Closed',
};
const talkStatus = (state: PortalState, file: CaseFileState): string | null => {
  const talk = appointmentOf(state, file.id);
  return talk ? STATUS[talk.state] : null;
};

function messageOf(file: CaseFileState): string | null {
  if (file.reconsideration?.state === 'open' && file.reconsideration.confirmed)
    return 'Your post decision request was successfully submitted.';
  if (file.reconsideration?.state === 'abandoned') return 'The reconsideration was abandoned.';
  if (file.submittedAt === null || file.determinations.length > 0) return null;
  return file.routine === false && file.priority === 'standard'
    ? `${REVIEW} Without a document the case is handled as standard.`
    : REVIEW;
}

/** Everything about a case, for its user and for staff. */
export function caseView(state: PortalState, file: CaseFileState, rules: DelegateRules): CaseView {
  const { gates, pack } = rules;
  const delegation = delegationOf(state);
  const { build } = file;
  const member = state.members.get(build.member.id);
  const practitioner = delegation.practitioners.find(({ id }) => id === build.practitioner);
  const site = delegation.sites.find(({ id }) => id === build.site);
  const questions = questionnaireOf(delegation, file);
  const next = file.submittedAt === null ? gates.nextPage(questions, file) : null;
  const made = lastDetermination(file);
  const now = stateNow(state, file, rules);
  const answered = questions !== null && file.gatedAt !== null && next === null;
  const met = file.criteriaMet ?? (answered ? gates.meetsCriteria(questions, file.answers) : null);
  const draft = file.submittedAt === null;
  return {
    caseNumber: file.id,
    state: now,
    status: WORDS[now],
    authorization: authorizationOf(file),
    lineOfBusiness: file.line,
    program: build.program,
    practitioner: { id: build.practitioner, name: practitioner?.name ?? '', npi: practitioner?.npi ?? '' },
    healthPlan: build.healthPlan,
    providerAddress: build.providerAddress,
    contact: build.contact,
    member: {
      id: build.member.id,
      firstName: member?.firstName ?? '',
      lastName: member?.lastName ?? '',
      birthDate: member?.birthDate ?? build.member.birthDate,
    },
    cancerType: pick(named(delegation.cancerTypes, build.cancerType)),
    diagnoses: {
      primary: pick(named(state.world.diagnoses, build.primaryDiagnosis)),
      secondary: build.secondaryDiagnosis
        ? pick(named(state.world.diagnoses, build.secondaryDiagnosis))
        : null,
    },
    treatmentStart: build.treatmentStart,
    dateOfService: build.treatmentStart,
    site: { id: build.site, name: site?.name ?? '', npi: site?.npi ?? '' },
    plan: build.plan,
    retrospective: build.retrospective !== undefined,
    replaces: build.replaces ?? null,
    locked: file.gatedAt !== null,
    completeBy: draft ? dateOf(pack, gates.windowFinish(file, packOf(pack, file))) : null,
    priorityRequested: file.routine === null ? null : file.routine ? 'standard' : 'urgent',
    priorityEffective: file.priority,
    page:
      draft && file.gatedAt !== null && next
        ? { id: next.id, title: next.title, questions: [...next.questions] }
        : null,
    answers: file.answers,
    criteriaMet: met,
    choices: draft && met === false ? CHOICES : [],
    additional: file.additional,
    documents: file.documents.map(({ id, name, source }) => ({ id, name, source })),
    startedAt: iso(file.startedAt),
    submittedAt: maybe(file.submittedAt),
    reviewedAt: maybe(made?.at ?? null),
    expiration: expirationOf(file, rules),
    lastUpdated: iso(file.updatedAt),
    message: messageOf(file),
    decision: made
      ? {
          outcome: made.outcome,
          approved: made.approved,
          denied: made.denied,
          rationale: made.rationale,
          imageGuidance: made.imageGuidance,
          guideline: made.guideline,
          coverageRule: made.coverageRule,
          alternative: made.alternative,
          urgencyMet: made.urgencyMet,
          necessityMet: made.necessityMet,
        }
      : null,
    reconsideration: file.reconsideration
      ? { state: file.reconsideration.state, by: file.reconsideration.by }
      : null,
    informationDue: maybe(file.information?.dueAt ?? null),
    uploadOpen: gates.uploadOpen(file),
    peerToPeerStatus: talkStatus(state, file),
    notes: file.notes.map(({ at, by, text }) => ({ at: iso(at), by, text })),
  };
}

const pick = ({ code, description }: { code: string; description: string }) => ({ code, description });

/** A line of a list. */
export function caseRow(state: PortalState, file: CaseFileState, rules: DelegateRules): CaseRow {
  const { build } = file;
  const delegation = delegationOf(state);
  const practitioner = delegation.practitioners.find(({ id }) => id === build.practitioner);
  const { gates, pack } = rules;
  return {
    caseNumber: file.id,
    authorization: authorizationOf(file),
    memberLastName: state.members.get(build.member.id)?.lastName ?? '',
    practitioner: practitioner?.name ?? '',
    npi: practitioner?.npi ?? '',
    state: stateNow(state, file, rules),
    startedAt: iso(file.startedAt),
    submittedAt: maybe(file.submittedAt),
    completeBy: file.submittedAt === null ? dateOf(pack, gates.windowFinish(file, packOf(pack, file))) : null,
    cancerType: build.cancerType,
    site: delegation.sites.find(({ id }) => id === build.site)?.name ?? '',
    expiration: expirationOf(file, rules),
  };
}

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
    dueAt: maybe(found.dueAt),
    reconsiderationUntil: found.reconsiderUntil === null ? null : dateOf(pack, found.reconsiderUntil),
    status: talkStatus(state, file),
  };
}

/** The post-decision options of an adversely determined case, or null where it has none. */
export function optionsView(
  state: PortalState,
  file: CaseFileState,
  rules: DelegateRules,
): PostDecisionOptions | null {
  const { gates, pack } = rules;
  const own = packOf(pack, file);
  const now = stateNow(state, file, rules);
  if (!['denied', 'partially-approved', 'reconsideration-pending'].includes(now)) return null;
  const talk = eligibilityOf(file, state.now, rules);
  const until = gates.windowReconsider(file, own);
  const delegated = own.delegate.reconsideration !== null;
  const open = delegated && gates.reconsiderOpen(file, state.now, until, own) === null;
  const appeal = gates.windowAppeal(file, own);
  const date = (at: number | null): string | null => (at === null ? null : dateOf(pack, at));
  return {
    caseNumber: file.id,
    rows: [
      {
        option: 'peer-to-peer',
        delegated: true,
        open: talk.result !== 'none',
        until: date(gates.windowTalk(file, own)),
        text: talk.result === 'consultative' ? CONSULTATIVE : 'Discuss the determination with a physician.',
      },
      {
        option: 'reconsideration',
        delegated,
        open,
        until: delegated ? date(until) : null,
        text: !delegated ? 'Not delegated.' : open ? 'Open on the web and in a talk.' : 'No longer open.',
      },
      {
        option: 'appeal',
        delegated: false,
        open: appeal !== null && state.now <= appeal,
        until: date(appeal),
        text: `Not taken here. The plan takes appeals by mail, by fax or by voice: ${delegationOf(state).appeals}.`,
      },
    ],
    question: open ? 'Do you want to proceed with a reconsideration?' : null,
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
