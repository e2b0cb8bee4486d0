import type { Exchange } from '../../facts/case-file.ts';
import { once } from '../../facts/memo.ts';
import { isProvider } from '../../facts/users.ts';
import { fields, list, text } from '../../facts/values.ts';
import { type Check, callChecks, findingFrom, historyChecks, needing, onCall } from '../check.ts';

/** What names a member: no word that a caller could not have known by itself belongs into a refusal. */
const namesOf = once(({ world }) =>
  world.members.flatMap(({ lastName, firstName, birthDate }) => [`${lastName}, ${firstName}`, birthDate]),
);

const said = ({ body, query, path }: Exchange): string => JSON.stringify([body, query, path]);

/** Operations that show or change what belongs to members or users. */
const AUDITED = [
  'find-members',
  'submit-request',
  'view-request',
  'list-requests',
  'revise-request',
  'supply-information',
  'attach-document',
  'download-document',
  'show-eligibility',
  'show-report',
  'change-user',
  'choose-site',
];

function entriesFor(trail: Exchange): readonly { op: string; user: string; at: number; status: number }[] {
  return list(trail.answer.entries)
    .map(fields)
    .map(({ operation, user, at, status }) => ({
      op: text(operation) ?? '',
      user: text(user) ?? '',
      at: Date.parse(text(at) ?? ''),
      status: Number(status),
    }));
}

const SECONDS_MS = 2000;

/** What is kept of users' acts, and what refusals keep to themselves. Section 4, Overview. */
export const audit = callChecks(['sessions', 'audit-trail'], {
  'portal.audit.user-actions-logged': (exchange, facts) => {
    if (exchange.op !== 'read-audit-trail' || exchange.status !== 200) return null;
    const entries = [...entriesFor(exchange)];
    const acts = facts.exchanges.filter(
      (one) => AUDITED.includes(one.op) && one.status !== 401 && isProvider(facts, one),
    );
    const missing = acts.filter((act) => {
      const index = entries.findIndex(
        ({ op, user, at, status }) =>
          op === act.op &&
          user === act.actor &&
          Math.abs(at - act.at) <= SECONDS_MS &&
          (status >= 400 === act.status >= 400 || act.status >= 500),
      );
      if (index >= 0) entries.splice(index, 1);
      return index < 0;
    });
    return onCall(
      exchange,
      { actionsNotLogged: [] },
      { actionsNotLogged: missing.map(({ op, actor }) => ({ operation: op, user: actor })) },
      { given: { actions: acts.length } },
    );
  },
});

export const refusals = callChecks(['sessions', 'accounts'], {
  'portal.privacy.protect-phi': (exchange, facts) => {
    if (exchange.status < 400) return null;
    const told = JSON.stringify(exchange.answer);
    const known = said(exchange);
    const leaked = namesOf(facts).filter((name) => told.includes(name) && !known.includes(name));
    // How many entries were told, and not which, so that the finding does not repeat them.
    const given = { operation: exchange.op, answer: exchange.status };
    return onCall(exchange, { memberDataInRefusal: 0 }, { memberDataInRefusal: leaked.length }, { given });
  },
});

/** Mail that the portal sent. Section 4, User Administrator Functions. */
export const mail: readonly Check[] = historyChecks(
  needing(['outbox', 'offices'], 'portal.privacy.no-phi-in-email'),
  (facts) =>
    facts.records.flatMap((record) => {
      if (record.kind !== 'sent' || record.item.kind !== 'mail') return [];
      const words = `${record.item.subject} ${record.item.text}`;
      const held = (entries: readonly string[]): number =>
        entries.filter((one) => words.includes(one)).length;
      const names = facts.world.members.map(({ lastName, firstName }) => `${firstName} ${lastName}`);
      return [
        findingFrom(
          'portal.privacy.no-phi-in-email',
          record.item.request,
          onCall(
            record,
            { memberNumbers: 0, namesAndBirthDates: 0, diagnosisCodes: 0 },
            {
              memberNumbers: held(facts.world.members.map(({ id }) => id)),
              namesAndBirthDates: held([...names, ...namesOf(facts)]),
              diagnosisCodes: held(facts.world.diagnoses.map(({ code }) => code)),
            },
          ),
        ),
      ];
    }),
);
