import { userAt } from '../../facts/accounts.ts';
import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { isRepeated } from '../../facts/keys.ts';
import { callsOf, caseOf, growing } from '../../facts/memo.ts';
import { dueBy, type Pause, pausesAt } from '../../facts/pauses.ts';
import { siteOf, sitesOf } from '../../facts/site.ts';
import { fields, list, text } from '../../facts/values.ts';
import { atTheEnd, callChecks, type Seen } from '../check.ts';
import { localWords } from '../clocks/words.ts';
import { seen } from '../seen.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const weekday = (facts: Facts, at: number): string => DAYS[new Date(facts.dateAt(at)).getUTCDay()] ?? '';

/** A submission that was answered with a receipt, or might have been: nothing was wrong with it. */
function taking(exchange: Exchange, facts: Facts): { sure: readonly Pause[]; doubtful: boolean } | null {
  const { op, status, at } = exchange;
  if (op !== 'submit-request' || isRepeated(exchange, facts) || [400, 401, 403, 422, 429].includes(status))
    return null;
  return pausesAt(facts, at);
}

const during = (exchange: Exchange, facts: Facts, regular: boolean): Pause | null =>
  taking(exchange, facts)?.sure.find((pause) => pause.regular === regular) ?? null;

const noticeOf = ({ answer }: Exchange): string => text(answer.notice) ?? '';

const ELEMENTS: readonly (readonly [string, RegExp])[] = [
  ['received', /receiv/i],
  ['later', /later|process/i],
  ['when to look again', /(4|four) hours|morning/i],
  ['the fax', /fax/i],
  ['date and time on the cover', /date.{0,20}time|time.{0,20}date|moment of|when (it|you)/i],
  ['uploading later', /upload|attach/i],
];

const answered = ({ status }: Exchange): string => `the portal answered ${status}`;

/** A receipt that was given, with the case that it became. */
type Receipt = {
  readonly submission: Exchange;
  readonly file: CaseFile | undefined;
  readonly pause: Pause | undefined;
};

const receipts = growing(
  callsOf('submit-request'),
  () => [] as Receipt[],
  (found, submission, facts) => {
    const receipt = submission.status === 202 ? text(submission.answer.receipt) : null;
    if (receipt === null || isRepeated(submission, facts)) return;
    const number = facts.receipts.get(receipt);
    const [pause] = pausesAt(facts, submission.at).sure;
    found.push({ submission, file: number === undefined ? undefined : caseOf(facts, number), pause });
  },
);

/** Receipts of the site of a call that were given before it. */
const receiptsSeen = (exchange: Exchange, facts: Facts): readonly Receipt[] =>
  receipts(facts).filter(
    ({ submission }) =>
      submission.seq < exchange.seq && siteOf(facts, submission) === siteOf(facts, exchange),
  );

/** Whether a call shows a status of a receipt's request; null for a call that could not. */
function showsStatus(
  { op, status, answer, path, query }: Exchange,
  { file, submission }: Receipt,
): boolean | null {
  if (op === 'show-receipt' && path.id === submission.answer.receipt) return text(answer.request) !== null;
  if (status >= 500) return null;
  if (op === 'view-request' && file && path.id === file.id)
    return status === 200 && text(answer.status) !== null;
  if (op !== 'list-requests' || status !== 200 || Object.keys(query).some((one) => one !== 'member'))
    return null;
  if (query.member !== undefined && query.member !== submission.body.member) return null;
  return list(answer.requests)
    .map(fields)
    .some(({ id, status: shown }) => id === file?.id && text(shown) !== null);
}

const mayLook = (exchange: Exchange, facts: Facts): boolean => {
  const own = userAt(facts, exchange)?.sites.find(({ site }) => site === siteOf(facts, exchange));
  return own?.permissions.includes('view') === true && exchange.status !== 401;
};

function onReceipts(
  exchange: Exchange,
  facts: Facts,
  judge: (receipt: Receipt, shows: boolean) => Seen | null,
): Seen[] {
  if (!['show-receipt', 'view-request', 'list-requests'].includes(exchange.op) || !mayLook(exchange, facts))
    return [];
  return receiptsSeen(exchange, facts).flatMap((receipt) => {
    const shows = showsStatus(exchange, receipt);
    const found = shows === null ? null : judge(receipt, shows);
    const { file, submission } = receipt;
    const name = file?.name ?? submission.case;
    return found ? [{ ...found, ...(name === null ? {} : { case: name }) }] : [];
  });
}

/** Requests that get a receipt instead of an answer, and maintenance. User Guide, Response Screen; Helpful Hints. */
export const deferrals = callChecks(['sessions', 'requests', 'deferrals'], {
  'portal.response.realtime-screen': (exchange, facts) => {
    const found = taking(exchange, facts);
    const day = weekday(facts, exchange.at);
    if (!found || found.sure.length > 0 || !['Tuesday', 'Wednesday', 'Thursday'].includes(day)) return null;
    return seen(exchange.status === 201, `Submitted on a ${day}; ${answered(exchange)}.`, exchange);
  },
  'portal.response.deferred-notice': (exchange, facts) => {
    if (!during(exchange, facts, false)) return null;
    const lacking = ELEMENTS.filter(([, words]) => !words.test(noticeOf(exchange))).map(([name]) => name);
    const because =
      exchange.status === 202
        ? `The notice lacks ${lacking.join(', ') || 'nothing'}.`
        : `No answer could be given, and ${answered(exchange)}.`;
    return seen(exchange.status === 202 && lacking.length === 0, because, exchange);
  },
  'portal.response.deferred-fax-number': (exchange, facts) => {
    if (exchange.status !== 202 || !taking(exchange, facts)) return null;
    const number = text(exchange.answer.faxNumber) ?? '';
    return seen(
      number === facts.pack.figures.clinicalFax.value,
      `The notice gives the fax number ${number || '(none)'}.`,
      exchange,
    );
  },
  'portal.response.deferred-datetime-for-cover': (exchange, facts) => {
    if (exchange.status !== 202 || !taking(exchange, facts)) return null;
    const told = text(exchange.answer.submitted) ?? '';
    const local = localWords(facts.pack, exchange.at);
    const [, day = '', hour = '', minute = ''] = /(\d{2}) (\d{2}):(\d{2})/.exec(local) ?? [];
    const twelve = String(((Number(hour) + 11) % 12) + 1);
    const timed = new RegExp(`\\b0?(${Number(hour)}|${twelve}):${minute}`).test(told);
    const dated = new RegExp(`(^|\\D)0?${Number(day)}(\\D|$)`).test(told);
    const kept = Math.abs(Date.parse(text(exchange.answer.receivedAt) ?? '') - exchange.at) <= 60_000;
    const because = `Submitted ${local}; the notice says ${told || 'nothing'}.`;
    // That the portal shows the moment is only to be concluded from what the user is told to do.
    if (told === '') return { ...seen(false, because, exchange), holds: null };
    return seen(timed && dated && kept, because, exchange);
  },
  'portal.response.deferred-upload-later': (exchange, facts) => {
    if (exchange.op !== 'attach-document') return null;
    const file = caseOf(facts, exchange.path.id);
    const user = userAt(facts, exchange);
    if (file?.submission?.status !== 202 || !user || [401, 404, 413].includes(exchange.status)) return null;
    // A file that is refused for what it is, or for want of a description, is no matter of receipts.
    if (list(exchange.answer.errors).length > 0) return null;
    const own = user.sites.find(({ site }) => site === sitesOf(facts, file).made);
    if (!own?.permissions.includes('upload') || siteOf(facts, exchange) !== own.site) return null;
    return seen(
      exchange.status === 201,
      `A document for a request that had a receipt; ${answered(exchange)}.`,
      exchange,
    );
  },
  'portal.response.deferred-eventually-visible': (exchange, facts) =>
    onReceipts(exchange, facts, ({ submission, pause }, shows) => {
      if (pause?.regular !== false) return null;
      const { soft, hard } = dueBy(facts, submission.at);
      if ((exchange.at < soft || exchange.op === 'list-requests') && !shows) return null;
      const because = `Submitted ${localWords(facts.pack, submission.at)}, looked for ${localWords(facts.pack, exchange.at)}: ${shows ? 'shown' : 'not shown'}.`;
      const found = seen(shows, because, exchange);
      // The morning may be the limit, or four hours: until then it depends.
      return !shows && exchange.at < hard ? { ...found, holds: null } : found;
    }),
  'portal.response.deferred-not-lost': atTheEnd((exchange, facts) => {
    if (exchange.op !== 'submit-request' || exchange.status !== 202 || isRepeated(exchange, facts))
      return null;
    const receipt = text(exchange.answer.receipt);
    if (dueBy(facts, exchange.at).hard > facts.until || receipt === null) return null;
    const told = facts.records.flatMap((record) =>
      record.kind === 'portal' && record.event.type === 'received' && record.event.receipt === receipt
        ? [record.event]
        : [],
    );
    const [first] = told;
    const kept = Math.abs(Date.parse(first?.receivedAt ?? '') - exchange.at) <= 1000;
    const because = `${receipt} became ${told.length} request${told.length === 1 ? '' : 's'}, received ${first?.receivedAt ?? 'never'}.`;
    return { ...seen(told.length === 1 && kept, because, exchange), evidence: 'reported' };
  }),
  'portal.maintenance.window': (exchange, facts) => {
    const found = taking(exchange, facts);
    const weekend = ['Friday', 'Saturday', 'Sunday', 'Monday'].includes(weekday(facts, exchange.at));
    if (!found || !weekend || found.sure.some(({ regular }) => !regular) || exchange.status >= 400)
      return null;
    const inside = found.sure.length > 0;
    const because = `Submitted ${localWords(facts.pack, exchange.at)}, ${inside ? 'inside' : 'outside'} maintenance; ${answered(exchange)}.`;
    if (found.doubtful) return { ...seen(true, because, exchange), holds: null };
    return seen(inside === (exchange.status === 202), because, exchange);
  },
  'portal.maintenance.entry-allowed': (exchange, facts) => {
    if (!during(exchange, facts, true)) return null;
    return seen(exchange.status < 300, `Submitted during maintenance; ${answered(exchange)}.`, exchange);
  },
  'portal.maintenance.no-status-until-monday': (exchange, facts) =>
    onReceipts(exchange, facts, ({ submission, pause }, shows) => {
      if (!pause?.regular) return null;
      const grace = pause.until + facts.pack.figures.maintenanceGrace.value * 3_600_000;
      if (exchange.at >= pause.until && exchange.at < grace && !shows) return null;
      // What a list lacks on Monday is a matter of the list.
      if (exchange.at >= grace && exchange.op === 'list-requests' && !shows) return null;
      const early = exchange.at < pause.until;
      const because = `Submitted ${localWords(facts.pack, submission.at)}; ${localWords(facts.pack, exchange.at)} a status is ${shows ? '' : 'not '}shown.`;
      return seen(early !== shows, because, exchange);
    }),
  'portal.maintenance.deferred-notice-time-wording': (exchange, facts) => {
    if (exchange.status !== 202 || !during(exchange, facts, true)) return null;
    return seen(
      /monday/i.test(noticeOf(exchange)),
      'During maintenance the notice speaks of Monday.',
      exchange,
    );
  },
});
