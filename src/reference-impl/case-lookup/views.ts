import type { CaseDecision, CaseRow, CaseView } from '../../contract/index.ts';
import type { DelegateRules } from '../case-build/build.ts';
import { questionnaireOf } from '../case-build/questionnaire.ts';
import { iso, isoOrNull } from '../core/instants.ts';
import type { PortalState } from '../core/state.ts';
import { type CaseFileState, delegationOf, lastDetermination, stateOf } from '../delegate/state.ts';
import { dateOf, packOf } from '../delegate/windows.ts';
import { appointmentStatus } from '../peer-to-peer/views.ts';

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

function messageOf(file: CaseFileState): string | null {
  if (file.reconsideration?.state === 'open' && file.reconsideration.confirmed)
    return 'Your post decision request was successfully submitted.';
  if (file.reconsideration?.state === 'abandoned') return 'The reconsideration was abandoned.';
  if (file.submittedAt === null || file.determinations.length > 0) return null;
  return file.routine === false && file.priority === 'standard'
    ? `${REVIEW} Without a document the case is handled as standard.`
    : REVIEW;
}

/** What was asked for, and for whom: the part of a case’s view that its start and its changes give. */
function askedFor(state: PortalState, file: CaseFileState) {
  const delegation = delegationOf(state);
  const { build } = file;
  const member = state.members.get(build.member.id);
  const practitioner = delegation.practitioners.find(({ id }) => id === build.practitioner);
  const site = delegation.sites.find(({ id }) => id === build.site);
  return {
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
  };
}

const decisionOf = (made: CaseDecision): CaseDecision => ({
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
});

/** Everything about a case, for its user and for staff. */
export function caseView(state: PortalState, file: CaseFileState, rules: DelegateRules): CaseView {
  const { gates, pack } = rules;
  const delegation = delegationOf(state);
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
    ...askedFor(state, file),
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
    submittedAt: isoOrNull(file.submittedAt),
    reviewedAt: isoOrNull(made?.at ?? null),
    expiration: expirationOf(file, rules),
    lastUpdated: iso(file.updatedAt),
    message: messageOf(file),
    decision: made && decisionOf(made),
    reconsideration: file.reconsideration
      ? { state: file.reconsideration.state, by: file.reconsideration.by }
      : null,
    informationDue: isoOrNull(file.information?.dueAt ?? null),
    uploadOpen: gates.uploadOpen(file),
    peerToPeerStatus: appointmentStatus(state, file),
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
    submittedAt: isoOrNull(file.submittedAt),
    completeBy: file.submittedAt === null ? dateOf(pack, gates.windowFinish(file, packOf(pack, file))) : null,
    cancerType: build.cancerType,
    site: delegation.sites.find(({ id }) => id === build.site)?.name ?? '',
    expiration: expirationOf(file, rules),
  };
}
