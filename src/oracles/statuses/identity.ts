import type { CaseFile } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { isRepeated } from '../../facts/keys.ts';
import { isMakers } from '../../facts/site.ts';
import { at, fields, list, text } from '../../facts/values.ts';
import { type Check, historyChecks, needing } from '../check.ts';
import { type Finding, finding } from '../finding.ts';

const FORMAT = /^(\d{2})(\d{3})R\d{5}$/;

/** The local date that a request number tells, or null where it tells none. */
function dateInNumber(id: string, century: string): string | null {
  const [, year, day] = FORMAT.exec(id) ?? [];
  if (year === undefined || day === undefined) return null;
  const first = Date.parse(`${century}${year}-01-01T00:00:00Z`);
  const date = new Date(first + (Number(day) - 1) * 86_400_000).toISOString().slice(0, 10);
  return Number(day) >= 1 && date.startsWith(`${century}${year}`) ? date : null;
}

function numbersOf(facts: Facts): Finding[] {
  const found: Finding[] = [];
  const owners = new Map<string, string>();
  const submissions = facts.exchanges.filter(({ op, status }) => op === 'submit-request' && status === 201);
  for (const exchange of submissions) {
    const id = text(exchange.answer.id) ?? '';
    const name = exchange.case ?? id;
    const base = { case: name, events: [exchange.seq] };
    found.push(
      finding({
        ...base,
        rule: 'um.authid.always-assigned',
        verdict: id.trim() === '' ? 'violated' : 'met',
        because: id ? `The request has the number ${id}.` : 'The request was taken without a number.',
      }),
    );
    if (id.trim() === '') continue;
    const identity = exchange.key === null ? `seq ${exchange.seq}` : `${exchange.actor}/${exchange.key}`;
    const owner = owners.get(id);
    found.push(
      finding({
        ...base,
        rule: 'um.authid.unique',
        verdict: owner === undefined || owner === identity ? 'met' : 'violated',
        because:
          owner === undefined ? `No other request has ${id}.` : `Another request has the number ${id} too.`,
      }),
    );
    owners.set(id, identity);
    const date = dateInNumber(id, facts.dateAt(exchange.at).slice(0, 2));
    found.push(
      finding({
        ...base,
        rule: 'portal.response.id-format',
        verdict: date === null ? 'violated' : 'met',
        because: `${id} is ${date === null ? 'not ' : ''}of the form YYDDDR00000.`,
      }),
    );
    // A repeated key answers the request that it made before, on whatever day that was.
    if (date !== null && !isRepeated(exchange, facts)) {
      const today = facts.dateAt(exchange.at);
      found.push(
        finding({
          ...base,
          rule: 'portal.response.id-date-basis',
          verdict: date === today ? 'met' : 'violated',
          because: `${id} tells ${date}; the request was filed on ${today}.`,
          edge: 'at',
        }),
      );
    }
  }
  return found;
}

/** The four things that the portal confirms of a decided request, held against the decision itself. */
function confirmationOf(file: CaseFile, facts: Facts): Finding[] {
  return file.views.flatMap((view) => {
    if (!isMakers(facts, view, file)) return [];
    const base = { case: file.name, events: [view.seq] };
    const shown = view.status === 200;
    if (!shown && view.status !== 404) return [];
    // What was given a receipt is shown some time after; that is a rule of its own.
    if (!shown && file.submission?.status === 202) return [];
    const found = [
      finding({
        ...base,
        rule: 'um.confirm.portal-receipt',
        verdict: shown ? 'met' : 'violated',
        because: `The requester looked for the request; the portal answered ${view.status}.`,
      }),
    ];
    if (!shown) return found;
    const same = text(view.answer.id) === file.id;
    found.push(
      finding({
        ...base,
        rule: 'um.authid.unique',
        verdict: same ? 'met' : 'violated',
        because: `The request ${file.id} is shown as ${text(view.answer.id)}.`,
      }),
    );
    const status = text(view.answer.status);
    if (status === 'PEND' || status === 'MEDREVIEW') return found;
    const decided = file.decisions.filter(({ at: made }) => made.high <= view.at - 60_000).at(-1);
    if (!decided) return found;
    const told = list(view.answer.decisions)
      .map(fields)
      .find(({ number }) => number === decided.number);
    const body = file.submission?.body;
    const holds =
      told !== undefined &&
      told.outcome === decided.outcome &&
      told.unitsGranted === decided.unitsGranted &&
      told.start === at(body, 'start') &&
      told.end === at(body, 'end');
    const because =
      told === undefined
        ? `Decision ${decided.number} is not shown.`
        : `Shown: ${text(told.outcome)}, ${String(told.unitsGranted)} units, ${text(told.start)} to ${text(told.end)}; decided: ${decided.outcome}, ${decided.unitsGranted} units.`;
    found.push(
      finding({ ...base, rule: 'um.confirm.decision-content', verdict: holds ? 'met' : 'violated', because }),
    );
    return found;
  });
}

/** Numbers of requests, and what the portal confirms of them. Section 7, Confirmation; User Guide, the response. */
export const identity: readonly Check[] = historyChecks(
  needing(
    ['requests'],
    'um.authid.always-assigned',
    'um.authid.unique',
    'portal.response.id-format',
    'portal.response.id-date-basis',
    'um.confirm.portal-receipt',
    'um.confirm.decision-content',
  ),
  (facts) => [...numbersOf(facts), ...facts.cases.flatMap((file) => confirmationOf(file, facts))],
);
