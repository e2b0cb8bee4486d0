import type { DelegateDomainEvent } from '../delegate/event.ts';
import type { CaseFileState } from '../delegate/state.ts';

/** Applies what happened to the reconsideration of a case. */
export function evolveReconsideration(file: CaseFileState, event: DelegateDomainEvent): void {
  switch (event.type) {
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
    default:
      break;
  }
}
