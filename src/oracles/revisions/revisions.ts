import { userAt } from '../../facts/accounts.ts';
import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import { reconsidering } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { caseOf } from '../../facts/memo.ts';
import { siteOf, sitesOf } from '../../facts/site.ts';
import { at, type Fields, fields, list, strings, text } from '../../facts/values.ts';
import type { PlanFigures, RuleId } from '../../rulebook/index.ts';
import { atTheEnd, callChecks, type Seen } from '../check.ts';
import { ownFile } from '../documents/documents.ts';
import { seen } from '../seen.ts';

type Asked = {
  readonly file: CaseFile;
  /** The status just before. */
  readonly status: string | null;
  readonly body: Fields;
};

/** A revision that somebody of the requesting site asked for, with what it was about. */
function askedOf(exchange: Exchange, facts: Facts): Asked | null {
  const file = exchange.op === 'revise-request' ? ownFile(exchange, facts, 'revise') : null;
  // While a denial is reconsidered, nothing says whether the rest may be revised.
  if (!file || exchange.status >= 500 || reconsidering(file, exchange.seq)) return null;
  const status = file.statuses.filter(({ seq }) => seq < exchange.seq).at(-1)?.to ?? null;
  return { file, status, body: exchange.body };
}

const remarksOf = (body: Fields): string => text(body.remarks) ?? '';
const added = (body: Fields): readonly unknown[] => list(body.add);

/** Fields that a revision of a referral leaves alone. */
const FIXED = ['procedure', 'servicing', 'member', 'diagnoses', 'service', 'requester', 'start'];

/** So near to the limit of remarks their length may be counted in another way. */
const DOUBT = 5;

/** Whether nothing in a revision itself could be refused: units or a remark, and documents where care goes on. */
function sound({ file, body }: Asked, today: string, figures: PlanFigures): boolean {
  const { units, end, information } = body;
  const whole =
    typeof units === 'number' && Number.isInteger(units) && units >= 0 && units <= figures.unitsMost.value;
  const asks = whole && (units > 0 || remarksOf(body).trim() !== '');
  const plain =
    FIXED.every((name) => body[name] === undefined) && added(body).length === 0 && end === undefined;
  const over = units !== 0 && today > (text(file.submission?.body.end) ?? '');
  const documented = file.type === 'referral' || units === 0 || strings(information).length > 0;
  const open = file.reconsiderations.length > file.decisions.filter((one) => one.reconsideration).length;
  return (
    asks &&
    plain &&
    !over &&
    documented &&
    !open &&
    [...remarksOf(body)].length <= figures.revisionRemarksLength.value - DOUBT
  );
}

const taken = (exchange: Exchange, what: string): Seen =>
  seen(exchange.status === 201, `${what}; the portal answered ${exchange.status}.`, exchange);
/** Whether a refusal names what is wrong, and it is something else than one entry. */
const blamesOther = (exchange: Exchange, path: string): boolean => {
  const named = list(exchange.answer.errors).map((error) => text(at(error, 'path')) ?? '');
  return exchange.status === 422 && named.length > 0 && !named.some((one) => one.startsWith(path));
};

const turnedDown = (exchange: Exchange, what: string): Seen =>
  seen(exchange.status >= 400, `${what}; the portal answered ${exchange.status}.`, exchange);

/** Whether the user had seen the request with a status that may be revised, and it has changed since. */
function sawEditable({ views }: CaseFile, { seq, actor }: Exchange): boolean {
  const last = views.filter((view) => view.seq < seq && view.actor === actor && view.status === 200).at(-1);
  return ['APPROVED', 'MEDREVIEW'].includes(text(last?.answer.status) ?? '');
}

const inStatus = (wanted: string, may: boolean) => (exchange: Exchange, facts: Facts) => {
  const asked = askedOf(exchange, facts);
  if (asked?.status !== wanted || !sound(asked, facts.dateAt(exchange.at), facts.pack.figures)) return null;
  // More care on an approved authorization is a rule of Section 7.
  if (wanted === 'APPROVED' && asked.file.type !== 'referral') return null;
  // What a delegate reviews is revised at the delegate.
  if (may && asked.file.channel === 'delegate') return null;
  const words = `A revision of a request with status ${wanted}`;
  if (may) return taken(exchange, words);
  return sawEditable(asked.file, exchange) ? null : turnedDown(exchange, words);
};

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
  const revisions = file?.exchanges.filter(
    ({ op, status, seq }) => op === 'revise-request' && status === 201 && seq < exchange.seq,
  );
  return file && revisions && revisions.length > 0 ? { view: exchange, file, revisions } : null;
}

const initially = ({ decisions }: CaseFile, seq: number) =>
  decisions.find((made) => made.revision === null && !made.reconsideration && made.seq < seq);

const outcomeOf = ({ file, view }: Revised) =>
  file.revisions
    .filter(({ seq }) => seq < view.seq)
    .map((asked) => ({
      ...asked,
      decided:
        file.decisions.find(({ revision, seq }) => revision === asked.number && seq < view.seq) ?? null,
    }));

/** Revisions of referrals and authorizations. User Guide, Revisions, Referral Status and Referral Revision Rules. */
export const revisions = callChecks(['sessions', 'requests', 'referral-revisions'], {
  'portal.status.approved-editable': inStatus('APPROVED', true),
  'portal.status.medreview-editable': inStatus('MEDREVIEW', true),
  'portal.status.closed-not-editable': inStatus('CLOSED', false),
  'portal.status.pend-not-editable': inStatus('PEND', false),
  'portal.status.denied-not-editable': inStatus('DENIED', false),
  'portal.status.server-side-enforced': (exchange, facts) => {
    const asked = askedOf(exchange, facts);
    if (!asked || !['CLOSED', 'DENIED', 'PEND'].includes(asked.status ?? '')) return null;
    if (!sound(asked, facts.dateAt(exchange.at), facts.pack.figures) || !sawEditable(asked.file, exchange))
      return null;
    return turnedDown(exchange, `Opened while it could be revised, sent when it was ${asked.status}`);
  },
  'portal.revise.permission': (exchange, facts) => {
    const file = exchange.op === 'revise-request' ? caseOf(facts, exchange.path.id) : undefined;
    const user = userAt(facts, exchange);
    const site = siteOf(facts, exchange);
    if (!file || !user?.sites.some((own) => own.site === site) || exchange.status === 401) return null;
    const { made, named } = sitesOf(facts, file);
    if (made === null || made === site) return null;
    return turnedDown(exchange, `The ${named === site ? 'servicing' : 'unrelated'} site ${site} revised it`);
  },
  'portal.revise.submit': (exchange, facts) => {
    const asked = exchange.status === 201 ? askedOf(exchange, facts) : null;
    if (!asked) return null;
    const id = text(exchange.answer.request);
    return seen(
      id === asked.file.id,
      `The revision of ${asked.file.id} was filed under ${id ?? 'nothing'}.`,
      exchange,
    );
  },
  'portal.revise.referral-fields-only-units-remarks': atTheEnd((exchange, facts) => {
    const asked = askedOf(exchange, facts);
    const other = FIXED.filter((name) => asked?.body[name] !== undefined);
    if (asked?.file.type !== 'referral' || other.length === 0) return null;
    if (exchange.status >= 400) return turnedDown(exchange, `A revision changed ${other.join(', ')}`);
    const view = asked.file.views.find(({ seq, status }) => seq > exchange.seq && status === 200);
    if (!view || view.answer.access === 'verification') return null;
    const own = asked.file.submission?.body;
    const kept =
      at(view.answer, 'referredTo.affiliation') === at(own, 'servicing.affiliation') &&
      at(view.answer, 'lines.0.code') === at(own, 'procedure');
    return seen(
      kept,
      `A revision with ${other.join(', ')} was taken, and the record is ${kept ? 'as it was' : 'changed'}.`,
      exchange,
    );
  }),
  'portal.referral.outside-dates-new-request': atTheEnd((exchange, facts) => {
    const asked = askedOf(exchange, facts);
    if (asked?.file.type !== 'referral' || asked.body.end === undefined) return null;
    const own = text(asked.file.submission?.body.end) ?? '';
    const moved = asked.file.feed.some(
      ({ event, seq }) => event.type === 'revision-requested' && seq > exchange.seq && event.end !== own,
    );
    const words = `A revision moved the end to ${text(asked.body.end)}; the portal answered ${exchange.status}.`;
    return seen(exchange.status >= 400 || !moved, words, exchange);
  }),
  'portal.revise.add-procedure': (exchange, facts) => {
    const asked = askedOf(exchange, facts);
    if (asked?.status !== 'APPROVED' || added(asked.body).length === 0) return null;
    if (asked.file.type === 'referral') {
      const found = turnedDown(exchange, 'A procedure was added to a referral');
      // The screen shows it and the rules forbid it, so that neither answer is wrong.
      return exchange.status < 400 ? { ...found, holds: null } : found;
    }
    if (strings(asked.body.information).length === 0 || asked.file.channel === 'delegate') return null;
    if (blamesOther(exchange, 'add')) return null;
    const found = taken(exchange, 'A procedure was added to an authorization');
    // A portal that revises nothing breaks the rule on revising first.
    return exchange.status === 409 ? { ...found, causedBy: 'um.concurrent.revise-existing' } : found;
  },
  'portal.revise.no-change-refused': (exchange, facts) => {
    const asked = askedOf(exchange, facts);
    if (!asked || !['APPROVED', 'MEDREVIEW'].includes(asked.status ?? '')) return null;
    const { units, end } = asked.body;
    const others = FIXED.some((name) => asked.body[name] !== undefined);
    if (units !== 0 || end !== undefined || others || added(asked.body).length > 0) return null;
    return remarksOf(asked.body).trim() === '' ? turnedDown(exchange, 'A revision asked for nothing') : null;
  },
  'portal.revise.units-valid': (exchange, facts) => {
    const asked = askedOf(exchange, facts);
    if (!asked || !['APPROVED', 'MEDREVIEW'].includes(asked.status ?? '')) return null;
    const { units } = asked.body;
    if (typeof units === 'number' && Number.isInteger(units) && units >= 0) return null;
    return turnedDown(exchange, `A revision asked for ${JSON.stringify(units)} units`);
  },
  'portal.revise.remarks-limit': (exchange, facts) => {
    const asked = askedOf(exchange, facts);
    const remarks = remarksOf(asked?.body ?? {});
    const length = [...remarks].length;
    const most = facts.pack.figures.revisionRemarksLength.value;
    if (!asked || !['APPROVED', 'MEDREVIEW'].includes(asked.status ?? '') || length < most) return null;
    if (length !== remarks.length || length !== new TextEncoder().encode(remarks).length) return null;
    if (length === most && blamesOther(exchange, 'remarks')) return null;
    const words = `A revision with ${length} characters of remarks`;
    return {
      ...(length > most ? turnedDown(exchange, words) : taken(exchange, words)),
      edge: length > most ? 'near' : 'at',
    };
  },
  'portal.revise.units-additional-only': (exchange, facts) => {
    const revised = viewAfter(exchange, facts);
    const first = revised ? initially(revised.file, exchange.seq) : undefined;
    if (!revised || !first || first.outcome === 'denied' || revised.file.closed) return null;
    const outcomes = outcomeOf(revised);
    if (outcomes.length === 0 || outcomes.some(({ decided }) => decided?.outcome !== 'approved')) return null;
    const extra = revised.revisions.some(({ body }) => added(body).length > 0);
    if (extra) return null;
    // What was asked before the first decision was decided with it.
    const later = revised.revisions.filter(({ seq }) => seq > first.seq);
    const asked = later.map(({ body }) => Number(body.units));
    const right = first.unitsGranted + sum(asked);
    const total = approvedUnits(exchange);
    const found = seen(
      total === right,
      `${first.unitsGranted} units and ${asked.join(' and ')} more: ${total} are shown.`,
      exchange,
    );
    // Read as the new total, the last entry stands for itself; it may not lower what was authorized.
    const absolute = asked.at(-1) ?? 0;
    return total !== right && total === absolute && absolute >= first.unitsGranted
      ? { ...found, holds: null }
      : { ...found, causedBy: brokenLines(exchange) };
  },
  'portal.revise.keeps-original-authorization': (exchange, facts) => {
    const revised = viewAfter(exchange, facts);
    const first = revised ? initially(revised.file, exchange.seq) : undefined;
    if (!revised || !first || first.outcome === 'denied' || revised.file.closed) return null;
    const waiting = outcomeOf(revised).filter(({ decided }) => decided?.outcome !== 'approved');
    if (waiting.length === 0) return null;
    const kept = approvedUnits(exchange) >= first.unitsGranted;
    const status = text(exchange.answer.status);
    const found = seen(
      kept && status === 'APPROVED',
      `A revision is open or refused; ${status}, ${approvedUnits(exchange)} of ${first.unitsGranted} units stand.`,
      exchange,
    );
    return kept && status === 'MEDREVIEW'
      ? { ...found, holds: null }
      : { ...found, causedBy: brokenLines(exchange) };
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
        !rows.some((row) => row.units === body.units && (text(row.remarks) ?? '') === remarksOf(body)),
    );
    const before = text(revised.file.submission?.body.remarks) ?? '';
    const remarks = (text(exchange.answer.remarks) ?? '').includes(before);
    return seen(
      missing.length === 0 && remarks,
      `Of ${whole.length} revisions ${missing.length} are not in the history.`,
      exchange,
    );
  },
});
