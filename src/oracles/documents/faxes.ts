import type { Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { siteOf } from '../../facts/site.ts';
import { type Fields, fields, list, text } from '../../facts/values.ts';
import { callChecks, onCall } from '../check.ts';
import { atMost, contains, instant, PRESENT } from '../value.ts';
import { ownFile } from './documents.ts';

const digits = (value: unknown): string =>
  (text(value) ?? '').replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '');

/** Faxes that came before a call: of a request, or without a number. */
const faxesSoFar = (facts: Facts): readonly Exchange[] =>
  (facts.index.byOperation.get('inject') ?? []).filter((one) => one.body.kind === 'fax');

/** How long a fax may take from its arrival to the list. */
const FRESH_MS = 60_000;

const american = (date: string): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;

type Faxed = { readonly rows: readonly Fields[]; readonly faxes: readonly Exchange[]; readonly id: string };

/** The faxed documents that a list shows, and the faxes that came for that request. */
function faxedIn(exchange: Exchange, facts: Facts): Faxed | null {
  if (exchange.op !== 'list-documents' || exchange.status !== 200) return null;
  const file = ownFile(exchange, facts, 'view');
  if (!file) return null;
  const rows = list(exchange.answer.documents)
    .map(fields)
    .filter(({ source }) => source === 'fax');
  const faxes = faxesSoFar(facts).filter(
    ({ body, at }) => body.request === file.id && exchange.at - at >= FRESH_MS,
  );
  return { rows, faxes, id: file.id };
}

/** The rows that may be of a fax: those that tell of its minute. */
const rowsOf = ({ rows }: Faxed, { at }: Exchange): readonly Fields[] =>
  rows.filter(({ uploadedAt }) => Math.abs(Date.parse(text(uploadedAt) ?? '') - at) <= 60_000);

const coverOf = (exchange: Exchange, facts: Facts) =>
  exchange.op === 'show-fax-cover' && exchange.status !== 401 ? ownFile(exchange, facts, 'view') : null;

/** Cover sheets, and what comes by fax. User Guide, Response Screen. */
export const faxes = callChecks(['sessions', 'requests', 'documents'], {
  'portal.docs.fax-cover-generated': (exchange, facts) => {
    const file = coverOf(exchange, facts);
    if (!file) return null;
    return onCall(
      exchange,
      { answer: 200, authorization: file.id },
      { answer: exchange.status, authorization: text(exchange.answer.authorization) },
    );
  },
  'portal.docs.fax-cover-fields': (exchange, facts) => {
    if (!coverOf(exchange, facts) || exchange.status !== 200) return null;
    const { answer } = exchange;
    const site = facts.world.sites.find(({ id }) => id === siteOf(facts, exchange));
    const user = facts.world.users.find(({ id }) => id === exchange.actor);
    // Names of persons are told by the number of the user, and no other name is told at all.
    const sender = text(answer.from) === user?.name ? (user?.id ?? null) : 'another name';
    return onCall(
      exchange,
      {
        to: PRESENT,
        from: user?.id ?? PRESENT,
        site: site?.name ?? PRESENT,
        npi: site?.npi ?? PRESENT,
        phone: PRESENT,
        date: facts.dateAt(exchange.at),
        faxNumber: digits(facts.pack.figures.clinicalFax.value),
      },
      {
        to: text(answer.to) ? 'filled in' : null,
        from: text(answer.from) ? sender : null,
        site: text(answer.site),
        npi: text(answer.npi),
        phone: text(answer.phone) ? 'filled in' : null,
        date: text(answer.date),
        faxNumber: digits(answer.faxNumber),
      },
    );
  },
  'portal.docs.fax-cover-confidentiality': (exchange, facts) => {
    if (!coverOf(exchange, facts) || exchange.status !== 200) return null;
    const notice = text(exchange.answer.confidentiality) ?? '';
    const number = digits(facts.pack.figures.misdirectedFax.value);
    return onCall(
      exchange,
      { markedConfidential: true, numbersInNotice: contains(number) },
      { markedConfidential: /confidential/i.test(notice), numbersInNotice: digits(notice) },
    );
  },
  'portal.docs.fax-cover-no-member-phi': (exchange, facts) => {
    const file = coverOf(exchange, facts);
    const member = facts.index.members.get(text(file?.submission?.body.member) ?? '');
    if (!file || !member || exchange.status !== 200) return null;
    const words = JSON.stringify(exchange.answer);
    const diagnoses = list(file.submission?.body.diagnoses).map((one) => ['diagnosis', String(one)] as const);
    const entries = [
      ['last name', member.lastName],
      ['member number', member.id],
      ['date of birth', member.birthDate],
      ...diagnoses,
    ] as const;
    const from = text(exchange.answer.from) ?? '';
    const leaked = entries.filter(([, one]) => words.includes(one) && !from.includes(one));
    // What was told of the member is named by its kind, so that the finding does not repeat it.
    return onCall(exchange, { memberDataOnSheet: [] }, { memberDataOnSheet: leaked.map(([kind]) => kind) });
  },
  'portal.docs.fax-print-and-include': (exchange, facts) => {
    const faxed = faxedIn(exchange, facts);
    const loose = faxesSoFar(facts).some(({ body }) => body.request === undefined);
    if (!faxed || !loose) return null;
    const own = faxesSoFar(facts).filter(({ body }) => body.request === faxed.id);
    return onCall(
      exchange,
      { faxedDocuments: atMost(own.length) },
      { faxedDocuments: faxed.rows.length },
      { given: { request: faxed.id, faxWithoutNumber: 'received' } },
    );
  },
  'portal.docs.fax-auto-name': (exchange, facts) => {
    const faxed = faxedIn(exchange, facts);
    if (!faxed || faxed.faxes.length === 0) return null;
    const named = (fax: Exchange): boolean => {
      const [row] = rowsOf(faxed, fax);
      return `${text(row?.name)} ${text(row?.description)}`.includes(faxed.id);
    };
    return onCall(
      exchange,
      { faxes: faxed.faxes.map(({ at }) => ({ receivedAt: instant(at), namedAfter: faxed.id })) },
      {
        faxes: faxed.faxes.map((fax) => ({
          receivedAt: instant(fax.at),
          namedAfter: named(fax) ? faxed.id : null,
        })),
      },
    );
  },
  'portal.docs.fax-file-suffix': (exchange, facts) => {
    const faxed = faxedIn(exchange, facts);
    if (!faxed || faxed.rows.length < 2) return null;
    const names = faxed.rows.map(({ name }) => text(name) ?? '');
    return onCall(exchange, { differentNames: names.length }, { differentNames: new Set(names).size });
  },
  'portal.docs.fax-description': (exchange, facts) => {
    const faxed = faxedIn(exchange, facts);
    const found = faxed?.faxes.flatMap((fax) => {
      const told = rowsOf(faxed, fax).map(({ description }) => text(description) ?? '');
      return told.length > 0 ? [{ day: american(facts.dateAt(fax.at)), told }] : [];
    });
    if (!found || found.length === 0) return null;
    return onCall(
      exchange,
      { daysInDescriptions: found.map(({ day }) => day) },
      {
        daysInDescriptions: found.map(({ day, told }) =>
          told.some((one) => one.includes(day)) ? day : null,
        ),
      },
    );
  },
});
