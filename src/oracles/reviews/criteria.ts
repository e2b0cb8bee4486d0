import type { Book } from '../../facts/book.ts';
import type { Exchange } from '../../facts/case-file.ts';
import { text } from '../../facts/values.ts';
import { READING_NAMES, type ReadingName } from '../../rulebook/index.ts';
import { exchangeFamily } from '../family.ts';
import { lastDayOfNotice } from '../provider-obligations/notice-day.ts';
import { seen } from '../seen.ts';

const criteriaOf = (book: Book, { path }: Exchange) => book.world.criteria?.find(({ id }) => id === path.id);

/** Criteria and messages. Section 7, Medical Necessity Decision-Making; Information Request. */
export const criteria = exchangeFamily('criteria', ['criteria', 'events'], {
  'um.criteria.internal-on-portal': (exchange, book) => {
    if (exchange.op !== 'show-criteria' || criteriaOf(book, exchange)?.source !== 'plan') return null;
    const shown = (text(exchange.answer.text) ?? '') !== '';
    return seen(exchange.status === 200 && shown, `The plan’s own criteria: ${exchange.status}.`, exchange);
  },
  'um.criteria.proprietary-on-request': (exchange, book) => {
    const known = criteriaOf(book, exchange);
    if (exchange.op !== 'request-criteria' || known?.source !== 'interqual') return null;
    const sent = book.records.some(
      (record) =>
        record.kind === 'portal' &&
        record.event.type === 'criteria-sent' &&
        record.event.criteria === known.id &&
        record.seq > exchange.seq,
    );
    return seen(sent, `Proprietary criteria were asked for and ${sent ? 'sent' : 'not sent'}.`, exchange);
  },
});

export const messages = exchangeFamily('messages', ['desk', 'events', 'inject.message'], {
  'um.contact.after-hours-next-bd': (exchange, book) => {
    const { op, body, at } = exchange;
    // Where the scenario plays the plan’s staff, nobody of the portal’s retrieves messages.
    if (op !== 'inject' || body.kind !== 'message' || book.scripted) return null;
    const record = book.records.find(
      (one) =>
        one.kind === 'portal' &&
        one.event.type === 'message-retrieved' &&
        one.event.message === text(body.id),
    );
    const retrieved = record ? book.dateAt(Date.parse(record.at)) : null;
    const last = (reading: ReadingName): string => lastDayOfNotice(book, at, reading, 'afterHoursMessage');
    if (retrieved === null && READING_NAMES.some((name) => book.dateAt(book.until) <= last(name)))
      return null;
    const verdicts = READING_NAMES.map((name) => retrieved !== null && retrieved <= last(name));
    const agreed = verdicts.every((one) => one === verdicts[0]);
    const because = `The last day was ${last('default')}; it was retrieved on ${retrieved ?? 'no day'}.`;
    return {
      ...seen(verdicts[0] === true, because, exchange),
      holds: agreed ? (verdicts[0] ?? null) : null,
      evidence: 'reported',
    };
  },
});
