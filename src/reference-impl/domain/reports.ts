import type { Status } from '../../contract/index.ts';
import { type Refusal, refuse } from './refusal.ts';
import { gridOf, procedureOf, requirementOf } from './requirements.ts';
import type { PortalState, RequestState } from './state.ts';

const LETTERS: Record<Status, string> = {
  APPROVED: 'A',
  CLOSED: 'C',
  DENIED: 'D',
  PEND: 'P',
  MEDREVIEW: 'M',
};

/** The service authorization report of a site's own requests. Section 7, Confirmation of Requested Authorizations. */
export function authorizationReport(
  own: readonly RequestState[],
  scope: string,
  id: string | undefined,
): unknown {
  const wanted = own.filter(({ id: number, accepted }) => {
    if (scope === 'member') return accepted.member === id;
    return scope === 'authorization' ? number === id : true;
  });
  if (scope !== 'aggregate' && id === undefined)
    return refuse('malformed', `A report by ${scope} needs \`id\`.`);
  if (scope === 'authorization' && wanted.length === 0)
    return refuse('not-found', `There is no request ${id}.`);
  const rows = wanted.map(({ id: number, accepted, status }) => ({
    id: number,
    member: accepted.member,
    procedure: accepted.procedure,
    status: LETTERS[status],
    units: accepted.units,
    start: accepted.start,
    end: accepted.end,
  }));
  return { scope, rows };
}

type Question = {
  readonly procedure: string;
  readonly date: string;
  readonly setting?: string | undefined;
  readonly emergent?: string | undefined;
  readonly product?: string | undefined;
};

const GUIDELINES = {
  nothing: 'No referral, authorization or notification is needed.',
  referral: 'The member’s primary care provider refers, online, before the first visit.',
  'prior-authorization': 'Ask for authorization online before the service.',
  'requested-notification': 'Please tell us; payment does not depend on it.',
  'required-notification': 'Tell us by the end of the next business day.',
};

/** What a provider reads in the guidelines about a service. */
export function requirementView(state: PortalState, question: Question): unknown {
  const { world } = state;
  const procedure = procedureOf(world, question.procedure);
  if (!procedure) return refuse('not-found', `There is no procedure ${question.procedure}.`);
  const emergent = question.emergent === 'true';
  const place = question.setting ?? 'office';
  const product = question.product ?? '';
  const service = { procedure: procedure.code, date: question.date, place, emergent, product, network: true };
  const asks = requirementOf(world, service);
  const grid = gridOf(procedure, question.date);
  const delegate = asks === grid ? world.delegates?.find((one) => asksDelegate(one, procedure)) : undefined;
  return {
    procedure: procedure.code,
    date: question.date,
    asks,
    ...(delegate ? { delegate: { id: delegate.id, name: delegate.name, reach: delegate.reach } } : {}),
    guideline: delegate ? `Ask ${delegate.name}: ${delegate.reach}.` : GUIDELINES[asks],
  };
}

const asksDelegate = (
  { role, categories }: NonNullable<PortalState['world']['delegates']>[number],
  { category }: { readonly category?: string | undefined },
): boolean =>
  (role === 'decides' || role === 'approves-only') && categories.some((one) => one === (category ?? 'other'));

/** Criteria as providers may read them: those of the plan in full, proprietary ones by title. */
export function criteriaView(state: PortalState, id: string): unknown | Refusal {
  const known = state.world.criteria?.find((one) => one.id === id);
  if (!known) return refuse('not-found', `There are no criteria ${id}.`);
  const { title, source, summary } = known;
  return source === 'plan'
    ? { id, title, source, text: summary }
    : { id, title, source, how: 'These criteria are proprietary; ask for a copy and it will be sent.' };
}
