import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { isRepeated } from '../../facts/keys.ts';
import { callsOf, caseOf, growing } from '../../facts/memo.ts';
import { isMakers } from '../../facts/site.ts';
import { at, fields, list, text } from '../../facts/values.ts';
import { type Check, type Comparison, callChecks, type Look, onCall } from '../check.ts';
import { PRESENT, type Values } from '../value.ts';

const FORMAT = /^(\d{2})(\d{3})R\d{5}$/;

/** The local date that a request number tells, or null where it tells none. */
function dateInNumber(id: string, century: string): string | null {
  const [, year, day] = FORMAT.exec(id) ?? [];
  if (year === undefined || day === undefined) return null;
  const first = Date.parse(`${century}${year}-01-01T00:00:00Z`);
  const date = new Date(first + (Number(day) - 1) * 86_400_000).toISOString().slice(0, 10);
  return Number(day) >= 1 && date.startsWith(`${century}${year}`) ? date : null;
}

/** Who asks under a number: the idempotency key of a user, or one call without a key. */
const askerOf = ({ key, seq, actor }: Exchange): string => (key === null ? `seq ${seq}` : `${actor}/${key}`);

const isTaken = ({ op, status }: Exchange): boolean => op === 'submit-request' && status === 201;

const numberIn = ({ answer }: Exchange): string => (text(answer.id) ?? '').trim();

/** The last asker of each number that was given. */
const askers = growing(
  callsOf('submit-request'),
  () => new Map<string, string>(),
  (found, call) => {
    if (isTaken(call) && numberIn(call) !== '') found.set(numberIn(call), askerOf(call));
  },
);

/** A look at each request that was taken and numbered. */
const onNumber =
  (look: (id: string, call: Exchange, facts: Facts) => Comparison | null): Look<Exchange> =>
  (call, facts) => {
    if (!isTaken(call) || numberIn(call) === '') return null;
    const found = look(text(call.answer.id) ?? '', call, facts);
    return found && { ...found, case: call.case ?? text(call.answer.id) ?? '' };
  };

/** A look at each view of a request by the user and the site that made it. */
const onOwnView =
  (look: (file: CaseFile, view: Exchange) => Comparison | null): Look<Exchange> =>
  (view, facts) => {
    if (view.op !== 'view-request' || (view.status !== 200 && view.status !== 404)) return null;
    const file = caseOf(facts, view.path.id);
    if (!file || !isMakers(facts, view, file)) return null;
    // What was given a receipt is shown some time after; that is a rule of its own.
    if (view.status === 404 && file.submission?.status === 202) return null;
    const found = look(file, view);
    return found && { ...found, case: file.name };
  };

/** A number is given to one request alone, and a request is shown under its own. */
const unique: Look<Exchange> = (call, facts) =>
  call.op === 'view-request'
    ? onOwnView((file, view) =>
        view.status === 200 ? onCall(view, { number: file.id }, { number: text(view.answer.id) }) : null,
      )(call, facts)
    : onNumber((id, own) => {
        const asker = askerOf(own);
        return onCall(
          own,
          { numberGivenTo: asker },
          { numberGivenTo: askers(facts).get(id) ?? asker },
          { given: { number: id } },
        );
      })(call, facts);

/** The decision that a view shows is the last one that was made, with the dates that were asked for. */
const decisionShown = onOwnView((file, view) => {
  const status = text(view.answer.status);
  if (view.status !== 200 || status === 'PEND' || status === 'MEDREVIEW') return null;
  const decided = file.decisions.filter(({ at: made }) => made.high <= view.at - 60_000).at(-1);
  if (!decided) return null;
  const shown = list(view.answer.decisions)
    .map(fields)
    .find(({ number }) => number === decided.number);
  const content = (outcome: unknown, units: unknown, start: unknown, end: unknown): Values => ({
    outcome: text(outcome),
    unitsGranted: typeof units === 'number' ? units : null,
    start: text(start),
    end: text(end),
  });
  const body = file.submission?.body;
  return onCall(
    view,
    { decision: content(decided.outcome, decided.unitsGranted, at(body, 'start'), at(body, 'end')) },
    { decision: shown ? content(shown.outcome, shown.unitsGranted, shown.start, shown.end) : null },
    { given: { decisionNumber: decided.number } },
  );
});

/** Numbers of requests, and what the portal confirms of them. Section 7, Confirmation; User Guide, the response. */
export const identity: readonly Check[] = callChecks(['requests'], {
  'um.authid.always-assigned': (call) =>
    isTaken(call)
      ? onCall(
          call,
          { number: PRESENT },
          { number: numberIn(call) },
          { case: call.case ?? text(call.answer.id) ?? '' },
        )
      : null,
  'um.authid.unique': unique,
  'portal.response.id-format': onNumber((id, call, facts) =>
    onCall(
      call,
      { numberOfTheForm: 'YYDDDR00000' },
      {
        numberOfTheForm:
          dateInNumber(id, facts.dateAt(call.at).slice(0, 2)) === null ? 'another form' : 'YYDDDR00000',
        number: id,
      },
    ),
  ),
  'portal.response.id-date-basis': onNumber((id, call, facts) => {
    const date = dateInNumber(id, facts.dateAt(call.at).slice(0, 2));
    // A repeated key answers the request that it made before, on whatever day that was.
    if (date === null || isRepeated(call, facts)) return null;
    const today = facts.dateAt(call.at);
    return onCall(
      call,
      { dateInNumber: today },
      { dateInNumber: date },
      { given: { number: id }, edge: 'at' },
    );
  }),
  'um.confirm.portal-receipt': onOwnView((_file, view) =>
    onCall(view, { answer: 200 }, { answer: view.status }),
  ),
  'um.confirm.decision-content': decisionShown,
});
