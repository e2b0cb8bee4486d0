import type { PortalState } from '../core/state.ts';
import type { DelegateDomainEvent, DelegateEventOf } from './event.ts';
import type { Appointment, CaseFileState } from './state.ts';

const started = (event: DelegateEventOf<'case-started'>): CaseFileState => ({
  id: event.case,
  user: event.user,
  line: event.line,
  build: event.build,
  startedAt: event.at,
  gatedAt: null,
  saved: false,
  cancelled: false,
  routine: null,
  documents: [],
  answers: {},
  answeredPages: new Set(),
  additional: null,
  submittedAt: null,
  priority: null,
  criteriaMet: null,
  information: null,
  determinations: [],
  withdrawn: false,
  reconsideration: null,
  reconsidered: 0,
  notes: [],
  notices: [],
  updatedAt: event.at,
});

function evolveCase(file: CaseFileState, event: DelegateDomainEvent): void {
  file.updatedAt = event.at;
  switch (event.type) {
    case 'case-changed':
      file.line = event.line;
      file.build = { ...file.build, ...(event.change as Partial<CaseFileState['build']>) };
      break;
    case 'case-gated':
      file.gatedAt = event.at;
      break;
    case 'case-priority-set':
      file.routine = event.routine;
      break;
    case 'case-document-added':
      file.documents.push({ id: event.document, name: event.name, source: event.source, at: event.at });
      break;
    case 'case-answered':
      Object.assign(file.answers, event.answers);
      file.answeredPages.add(event.page);
      break;
    case 'case-additional-chosen':
      file.additional = { choice: event.choice, notes: event.notes };
      break;
    case 'case-saved':
      file.saved = true;
      break;
    case 'case-resumed':
      file.saved = false;
      break;
    case 'case-cancelled':
      file.cancelled = true;
      break;
    case 'case-submitted':
      Object.assign(file, {
        submittedAt: event.at,
        priority: event.priority,
        criteriaMet: event.criteriaMet,
        saved: false,
      });
      break;
    case 'case-information-requested':
      file.information = { at: event.at, dueAt: event.dueAt, receivedAt: null };
      break;
    case 'case-information-received':
      if (file.information) file.information.receivedAt ??= event.at;
      break;
    case 'case-determined': {
      const { case: _case, type: _type, ...made } = event;
      file.determinations.push(made);
      if (event.cause === 'reconsideration' || event.cause === 'consultation') {
        if (file.reconsideration?.state === 'pending') {
          file.reconsideration = { ...file.reconsideration, state: 'decided' };
          file.reconsidered += 1;
        }
      }
      break;
    }
    case 'case-withdrawn':
      file.withdrawn = true;
      break;
    case 'case-updated':
      update(file, event.change);
      break;
    case 'case-noted':
      file.notes.push({ at: event.at, by: event.by, text: event.text });
      break;
    case 'case-reconsideration-opened':
      file.reconsideration = {
        state: 'open',
        by: event.user,
        at: event.at,
        documentsBefore: file.documents.length,
        confirmed: false,
      };
      break;
    case 'case-reconsideration-confirmed':
      if (file.reconsideration) file.reconsideration = { ...file.reconsideration, confirmed: true };
      break;
    case 'case-reconsideration-abandoned':
      if (file.reconsideration) file.reconsideration = { ...file.reconsideration, state: 'abandoned' };
      break;
    case 'case-reconsideration-requested':
      file.reconsideration = {
        state: 'pending',
        by: file.reconsideration?.by ?? 'consultation',
        at: event.at,
        documentsBefore: file.reconsideration?.documentsBefore ?? file.documents.length,
        confirmed: true,
      };
      break;
    case 'case-notice-sent': {
      const { case: _case, type: _type, ...notice } = event;
      file.notices.push(notice);
      break;
    }
    default:
      break;
  }
}

function update(file: CaseFileState, change: DelegateEventOf<'case-updated'>['change']): void {
  const [first, ...rest] = file.build.plan.phases;
  if (!first) return;
  const changed = {
    ...first,
    ...(change.fractions === undefined ? {} : { fractions: change.fractions }),
    ...(change.technique === undefined ? {} : { technique: change.technique }),
  };
  file.build = {
    ...file.build,
    ...(change.site === undefined ? {} : { site: change.site }),
    ...(change.cancerType === undefined ? {} : { cancerType: change.cancerType }),
    plan: { ...file.build.plan, phases: [changed, ...rest] },
  };
}

function schedule(state: PortalState, event: DelegateEventOf<'consultation-scheduled'>): void {
  const { type: _type, at: _at, case: _case, appointment: id, cases, ...booked } = event;
  const known = state.delegate.appointments.get(id);
  if (known) {
    Object.assign(known, {
      ...booked,
      requestedAt: known.requestedAt,
      user: known.user,
      contact: known.contact,
    });
    return;
  }
  const made: Appointment = {
    id,
    ...booked,
    cases: cases.map((one) => ({ ...one, outcome: null })),
    state: 'scheduled',
    cancelReason: null,
  };
  state.delegate.appointments.set(id, made);
}

/** Applies what happened at the delegate. */
export function evolveDelegate(state: PortalState, event: DelegateDomainEvent): void {
  const { delegate } = state;
  const file = delegate.cases.get(event.case);
  if (file) evolveCase(file, event);
  switch (event.type) {
    case 'account-registered': {
      const { user, firstName, lastName, email, phone, fax, defaultPortal } = event.account;
      delegate.tokens.set(event.token, user);
      delegate.accounts.set(user, {
        id: user,
        name: `${firstName} ${lastName}`,
        email,
        phone,
        fax,
        defaultPortal,
        secret: null,
        practitioners: [],
        timeZone: null,
      });
      break;
    }
    case 'account-password-set': {
      const account = delegate.accounts.get(event.user);
      if (account) account.secret = event.secret;
      delegate.tokens.delete(event.token);
      break;
    }
    case 'practitioner-added':
      delegate.accounts.get(event.user)?.practitioners.push(event.practitioner);
      break;
    case 'time-zone-set': {
      const account = delegate.accounts.get(event.user);
      if (account) account.timeZone = event.timeZone;
      break;
    }
    case 'case-started':
      delegate.cases.set(event.case, started(event));
      break;
    case 'consultation-scheduled':
      schedule(state, event);
      break;
    case 'consultation-changed': {
      const talk = delegate.appointments.get(event.appointment);
      if (talk)
        Object.assign(talk, {
          state: event.to,
          cancelReason: event.to === 'cancelled' ? event.reason : null,
        });
      break;
    }
    case 'consultation-became-consultative':
      for (const one of delegate.appointments.get(event.appointment)?.cases ?? [])
        if (one.caseNumber === event.case) one.level = 'consultative';
      break;
    case 'consultation-outcome':
      for (const one of delegate.appointments.get(event.appointment)?.cases ?? [])
        if (one.caseNumber === event.case) one.outcome = event.outcome;
      break;
    default:
      break;
  }
}
