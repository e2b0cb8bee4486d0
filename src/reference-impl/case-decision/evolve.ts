import type { DelegateDomainEvent, DelegateEventOf } from '../delegate/event.ts';
import type { CaseFileState } from '../delegate/state.ts';

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

/** Applies what happened to a submitted case until it was decided, and what was noted and sent about it. */
export function evolveSubmitted(file: CaseFileState, event: DelegateDomainEvent): void {
  switch (event.type) {
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
    case 'case-notice-sent': {
      const { case: _case, type: _type, ...notice } = event;
      file.notices.push(notice);
      break;
    }
    default:
      break;
  }
}
