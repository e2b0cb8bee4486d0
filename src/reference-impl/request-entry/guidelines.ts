import { type Refusal, refuse } from '../core/refusal.ts';
import type { PortalState } from '../core/state.ts';
import { gridOf, procedureOf, requirementOf } from './requirements.ts';

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
  'requested-notification': 'Please notify us; payment does not depend on it.',
  'required-notification': 'Notify us by the end of the next business day.',
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
