import { userAt } from '../../facts/accounts.ts';
import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import { reconsidering } from '../../facts/decisions.ts';
import type { Facts } from '../../facts/facts.ts';
import { caseOf } from '../../facts/memo.ts';
import { siteOf, sitesOf } from '../../facts/site.ts';
import { at, type Fields, list, strings, text } from '../../facts/values.ts';
import type { PlanFigures } from '../../rulebook/index.ts';
import { atTheEnd, type Comparison, callChecks, onCall } from '../check.ts';
import { ownFile } from '../documents/documents.ts';
import { ABSENT, asValue, atLeast, type Values } from '../value.ts';

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

const taken = (exchange: Exchange, given: Values): Comparison =>
  onCall(exchange, { answer: 201 }, { answer: exchange.status }, { given });

const turnedDown = (exchange: Exchange, given: Values): Comparison =>
  onCall(exchange, { answer: atLeast(400) }, { answer: exchange.status }, { given });

/** Whether a refusal names what is wrong, and it is something else than one entry. */
const blamesOther = (exchange: Exchange, path: string): boolean => {
  const named = list(exchange.answer.errors).map((error) => text(at(error, 'path')) ?? '');
  return exchange.status === 422 && named.length > 0 && !named.some((one) => one.startsWith(path));
};

/** Whether the user had seen the request with a status that may be revised, and it has changed since. */
function sawEditable({ views }: CaseFile, { actor }: Exchange): boolean {
  const last = views.filter((view) => view.actor === actor && view.status === 200).at(-1);
  return ['APPROVED', 'MEDREVIEW'].includes(text(last?.answer.status) ?? '');
}

const inStatus = (wanted: string, may: boolean) => (exchange: Exchange, facts: Facts) => {
  const asked = askedOf(exchange, facts);
  if (asked?.status !== wanted || !sound(asked, facts.dateAt(exchange.at), facts.pack.figures)) return null;
  // More care on an approved authorization is a rule of Section 7.
  if (wanted === 'APPROVED' && asked.file.type !== 'referral') return null;
  // What a delegate reviews is revised at the delegate.
  if (may && asked.file.channel === 'delegate') return null;
  if (may) return taken(exchange, { status: wanted });
  return sawEditable(asked.file, exchange) ? null : turnedDown(exchange, { status: wanted });
};

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
    return turnedDown(exchange, { statusWhenSent: asked.status });
  },
  'portal.revise.permission': (exchange, facts) => {
    const file = exchange.op === 'revise-request' ? caseOf(facts, exchange.path.id) : undefined;
    const user = userAt(facts, exchange);
    const site = siteOf(facts, exchange);
    if (!file || !user?.sites.some((own) => own.site === site) || exchange.status === 401) return null;
    const { made, named } = sitesOf(facts, file);
    if (made === null || made === site) return null;
    return turnedDown(exchange, { site, requestingSite: made, servicingSite: named });
  },
  'portal.revise.submit': (exchange, facts) => {
    const asked = exchange.status === 201 ? askedOf(exchange, facts) : null;
    if (!asked) return null;
    return onCall(exchange, { request: asked.file.id }, { request: text(exchange.answer.request) });
  },
  'portal.revise.referral-fields-only-units-remarks': atTheEnd((exchange, facts) => {
    const asked = askedOf(exchange, facts);
    const other = FIXED.filter((name) => asked?.body[name] !== undefined);
    if (asked?.file.type !== 'referral' || other.length === 0) return null;
    if (exchange.status >= 400) return turnedDown(exchange, { changed: other });
    const view = asked.file.views.find(({ seq, status }) => seq > exchange.seq && status === 200);
    if (!view || view.answer.access === 'verification') return null;
    const own = asked.file.submission?.body;
    return onCall(
      exchange,
      {
        affiliation: asValue(at(own, 'servicing.affiliation')),
        procedure: asValue(at(own, 'procedure')),
      },
      {
        affiliation: asValue(at(view.answer, 'referredTo.affiliation')),
        procedure: asValue(at(view.answer, 'lines.0.code')),
      },
      { given: { changed: other } },
    );
  }),
  'portal.referral.outside-dates-new-request': atTheEnd((exchange, facts) => {
    const asked = askedOf(exchange, facts);
    if (asked?.file.type !== 'referral' || asked.body.end === undefined) return null;
    const own = text(asked.file.submission?.body.end) ?? '';
    const given = { end: own, endAskedFor: text(asked.body.end) };
    if (exchange.status >= 400) return turnedDown(exchange, given);
    const moved = asked.file.feed.flatMap(({ event, seq }) =>
      event.type === 'revision-requested' && seq > exchange.seq && event.end !== own
        ? [event.end ?? null]
        : [],
    );
    return onCall(exchange, { movedTo: ABSENT }, { movedTo: moved }, { given });
  }),
  'portal.revise.add-procedure': (exchange, facts) => {
    const asked = askedOf(exchange, facts);
    if (asked?.status !== 'APPROVED' || added(asked.body).length === 0) return null;
    if (asked.file.type === 'referral') {
      // The screen shows it and the rules forbid it, so that neither answer is wrong.
      return {
        ...turnedDown(exchange, { type: 'referral', added: asValue(asked.body.add) }),
        otherwise: 'depends',
      };
    }
    if (strings(asked.body.information).length === 0 || asked.file.channel === 'delegate') return null;
    if (blamesOther(exchange, 'add')) return null;
    const found = taken(exchange, { type: asked.file.type, added: asValue(asked.body.add) });
    // A portal that revises nothing breaks the rule on revising first.
    return exchange.status === 409 ? { ...found, causedBy: 'um.concurrent.revise-existing' } : found;
  },
  'portal.revise.no-change-refused': (exchange, facts) => {
    const asked = askedOf(exchange, facts);
    if (!asked || !['APPROVED', 'MEDREVIEW'].includes(asked.status ?? '')) return null;
    const { units, end } = asked.body;
    const others = FIXED.some((name) => asked.body[name] !== undefined);
    if (units !== 0 || end !== undefined || others || added(asked.body).length > 0) return null;
    return remarksOf(asked.body).trim() === '' ? turnedDown(exchange, { units: 0, remarks: '' }) : null;
  },
  'portal.revise.units-valid': (exchange, facts) => {
    const asked = askedOf(exchange, facts);
    if (!asked || !['APPROVED', 'MEDREVIEW'].includes(asked.status ?? '')) return null;
    const { units } = asked.body;
    if (typeof units === 'number' && Number.isInteger(units) && units >= 0) return null;
    return turnedDown(exchange, { units: asValue(units) });
  },
  'portal.revise.remarks-limit': (exchange, facts) => {
    const asked = askedOf(exchange, facts);
    const remarks = remarksOf(asked?.body ?? {});
    const length = [...remarks].length;
    const most = facts.pack.figures.revisionRemarksLength.value;
    if (!asked || !['APPROVED', 'MEDREVIEW'].includes(asked.status ?? '') || length < most) return null;
    if (length !== remarks.length || length !== new TextEncoder().encode(remarks).length) return null;
    if (length === most && blamesOther(exchange, 'remarks')) return null;
    const given = { charactersOfRemarks: length };
    return {
      ...(length > most ? turnedDown(exchange, given) : taken(exchange, given)),
      edge: length > most ? 'near' : 'at',
    };
  },
});
