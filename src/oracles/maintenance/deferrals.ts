import { userAt } from '../../facts/accounts.ts';
import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { isRepeated } from '../../facts/keys.ts';
import { callsOf, caseOf, growing } from '../../facts/memo.ts';
import { dueBy, type Pause, pausesAt } from '../../facts/pauses.ts';
import { siteOf, sitesOf } from '../../facts/site.ts';
import { fields, list, text } from '../../facts/values.ts';
import { atTheEnd, type Comparison, callChecks, onCall } from '../check.ts';
import { localWords } from '../clocks/words.ts';
import { ABSENT, ACCEPTED, between, type Instant, instant, not } from '../value.ts';

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

/** An instant of an answer; null where it is none. */
const instantOf = (iso: unknown): Instant | null => {
  const at = Date.parse(text(iso) ?? '');
  return Number.isNaN(at) ? null : instant(at);
};

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
  receipts(facts).filter(({ submission }) => siteOf(facts, submission) === siteOf(facts, exchange));

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
  judge: (receipt: Receipt, shows: boolean) => Comparison | null,
): Comparison[] {
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
    return onCall(exchange, { answer: 201 }, { answer: exchange.status }, { given: { submittedOn: day } });
  },
  'portal.response.deferred-notice': (exchange, facts) => {
    if (!during(exchange, facts, false)) return null;
    const lacking = ELEMENTS.filter(([, words]) => !words.test(noticeOf(exchange))).map(([name]) => name);
    return onCall(
      exchange,
      { answer: 202, lackingInNotice: ABSENT },
      { answer: exchange.status, lackingInNotice: lacking, notice: noticeOf(exchange) },
    );
  },
  'portal.response.deferred-fax-number': (exchange, facts) => {
    if (exchange.status !== 202 || !taking(exchange, facts)) return null;
    return onCall(
      exchange,
      { faxNumber: facts.pack.figures.clinicalFax.value },
      { faxNumber: text(exchange.answer.faxNumber) },
    );
  },
  'portal.response.deferred-datetime-for-cover': (exchange, facts) => {
    if (exchange.status !== 202 || !taking(exchange, facts)) return null;
    const submitted = text(exchange.answer.submitted) ?? '';
    const local = localWords(facts.pack, exchange.at);
    const [, day = '', hour = '', minute = ''] = /(\d{2}) (\d{2}):(\d{2})/.exec(local) ?? [];
    const twelve = String(((Number(hour) + 11) % 12) + 1);
    const isTimed = new RegExp(`\\b0?(${Number(hour)}|${twelve}):${minute}`).test(submitted);
    const isDated = new RegExp(`(^|\\D)0?${Number(day)}(\\D|$)`).test(submitted);
    const [time, minuteMs] = [`${hour}:${minute}`, 60_000];
    return onCall(
      exchange,
      {
        time,
        dayOfMonth: Number(day),
        receivedAt: between(instant(exchange.at - minuteMs), instant(exchange.at + minuteMs)),
      },
      {
        time: isTimed ? time : null,
        dayOfMonth: isDated ? Number(day) : null,
        receivedAt: instantOf(exchange.answer.receivedAt),
        submitted,
      },
      {
        given: { submittedAt: instant(exchange.at) },
        // That the portal shows the moment is only to be concluded from what the user is told to do.
        ...(submitted === '' ? { always: 'depends' } : {}),
      },
    );
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
    return onCall(
      exchange,
      { answer: 201 },
      { answer: exchange.status },
      { given: { requestReceived: instant(file.received.at.low) } },
    );
  },
  'portal.response.deferred-eventually-visible': (exchange, facts) =>
    onReceipts(exchange, facts, ({ submission, pause }, shows) => {
      if (pause?.regular !== false) return null;
      const { soft, hard } = dueBy(facts, submission.at);
      if ((exchange.at < soft || exchange.op === 'list-requests') && !shows) return null;
      return onCall(
        exchange,
        { statusShown: true },
        { statusShown: shows },
        {
          given: {
            submittedAt: instant(submission.at),
            lookedAt: instant(exchange.at),
            dueBy: instant(soft),
            dueAtLatest: instant(hard),
          },
          // The morning may be the limit, or four hours: until then it depends.
          ...(exchange.at < hard ? { otherwise: 'depends' } : {}),
        },
      );
    }),
  'portal.response.deferred-not-lost': atTheEnd((exchange, facts) => {
    if (exchange.op !== 'submit-request' || exchange.status !== 202 || isRepeated(exchange, facts))
      return null;
    const receipt = text(exchange.answer.receipt);
    if (dueBy(facts, exchange.at).hard > facts.until || receipt === null) return null;
    const received = facts.records.flatMap((record) =>
      record.kind === 'portal' && record.event.type === 'received' && record.event.receipt === receipt
        ? [record.event]
        : [],
    );
    return onCall(
      exchange,
      { requests: 1, receivedAt: between(instant(exchange.at - 1000), instant(exchange.at + 1000)) },
      { requests: received.length, receivedAt: instantOf(received[0]?.receivedAt) },
      { given: { receipt }, evidence: 'reported' },
    );
  }),
  'portal.maintenance.window': (exchange, facts) => {
    const found = taking(exchange, facts);
    const weekend = ['Friday', 'Saturday', 'Sunday', 'Monday'].includes(weekday(facts, exchange.at));
    if (!found || !weekend || found.sure.some(({ regular }) => !regular) || exchange.status >= 400)
      return null;
    const inside = found.sure.length > 0;
    return onCall(
      exchange,
      { answer: inside ? 202 : not(202) },
      { answer: exchange.status },
      {
        given: { submittedAt: instant(exchange.at), inMaintenance: inside },
        ...(found.doubtful ? { always: 'depends' } : {}),
      },
    );
  },
  'portal.maintenance.entry-allowed': (exchange, facts) => {
    if (!during(exchange, facts, true)) return null;
    return onCall(
      exchange,
      { answer: ACCEPTED },
      { answer: exchange.status },
      { given: { submittedAt: instant(exchange.at) } },
    );
  },
  'portal.maintenance.no-status-until-monday': (exchange, facts) =>
    onReceipts(exchange, facts, ({ submission, pause }, shows) => {
      if (!pause?.regular) return null;
      const grace = pause.until + facts.pack.figures.maintenanceGrace.value * 3_600_000;
      if (exchange.at >= pause.until && exchange.at < grace && !shows) return null;
      // What a list lacks on Monday is a matter of the list.
      if (exchange.at >= grace && exchange.op === 'list-requests' && !shows) return null;
      return onCall(
        exchange,
        { statusShown: exchange.at >= pause.until },
        { statusShown: shows },
        {
          given: {
            submittedAt: instant(submission.at),
            lookedAt: instant(exchange.at),
            endOfMaintenance: instant(pause.until),
          },
        },
      );
    }),
  'portal.maintenance.deferred-notice-time-wording': (exchange, facts) => {
    if (exchange.status !== 202 || !during(exchange, facts, true)) return null;
    const notice = noticeOf(exchange);
    return onCall(
      exchange,
      { dayInNotice: 'Monday' },
      { dayInNotice: /monday/i.test(notice) ? 'Monday' : null, notice },
    );
  },
});
