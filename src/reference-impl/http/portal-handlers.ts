import { localDate } from '../../calendar/calendar.ts';
import type {
  DelegateOperationId,
  LetterSections,
  OperationId,
  PortalOperationId,
  SessionView,
  User,
} from '../../contract/index.ts';
import { ACCOUNT_HANDLERS } from '../accounts/handlers.ts';
import type { Command } from '../core/command.ts';
import type { Answer } from '../core/parts.ts';
import { isRefusal, type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState } from '../core/state.ts';
import { DOCUMENT_HANDLERS } from '../documents/handlers.ts';
import { findDiagnoses, findMembers, findProcedures, findProviders } from '../look-up/find.ts';
import { receiptOf } from '../maintenance/deferral.ts';
import { authorizationReport } from '../practice-office/authorization-report.ts';
import { OFFICE_HANDLERS } from '../practice-office/handlers.ts';
import type { Draft } from '../request-entry/checks.ts';
import { criteriaView } from '../request-entry/guidelines.ts';
import type { Revision } from '../revisions/revise.ts';
import { calendarOf } from '../time-frames/limits.ts';
import { viewFor } from '../viewer/view.ts';
import { parseBody, parseQuery, problemAnswer, type SessionCall, success } from './exchange.ts';

type Handler = (call: SessionCall) => Answer;
/** What the portal does for somebody who is signed in. */
export type SessionOperation = Exclude<PortalOperationId, 'sign-in' | 'request-access' | DelegateOperationId>;

const answerOf = (result: Answer | Refusal): Answer => (isRefusal(result) ? problemAnswer(result) : result);

/** The session as its user sees it. */
export function sessionView(state: PortalState, user: User, token: string): SessionView | null {
  const session = state.sessions.get(token);
  if (!session) return null;
  const name = (id: string): string => state.world.sites.find((site) => site.id === id)?.name ?? id;
  const sites =
    user.kind === 'staff'
      ? []
      : user.sites.map(({ site, permissions }) => ({
          id: site,
          name: name(site),
          permissions: [...permissions],
        }));
  const role = user.kind === 'staff' ? user.role : null;
  return { token, user: user.id, role, currentSite: session.site, sites };
}

const today = ({ host, pack }: SessionCall): string => localDate(calendarOf(pack, 'none'), host.state.now);

const lookup =
  (find: (call: SessionCall, query: string) => unknown): Handler =>
  (call) => {
    const query = parseQuery(call);
    return answerOf(isRefusal(query) ? query : success(call.operation, find(call, String(query.query))));
  };

function chooseSite(call: SessionCall): Answer {
  const body = parseBody<{ site: string }>(call);
  if (isRefusal(body)) return problemAnswer(body);
  const done = call.host.execute(
    { do: 'choose-site', token: call.token, site: body.site, user: call.user },
    call.host.state.now,
  );
  return answerOf(
    isRefusal(done) ? done : success(call.operation, sessionView(call.host.state, call.user, call.token)),
  );
}

const LABELS = { referral: 'Specialty Referral', outpatient: 'Outpatient', admission: 'Admission' } as const;

function listTypes(call: SessionCall): Answer {
  const { user, session } = call;
  const permissions =
    user.kind === 'provider' ? user.sites.find(({ site }) => site === session.site)?.permissions : [];
  const types = (['referral', 'outpatient', 'admission'] as const)
    .filter((type) => permissions?.includes(`submit-${type}`))
    .map((type) => ({ type, label: LABELS[type] }));
  return success(call.operation, { types });
}

function submit(call: SessionCall): Answer {
  const { host, actor, key, body, user } = call;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return problemAnswer(refuse('malformed', 'A submission is a JSON object.'));
  }
  const done = host.execute({ do: 'submit', actor, user, draft: body as Draft, key }, host.state.now);
  if (isRefusal(done)) return problemAnswer(done);
  const made = done.find((event) => event.type === 'received' || event.type === 'deferred');
  const known = host.state.keys.get(`${user.id}\n${key}`);
  const id = made?.type === 'received' ? made.request : made?.type === 'deferred' ? made.receipt : known;
  const deferral = host.state.deferrals.get(id ?? '');
  if (deferral && (deferral.request === null || host.state.now < deferral.until))
    return { status: 202, body: receiptOf(deferral, call.pack) };
  const request = host.state.requests.get(deferral?.request ?? id ?? '');
  if (!request)
    return problemAnswer(refuse('conflict', 'This key was used before, and its request is gone.'));
  return success(call.operation, viewFor(host.state, request, 'full', call.pack));
}

function access(call: SessionCall, id: string) {
  const request = call.host.state.requests.get(id);
  if (!request) return null;
  if (call.actor.kind === 'staff') return viewFor(call.host.state, request, 'full', call.pack);
  const level = call.portal.parts.gates.see(call.host.state, request, call.actor.site);
  return viewFor(call.host.state, request, level, call.pack);
}

function view(call: SessionCall): Answer {
  const id = call.path.id ?? '';
  const seen = access(call, id);
  return answerOf(seen ? success(call.operation, seen) : refuse('not-found', `There is no request ${id}.`));
}

function list(call: SessionCall): Answer {
  const query = parseQuery(call);
  if (isRefusal(query)) return problemAnswer(query);
  const { member, diagnosis, status, direction } = query;
  const requests = [...call.host.state.requests.values()].flatMap((request) => {
    const seen = access(call, request.id);
    if (!seen) return [];
    if (member !== undefined && request.accepted.member !== member) return [];
    if (diagnosis !== undefined && !request.accepted.diagnoses.includes(String(diagnosis))) return [];
    if (status !== undefined && request.status !== status) return [];
    if (direction !== undefined && (seen.access === 'full' ? 'made' : 'named') !== direction) return [];
    return [seen];
  });
  return success(call.operation, { requests });
}

/** The report of what the current site asked for; a staff user has no site and sees nothing of it. */
function report(call: SessionCall): Answer {
  const query = parseQuery(call);
  if (isRefusal(query)) return problemAnswer(query);
  const own = [...call.host.state.requests.values()].filter(
    (request) =>
      call.actor.kind === 'provider' &&
      call.portal.parts.gates.see(call.host.state, request, call.actor.site) === 'full',
  );
  const seen = authorizationReport(own, String(query.scope), query.id as string | undefined);
  return isRefusal(seen) ? problemAnswer(seen) : success(call.operation, seen);
}

const act =
  <T>(command: (body: T, call: SessionCall) => Command, number?: (body: T) => number): Handler =>
  (call) => {
    const body = parseBody<T>(call);
    if (isRefusal(body)) return problemAnswer(body);
    const done = call.host.execute(command(body, call), call.host.state.now);
    if (isRefusal(done)) return problemAnswer(done);
    const decided = done.find((event) => event.type === 'decided');
    const counted = decided?.type === 'decided' ? decided.decision : number?.(body);
    return success(call.operation, {
      request: call.path.id,
      at: new Date(call.host.state.now).toISOString(),
      ...(counted === undefined ? {} : { number: counted }),
    });
  };

const about = ({ actor, path }: SessionCall) => ({ actor, request: path.id ?? '' });
type Notice = { decision: number; to: 'requesting-provider' | 'servicing-provider' | 'member' };

/** What each portal operation does, for someone who is signed in. */
export const PORTAL_HANDLERS: Record<SessionOperation, Handler> = {
  ...ACCOUNT_HANDLERS,
  ...DOCUMENT_HANDLERS,
  ...OFFICE_HANDLERS,
  'show-session': (call) => success(call.operation, sessionView(call.host.state, call.user, call.token)),
  'choose-site': chooseSite,
  'list-request-types': listTypes,
  'find-members': lookup((call, query) => findMembers(call.host.state, query, today(call))),
  'find-providers': lookup((call, query) => findProviders(call.host.state, query)),
  'find-diagnoses': lookup((call, query) => findDiagnoses(call.host.state, query)),
  'find-procedures': lookup((call, query) => findProcedures(call.host.state, query)),
  'submit-request': submit,
  'view-request': view,
  'list-requests': list,
  'supply-information': act<{ items: string[] }>(({ items }, call) => ({
    ...about(call),
    do: 'supply',
    items,
  })),
  'ask-information': act<{ items: string[] }>(({ items }, call) => ({ ...about(call), do: 'ask', items })),
  decide: act((decision: Extract<Command, { do: 'decide' }>['decision'], call) => ({
    ...about(call),
    do: 'decide',
    decision,
  })),
  call: act<Notice & { result: 'reached' | 'voicemail' | 'no-answer' }>(
    (body, call) => ({ ...about(call), do: 'call', ...body }),
    ({ decision }) => decision,
  ),
  'send-letter': act<Notice & { sections: LetterSections }>(
    (body, call) => ({ ...about(call), do: 'write', ...body }),
    ({ decision }) => decision,
  ),
  reconsider: act((_body, call) => ({ ...about(call), do: 'reconsider' })),
  'revise-request': act<Revision>((revision, call) => ({ ...about(call), do: 'revise', revision })),
  'file-appeal': act<{ decision: number }>(
    ({ decision }, call) => ({ ...about(call), do: 'appeal', decision }),
    ({ decision }) => decision,
  ),
  'hold-discussion': act((_body, call) => ({ ...about(call), do: 'discuss' })),
  'show-requirements': (call) => {
    const query = parseQuery(call);
    if (isRefusal(query)) return problemAnswer(query);
    const seen = call.portal.parts.requirementView(call.host.state, query as never);
    return isRefusal(seen) ? problemAnswer(seen) : success(call.operation, seen);
  },
  'show-criteria': (call) => {
    const seen = criteriaView(call.host.state, call.path.id ?? '');
    return isRefusal(seen) ? problemAnswer(seen) : success(call.operation, seen);
  },
  'request-criteria': (call) => {
    const criteria = call.path.id ?? '';
    const seen = criteriaView(call.host.state, criteria);
    if (isRefusal(seen)) return problemAnswer(seen);
    const at = new Date(call.host.state.now).toISOString();
    call.host.execute({ do: 'send-criteria', actor: call.actor, criteria }, call.host.state.now);
    return success(call.operation, { request: criteria, at });
  },
  'report-authorizations': report,
  close: act<{ reason: 'level-of-care-change' | 'administrative-error' }>(({ reason }, call) => ({
    ...about(call),
    do: 'close',
    reason,
  })),
};

/** Whether an operation belongs to the portal's own part and needs a session. */
export const needsSession = (id: OperationId): id is SessionOperation => id in PORTAL_HANDLERS;
