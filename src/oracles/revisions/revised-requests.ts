import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { fields, list, text } from '../../facts/values.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { callChecks, onCall } from '../check.ts';
import { ownFile } from '../documents/documents.ts';
import { ABSENT, asValue, atLeast, contains, type Value } from '../value.ts';

const STATUSES = ['APPROVED', 'CLOSED', 'DENIED', 'MEDREVIEW', 'PEND'];

type Line = { readonly status: string; readonly units: number };
const linesOf = ({ answer }: Exchange): readonly Line[] =>
  list(answer.lines)
    .map(fields)
    .map(({ status, totalUnits }) => ({ status: text(status) ?? '', units: Number(totalUnits) }));

/** Why the lines of a view cannot be added up, where another rule on them is broken; else null. */
function brokenLines(view: Exchange): RuleId | null {
  const known = linesOf(view).every(({ status }) => STATUSES.includes(status));
  return known ? null : 'portal.viewer.line-status';
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const approvedUnits = (view: Exchange): number =>
  sum(linesOf(view).flatMap(({ status, units }) => (status === 'APPROVED' ? [units] : [])));

type Revised = { readonly view: Exchange; readonly file: CaseFile; readonly revisions: readonly Exchange[] };

/** A full view of a request of one's own, after revisions of it were taken. */
function viewAfter(exchange: Exchange, facts: Facts): Revised | null {
  if (exchange.op !== 'view-request' || exchange.status !== 200) return null;
  const file = ownFile(exchange, facts, 'view');
  const revisions = (file?.exchanges ?? []).filter(
    ({ op, status }) => op === 'revise-request' && status === 201,
  );
  return file && revisions.length > 0 ? { view: exchange, file, revisions } : null;
}

const initially = ({ decisions }: CaseFile) =>
  decisions.find((made) => made.revision === null && !made.reconsideration);

const outcomeOf = ({ file }: Revised) =>
  file.revisions.map((asked) => ({
    ...asked,
    decided: file.decisions.find(({ revision }) => revision === asked.number) ?? null,
  }));

/** What a request shows after it was revised. User Guide, Revisions. */
export const revisedRequests = callChecks(['sessions', 'requests', 'referral-revisions'], {
  'portal.revise.units-additional-only': (exchange, facts) => {
    const revised = viewAfter(exchange, facts);
    const first = revised ? initially(revised.file) : undefined;
    if (!revised || !first || first.outcome === 'denied' || revised.file.closed) return null;
    const outcomes = outcomeOf(revised);
    if (outcomes.length === 0 || outcomes.some(({ decided }) => decided?.outcome !== 'approved')) return null;
    const extra = revised.revisions.some(({ body }) => list(body.add).length > 0);
    if (extra) return null;
    // What was asked before the first decision was decided with it.
    const later = revised.revisions.filter(({ seq }) => seq > first.seq);
    const asked = later.map(({ body }) => Number(body.units));
    const right = first.unitsGranted + sum(asked);
    const total = approvedUnits(exchange);
    // Read as the new total, the last entry stands for itself; it may not lower what was authorized.
    const absolute = asked.at(-1) ?? 0;
    const isAbsolute = total === absolute && absolute >= first.unitsGranted;
    return onCall(
      exchange,
      { approvedUnits: right },
      { approvedUnits: total },
      {
        given: { grantedAtFirst: first.unitsGranted, askedFor: asked },
        ...(isAbsolute ? { otherwise: 'depends' } : {}),
        causedBy: isAbsolute ? null : brokenLines(exchange),
      },
    );
  },
  'portal.revise.keeps-original-authorization': (exchange, facts) => {
    const revised = viewAfter(exchange, facts);
    const first = revised ? initially(revised.file) : undefined;
    if (!revised || !first || first.outcome === 'denied' || revised.file.closed) return null;
    const waiting = outcomeOf(revised).filter(({ decided }) => decided?.outcome !== 'approved');
    if (waiting.length === 0) return null;
    const [units, status] = [approvedUnits(exchange), text(exchange.answer.status)];
    const inReview = units >= first.unitsGranted && status === 'MEDREVIEW';
    return onCall(
      exchange,
      { status: 'APPROVED', approvedUnits: atLeast(first.unitsGranted) },
      { status, approvedUnits: units },
      {
        given: { revisions: waiting.map(({ decided }) => decided?.outcome ?? 'open') },
        ...(inReview ? { always: 'depends' } : {}),
        causedBy: inReview ? null : brokenLines(exchange),
      },
    );
  },
  'portal.revise.print-before': (exchange, facts) => {
    const revised = viewAfter(exchange, facts);
    if (!revised) return null;
    const rows = list(exchange.answer.revisions).map(fields);
    const whole = revised.revisions.filter(
      ({ body }) => Number.isInteger(body.units) && Number(body.units) >= 0,
    );
    const missing = whole.filter(
      ({ body }) =>
        !rows.some(
          (row) => row.units === body.units && (text(row.remarks) ?? '') === (text(body.remarks) ?? ''),
        ),
    );
    const before = text(revised.file.submission?.body.remarks) ?? '';
    return onCall(
      exchange,
      { missingRevisions: ABSENT, remarks: contains(before) },
      {
        missingRevisions: missing.map(
          ({ body }): Value => ({ units: asValue(body.units), remarks: text(body.remarks) ?? '' }),
        ),
        remarks: text(exchange.answer.remarks) ?? '',
      },
      { given: { revisions: whole.length } },
    );
  },
});
