import type { DelegateDomainEvent, DelegateEventOf } from '../delegate/event.ts';
import type { CaseFileState } from '../delegate/state.ts';

/** A case as its start leaves it. */
export const started = (event: DelegateEventOf<'case-started'>): CaseFileState => ({
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

/** Applies what happened to a draft, until it is submitted. */
export function evolveDraft(file: CaseFileState, event: DelegateDomainEvent): void {
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
    default:
      break;
  }
}
