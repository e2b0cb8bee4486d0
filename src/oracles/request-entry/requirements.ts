import type { Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { isProvider } from '../../facts/users.ts';
import { text } from '../../facts/values.ts';
import { type Comparison, callChecks, onCall } from '../check.ts';
import { PRESENT } from '../value.ts';

const asksOf = ({ answer }: Exchange): string | null => text(answer.asks);

/** The grid's row in force for the service that somebody asked about. */
function grid(exchange: Exchange, facts: Facts) {
  const { op, query, status } = exchange;
  if (op !== 'show-requirements' || status !== 200 || query.emergent === 'true') return null;
  const procedure = facts.world.procedures.find(({ code }) => code === query.procedure);
  const versions = procedure?.grid ?? [];
  const inForce = versions.filter(({ from }) => from <= (text(query.date) ?? '')).at(-1);
  const setting = text(query.setting) ?? 'office';
  return procedure && inForce && setting !== 'observation' ? { procedure, versions, inForce, setting } : null;
}

type Row = NonNullable<ReturnType<typeof grid>>;

/** Whether the answer is what the grid in force says, for the services that a rule is about. */
const asTheGrid =
  (fits: (row: Row) => boolean) =>
  (exchange: Exchange, facts: Facts): Comparison | null => {
    const row = grid(exchange, facts);
    if (!row || !fits(row)) return null;
    return onCall(
      exchange,
      { asks: row.inForce.asks },
      { asks: asksOf(exchange) },
      { given: { procedure: row.procedure.code, setting: row.setting, inForceFrom: row.inForce.from } },
    );
  };

const changed = ({ versions }: Row): boolean => versions.length > 1;
const isListed = (category: string) => (row: Row) => !changed(row) && row.procedure.category === category;
const isNotice = ({ inForce }: Row): boolean => inForce.asks.endsWith('-notification');

/** What the portal says is required. Section 7, Requesting and Obtaining an Authorization; Notification. */
export const requirements = callChecks(['requirements'], {
  'um.lookup.guidelines-online': (exchange, facts) => {
    const { op, status, answer, query } = exchange;
    const known = facts.world.procedures.some(({ code }) => code === query.procedure);
    if (op !== 'show-requirements' || !isProvider(facts, exchange) || !known) return null;
    return onCall(
      exchange,
      { answer: 200, guideline: PRESENT },
      { answer: status, guideline: text(answer.guideline) },
      { given: { procedure: text(query.procedure) } },
    );
  },
  'um.lookup.grid-current': asTheGrid(changed),
  'um.lookup.sdc-list-only': asTheGrid((row) => isListed('surgery')(row) && row.setting === 'surgical'),
  'um.lookup.dme-list-only': asTheGrid(isListed('equipment')),
  'um.notice.requested-or-required': asTheGrid((row) => !changed(row) && isNotice(row)),
  'um.pa.listed-services': asTheGrid(
    (row) =>
      row.inForce.asks === 'prior-authorization' &&
      ['infusion', 'enteral', 'spinal-surgery', 'home-nursing'].includes(row.procedure.category ?? ''),
  ),
});
