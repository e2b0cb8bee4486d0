import type { Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { siteOf } from '../../facts/site.ts';
import { type Fields, fields, list, text } from '../../facts/values.ts';
import { callChecks } from '../check.ts';
import { seen } from '../seen.ts';
import { ownFile } from './documents.ts';

const digits = (value: unknown): string =>
  (text(value) ?? '').replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '');

/** Faxes that came before a call: of a request, or without a number. */
const faxesBefore = (facts: Facts, seq: number): readonly Exchange[] =>
  (facts.index.byOperation.get('inject') ?? []).filter((one) => one.body.kind === 'fax' && one.seq < seq);

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
  const faxes = faxesBefore(facts, exchange.seq).filter(
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
    const right = exchange.status === 200 && exchange.answer.authorization === file.id;
    const because = `The sheet of ${file.id} answered ${exchange.status}, with ${text(exchange.answer.authorization) ?? 'no number'}.`;
    return seen(right, because, exchange);
  },
  'portal.docs.fax-cover-fields': (exchange, facts) => {
    if (!coverOf(exchange, facts) || exchange.status !== 200) return null;
    const { answer } = exchange;
    const site = facts.world.sites.find(({ id }) => id === siteOf(facts, exchange));
    const user = facts.world.users.find(({ id }) => id === exchange.actor);
    const wrong = [
      ...['to', 'from', 'site', 'npi', 'phone', 'date'].filter((name) => !text(answer[name])),
      ...(digits(answer.faxNumber) === digits(facts.pack.figures.clinicalFax.value) ? [] : ['faxNumber']),
      ...(answer.npi === site?.npi && answer.site === site?.name ? [] : ['site or npi']),
      ...(user === undefined || answer.from === user.name ? [] : ['from']),
      ...(answer.date === facts.dateAt(exchange.at) ? [] : ['date']),
    ];
    const because =
      wrong.length === 0 ? 'All eight entries are filled.' : `Missing or wrong: ${wrong.join(', ')}.`;
    return seen(wrong.length === 0, because, exchange);
  },
  'portal.docs.fax-cover-confidentiality': (exchange, facts) => {
    if (!coverOf(exchange, facts) || exchange.status !== 200) return null;
    const notice = text(exchange.answer.confidentiality) ?? '';
    const number = digits(facts.pack.figures.misdirectedFax.value);
    const holds = /confidential/i.test(notice) && digits(notice).includes(number);
    return seen(holds, 'The sheet is marked as confidential and says whom to call.', exchange);
  },
  'portal.docs.fax-cover-no-member-phi': (exchange, facts) => {
    const file = coverOf(exchange, facts);
    const member = facts.index.members.get(text(file?.submission?.body.member) ?? '');
    if (!file || !member || exchange.status !== 200) return null;
    const words = JSON.stringify(exchange.answer);
    const told = [member.lastName, member.id, member.birthDate, ...list(file.submission?.body.diagnoses)];
    const from = text(exchange.answer.from) ?? '';
    const leaked = told.filter((one) => words.includes(String(one)) && !from.includes(String(one)));
    return seen(leaked.length === 0, 'The sheet names the case by its number alone.', exchange);
  },
  'portal.docs.fax-print-and-include': (exchange, facts) => {
    const faxed = faxedIn(exchange, facts);
    const loose = faxesBefore(facts, exchange.seq).some(({ body }) => body.request === undefined);
    if (!faxed || !loose) return null;
    const because = `A fax came without a number; ${faxed.id} shows ${faxed.rows.length} faxes of ${faxed.faxes.length}.`;
    const own = faxesBefore(facts, exchange.seq).filter(({ body }) => body.request === faxed.id);
    return seen(faxed.rows.length <= own.length, because, exchange);
  },
  'portal.docs.fax-auto-name': (exchange, facts) => {
    const faxed = faxedIn(exchange, facts);
    if (!faxed || faxed.faxes.length === 0) return null;
    const missing = faxed.faxes.filter((fax) => {
      const [row] = rowsOf(faxed, fax);
      return !`${text(row?.name)} ${text(row?.description)}`.includes(faxed.id);
    });
    return seen(
      missing.length === 0,
      `Of ${faxed.faxes.length} faxes, ${missing.length} are not under ${faxed.id} and their time.`,
      exchange,
    );
  },
  'portal.docs.fax-file-suffix': (exchange, facts) => {
    const faxed = faxedIn(exchange, facts);
    if (!faxed || faxed.rows.length < 2) return null;
    const names = faxed.rows.map(({ name }) => text(name) ?? '');
    return seen(
      new Set(names).size === names.length,
      `Faxed documents are called ${names.join(', ')}.`,
      exchange,
    );
  },
  'portal.docs.fax-description': (exchange, facts) => {
    const faxed = faxedIn(exchange, facts);
    const found = faxed?.faxes.flatMap((fax) => {
      const told = rowsOf(faxed, fax).map(({ description }) => text(description) ?? '');
      return told.length > 0 ? [{ day: american(facts.dateAt(fax.at)), told }] : [];
    });
    if (!found || found.length === 0) return null;
    const holds = found.every(({ day, told }) => told.some((one) => one.includes(day)));
    return seen(holds, 'The description tells the day of receipt.', exchange);
  },
});
