import type { EventRow, Subject, Told } from './model.ts';

/** The event history of one determination, in order of time: what was asked, done and told, and by whom. */
export function eventsOf(
  { caseId, row, received, information, outcome }: Subject,
  { decided, called, provider, member, closed }: Told,
  talk: number | null,
): EventRow[] {
  const events: EventRow[] = [];
  const add = (at: number | null, activity: string, actor: string): void => {
    if (at !== null) events.push({ caseId, at, activity, actor });
  };
  const actor = outcome === 'approved' ? 'nurse' : 'physician';
  add(talk, 'peer-to-peer held', 'physician');
  add(received, row === 'reconsideration' ? 'reconsideration requested' : 'received', 'provider');
  if (information !== received) {
    add(received, 'information requested', 'nurse');
    add(information, 'information received', 'provider');
  }
  add(decided, `decided: ${outcome}`, actor);
  add(called, 'provider called', 'nurse');
  add(provider, 'letter to provider', 'system');
  add(member, 'letter to member', 'system');
  add(closed, 'withdrawn', 'provider');
  return events.sort((a, b) => a.at - b.at);
}
