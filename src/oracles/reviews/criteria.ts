import type { Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { text } from '../../facts/values.ts';
import { INTERPRETATION_NAMES, type InterpretationName } from '../../rulebook/index.ts';
import { atTheEnd, callChecks, onCall } from '../check.ts';
import { lastDayOfNotice } from '../provider-obligations/notice-day.ts';
import { instant, PRESENT } from '../value.ts';

const criteriaOf = (facts: Facts, { path }: Exchange) =>
  facts.world.criteria?.find(({ id }) => id === path.id);

/** Criteria and messages. Section 7, Medical Necessity Decision-Making; Information Request. */
export const criteria = callChecks(['criteria', 'events'], {
  'um.criteria.internal-on-portal': (exchange, facts) => {
    if (exchange.op !== 'show-criteria' || criteriaOf(facts, exchange)?.source !== 'plan') return null;
    return onCall(
      exchange,
      { answer: 200, text: PRESENT },
      { answer: exchange.status, text: text(exchange.answer.text) },
      { given: { criteriaSource: 'plan' } },
    );
  },
  'um.criteria.proprietary-on-request': atTheEnd((exchange, facts) => {
    const known = criteriaOf(facts, exchange);
    if (exchange.op !== 'request-criteria' || known?.source !== 'interqual') return null;
    const sent = facts.records.find(
      (record) =>
        record.kind === 'portal' &&
        record.event.type === 'criteria-sent' &&
        record.event.criteria === known.id &&
        record.seq > exchange.seq,
    );
    return onCall(
      exchange,
      { criteriaSent: PRESENT },
      { criteriaSent: sent ? instant(Date.parse(sent.at)) : null },
      { given: { criteria: known.id, criteriaSource: known.source } },
    );
  }),
});

export const messages = callChecks(['desk', 'events', 'inject.message'], {
  'um.contact.after-hours-next-bd': atTheEnd((exchange, facts) => {
    const { op, body, at } = exchange;
    // Where the scenario plays the plan’s staff, nobody of the portal’s retrieves messages.
    if (op !== 'inject' || body.kind !== 'message' || facts.scripted) return null;
    const record = facts.records.find(
      (one) =>
        one.kind === 'portal' &&
        one.event.type === 'message-retrieved' &&
        one.event.message === text(body.id),
    );
    const retrieved = record ? facts.dateAt(Date.parse(record.at)) : null;
    const last = (interpretation: InterpretationName): string =>
      lastDayOfNotice(facts, at, interpretation, 'afterHoursMessage');
    if (retrieved === null && INTERPRETATION_NAMES.some((name) => facts.dateAt(facts.until) <= last(name)))
      return null;
    const verdicts = INTERPRETATION_NAMES.map((name) => retrieved !== null && retrieved <= last(name));
    const agreed = verdicts.every((one) => one === verdicts[0]);
    // Civil dates in their ISO form stand in order as texts do.
    return onCall(
      exchange,
      { retrievedInTime: true },
      { retrievedInTime: verdicts[0] === true, retrievedOn: retrieved },
      {
        given: { lastDay: last('default') },
        evidence: 'reported',
        ...(agreed ? {} : { always: 'depends' }),
      },
    );
  }),
});
