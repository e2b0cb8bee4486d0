import type { DelegateRules } from '../case-build/build.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState } from '../core/state.ts';
import type { DelegateCommandOf } from '../delegate/command.ts';
import type { DelegateDomainEvent } from '../delegate/event.ts';
import { DETERMINATION_ORDER } from '../delegate/gates.ts';
import { type CaseFileState, delegationOf, stateOf } from '../delegate/state.ts';
import { packOf } from '../delegate/windows.ts';
import { determined, reviewed } from './determine.ts';
import { informationFax, preDecisionNotices } from './notices.ts';

type Result = DelegateDomainEvent[] | Refusal;
const onlyStaff = refuse('forbidden', 'Only staff of the delegate does this.');

/** A document that comes with a case: while it is built, when information is wanted, or for a reconsideration. */
export function attach(
  file: CaseFileState,
  { upload }: Pick<DelegateCommandOf<'attach'>, 'upload'>,
  at: number,
  { gates, pack }: DelegateRules,
): Result {
  const own = packOf(pack, file);
  if (file.submittedAt === null) {
    const closed = gates.openDraft(file, at, gates.windowFinish(file, own));
    if (closed) return closed;
  }
  if (!gates.uploadOpen(file))
    return refuse('conflict', 'Uploading is not open for this case; send a fax instead.');
  const refusal = gates.uploadType(upload, own) ?? gates.uploadEmpty(upload) ?? gates.uploadCount(file, own);
  if (refusal) return refusal;
  return filed(file, { ...upload, source: 'upload' }, at);
}

/** A document is filed with its case, and answers what was asked for. */
export function filed(
  file: CaseFileState,
  {
    name,
    sha256,
    source,
  }: { readonly name: string; readonly sha256: string; readonly source: 'upload' | 'fax' },
  at: number,
): DelegateDomainEvent[] {
  const document = `${file.id}-${file.documents.length + 1}`;
  const events: DelegateDomainEvent[] = [
    { type: 'case-document-added', at, case: file.id, document, name, sha256, source },
  ];
  const waits = file.submittedAt !== null && file.determinations.length === 0;
  if (waits || source === 'fax')
    events.push({ type: 'case-information-received', at, case: file.id, by: source, document });
  return events;
}

/** What staff does with a case. Training, Holistic Treatment Plan Review, Pre-Decision Options and Special Circumstances. */
export function review(
  state: PortalState,
  file: CaseFileState,
  command: DelegateCommandOf<'update' | 'ask' | 'decide'>,
  at: number,
  { gates, pack }: DelegateRules,
): Result {
  const { actor } = command;
  if (actor.kind !== 'reviewer') return onlyStaff;
  const own = packOf(pack, file);
  const now = stateOf(file, false);
  switch (command.act) {
    case 'update': {
      if (!['approved', 'partially-approved', 'clinical-review'].includes(now))
        return refuse('conflict', 'Only an open or approved case is updated.');
      const sites = delegationOf(state).sites;
      if (command.change.site !== undefined && !sites.some(({ id }) => id === command.change.site))
        return refuse('invalid', 'There is no such site.');
      const beyond = gates.updateScope(command.change);
      return beyond ?? [{ type: 'case-updated', at, case: file.id, change: command.change }];
    }
    case 'ask': {
      if (actor.role === 'intake') return onlyStaff;
      if (now !== 'clinical-review' && now !== 'information-requested')
        return refuse('conflict', 'This case does not wait for a determination.');
      const { items, dueAt } = command;
      if (dueAt !== null && dueAt <= at) return refuse('invalid', 'The due date must lie ahead.');
      const asked: DelegateDomainEvent = {
        type: 'case-information-requested',
        at,
        case: file.id,
        items,
        dueAt,
      };
      const told =
        dueAt === null
          ? informationFax(file, items, at)
          : preDecisionNotices(file, { ...command, dueAt }, at);
      return [asked, ...told];
    }
    case 'decide': {
      const { decision } = command;
      for (const name of DETERMINATION_ORDER) {
        const refusal = gates[name]({ state, file, decision, by: actor.role, now: at, pack: own });
        if (refusal) return refusal;
      }
      const cause = now === 'reconsideration-pending' ? ('reconsideration' as const) : ('review' as const);
      const made = { ...decision, by: actor.role, cause, appointment: null };
      return [reviewed(file, actor.role, at), ...determined(state, file, made, at, own)];
    }
  }
}
