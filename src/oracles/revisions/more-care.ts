import type { Exchange } from '../../facts/case-file.ts';
import { reconsidering } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { caseOf } from '../../facts/memo.ts';
import { isMakers } from '../../facts/site.ts';
import { type Fields, list, realDate, strings, text } from '../../facts/values.ts';
import type { PlanFigures } from '../../rulebook/index.ts';
import { atTheEnd, callChecks, onCall } from '../check.ts';
import { ABSENT, asValue, not } from '../value.ts';

/** The file of a call by the user who made the request, at the site that made it. */
const ownFile = (exchange: Exchange, facts: Facts) => {
  const file = caseOf(facts, exchange.path.id);
  return file && isMakers(facts, exchange, file) ? file : null;
};

/** So near to the limit of remarks their length may be counted in another way. */
const DOUBT = 5;

/** Whether a revision may be refused for what it says: units that are none, a remark that is too long, an end before the start. */
const isFaulty = ({ units, remarks, end }: Fields, start: string, figures: PlanFigures): boolean =>
  !Number.isInteger(units) ||
  Number(units) > figures.unitsMost.value ||
  [...(text(remarks) ?? '')].length > figures.revisionRemarksLength.value - DOUBT ||
  (end !== undefined && (realDate(end) ?? '') < start);

/** More care on a number, and documents to it. Section 7, Concurrent Review; Submission. */
export const moreCare = callChecks(['requests', 'information', 'revisions'], {
  'um.submit.docs-upload-supported': (exchange, facts) => {
    const file = exchange.op === 'supply-information' ? ownFile(exchange, facts) : null;
    if (!file || file.decisions.some(({ seq }) => seq < exchange.seq) || file.closed) return null;
    // A request that had a receipt takes documents once it is in the system, which a view of it shows.
    const known = file.views.some(
      ({ seq, status, actor }) => seq < exchange.seq && status === 200 && actor === exchange.actor,
    );
    if (file.submission?.status === 202 && !known) return null;
    return onCall(
      exchange,
      { answer: 201 },
      { answer: exchange.status },
      { given: { documents: strings(exchange.body.items) } },
    );
  },
  'um.concurrent.revise-existing': (exchange, facts) => {
    const { op, body, status, answer, path } = exchange;
    const file = op === 'revise-request' ? ownFile(exchange, facts) : null;
    const other = ['procedure', 'servicing', 'add'].some((name) => body[name] !== undefined);
    if (!file || file.type === 'referral' || other) return null;
    const approved = file.decisions.some(({ outcome, seq }) => outcome !== 'denied' && seq < exchange.seq);
    const more = Number(body.units) > 0 || body.end !== undefined;
    if (!approved || !more || file.closed || strings(body.information).length === 0) return null;
    if (isFaulty(body, text(file.submission?.body.start) ?? '', facts.pack.figures)) return null;
    // Past its last day an authorization is over, and more care is a new request.
    if ((text(file.submission?.body.end) ?? '') < facts.dateAt(exchange.at)) return null;
    const open = file.revisions.filter(({ seq }) => seq < exchange.seq).length;
    const done = file.decisions.filter(({ revision, seq }) => revision !== null && seq < exchange.seq).length;
    if (open > done || reconsidering(file, exchange.seq)) return null;
    return onCall(
      exchange,
      { answer: 201, request: text(path.id) },
      { answer: status, request: text(answer.request) },
      { given: { units: asValue(body.units), end: asValue(body.end) } },
    );
  },
  'um.concurrent.docs': atTheEnd((exchange, facts) => {
    const file = exchange.op === 'revise-request' ? ownFile(exchange, facts) : null;
    if (!file || file.type === 'referral' || strings(exchange.body.information).length > 0) return null;
    const more = Number(exchange.body.units) > 0 || list(exchange.body.add).length > 0;
    const asked = file.revisions.find(({ seq }) => seq > exchange.seq);
    if (!more) return null;
    const approval = file.decisions.find(
      ({ revision, outcome }) => revision !== null && revision === asked?.number && outcome !== 'denied',
    );
    const given = { units: asValue(exchange.body.units), documents: [] };
    // Taken without documents, it may wait for them, but not be approved.
    if (exchange.status === 201)
      return onCall(exchange, { approval: ABSENT }, { approval: approval?.outcome ?? null }, { given });
    return onCall(exchange, { answer: not(201) }, { answer: exchange.status }, { given });
  }),
});
