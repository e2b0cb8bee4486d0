import { userAt } from '../../facts/accounts.ts';
import type { Book } from '../../facts/book.ts';
import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import { caseOf, once } from '../../facts/memo.ts';
import { pausesAt } from '../../facts/pauses.ts';
import { siteOf, sitesOf } from '../../facts/site.ts';
import { type Fields, fields, list, text } from '../../facts/values.ts';
import { exchangeFamily, type Seen } from '../family.ts';
import { isProvider, seen } from '../seen.ts';

/** A document that went to a request, as it was sent. */
export type Sent = {
  readonly exchange: Exchange;
  readonly id: string;
  readonly request: string;
  readonly name: string;
  readonly description: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** Kinds of file that a portal takes, by what the harness says of their bytes, with their endings. */
const ENDINGS: Readonly<Record<string, string>> = { pdf: 'pdf', png: 'png', text: 'txt' };

/** Every document that was taken, by request. */
const attached = once((book) => {
  const found = new Map<string, Sent[]>();
  for (const exchange of book.index.byOperation.get('attach-document') ?? []) {
    const { status, answer, body, path } = exchange;
    if (status !== 201) continue;
    const request = text(path.id) ?? '';
    const own = found.get(request) ?? [];
    found.set(request, own);
    own.push({
      exchange,
      request,
      id: text(answer.id) ?? '',
      name: text(body.name) ?? '',
      description: text(body.description) ?? '',
      bytes: Number(body.bytes),
      sha256: text(body.sha256) ?? '',
    });
  }
  return found as ReadonlyMap<string, readonly Sent[]>;
});

/** Documents of a request that were there before a call. */
export const sentBefore = (book: Book, request: string, seq: number): readonly Sent[] =>
  (attached(book).get(request) ?? []).filter(({ exchange }) => exchange.seq < seq);

/** Whether a request that was given a receipt had not been shown to an office under its number by then. */
const isUnshown = (file: CaseFile, { seq }: Exchange, book: Book): boolean =>
  [...book.receipts.values()].includes(file.id) &&
  !file.exchanges.some(
    (one) => one.seq < seq && one.status < 300 && one.path.id === file.id && isProvider(book, one),
  );

/** The file of a call by a user of the site that made the request, with what the call needs; else null. */
export function ownFile(exchange: Exchange, book: Book, needed: string): CaseFile | null {
  const file = caseOf(book, exchange.path.id);
  const site = siteOf(book, exchange);
  const own = userAt(book, exchange)?.sites.find((one) => one.site === site);
  if (!file || !own || exchange.status === 401) return null;
  // Until its number is shown, a portal need not know a request by it.
  if (exchange.status === 404 && isUnshown(file, exchange, book)) return null;
  const may = (own.permissions as readonly string[]).includes(needed);
  return may && sitesOf(book, file).made === site ? file : null;
}

/** Whether a file is of a kind that a portal takes, and is named so. */
const isDocument = ({ name, kind }: Fields): boolean => {
  const ending = (text(name) ?? '').toLowerCase().split('.').at(-1) ?? '';
  return ENDINGS[text(kind) ?? ''] === ending;
};

type Upload = { readonly file: CaseFile; readonly bytes: number; readonly description: string };

function uploadOf(exchange: Exchange, book: Book): Upload | null {
  const file = exchange.op === 'attach-document' ? ownFile(exchange, book, 'upload') : null;
  if (!file || !isDocument(exchange.body)) return null;
  const { bytes, description } = exchange.body;
  return { file, bytes: Number(bytes), description: text(description) ?? '' };
}

/** The most bytes of a document, by the widest and by the narrowest interpretation of a megabyte. */
const sizesOf = ({ pack }: Book): { readonly largest: number; readonly smallest: number } => {
  const sizes = pack.figures.documentSize.value;
  return { largest: Math.max(...sizes), smallest: Math.min(...sizes) };
};

/** The size from which on an upload may be refused for its size, headers and all. */
const nearLimit = (book: Book): number => sizesOf(book).smallest - 1024;

/** Whether nothing but what a rule looks at could stand in the way of an upload. */
const plain = (book: Book, { bytes, description }: Upload): boolean =>
  bytes > 0 && bytes < nearLimit(book) && description.trim() !== '' && description.length <= 255;

/** What a request's documents can be attached to: anything, though past decisions are no longer worked on. */
function stage({ file }: Upload, { seq, at }: Exchange, book: Book): 'open' | 'over' | 'ended' {
  const last = file.statuses.filter((change) => change.seq < seq).at(-1)?.to;
  if (last === 'DENIED' || last === 'CLOSED') return 'ended';
  return book.dateAt(at) > (text(file.submission?.body.end) ?? '9999') ? 'over' : 'open';
}

const upperCase = (exchange: Exchange): boolean => /\.PDF$/.test(text(exchange.body.name) ?? '');

const rowsOf = ({ answer }: Exchange): readonly Fields[] => list(answer.documents).map(fields);

/** The documents that a list or a view should show, where the call is one that shows them. */
function shownTo(
  exchange: Exchange,
  book: Book,
  op: string,
): { sent: readonly Sent[]; rows: readonly Fields[] } | null {
  if (exchange.op !== op || exchange.status !== 200 || !ownFile(exchange, book, 'view')) return null;
  const sent = sentBefore(book, text(exchange.path.id) ?? '', exchange.seq);
  return sent.length === 0 ? null : { sent, rows: rowsOf(exchange) };
}

const rowOf = (rows: readonly Fields[], { id }: Sent): Fields | undefined =>
  rows.find((row) => row.id === id);

const taken = (exchange: Exchange, what: string): Seen =>
  seen(exchange.status === 201, `${what}; the portal answered ${exchange.status}.`, exchange);

const turnedDown = (exchange: Exchange, what: string): Seen =>
  seen(
    exchange.status >= 400 && exchange.status < 500,
    `${what}; the portal answered ${exchange.status}.`,
    exchange,
  );

/** Documents of requests. User Guide, Response Screen; View or Attach Documentation. */
export const documents = exchangeFamily('documents', ['sessions', 'requests', 'documents'], {
  'portal.docs.upload-steps': (exchange, book) => {
    const upload = uploadOf(exchange, book);
    if (!upload || !plain(book, upload) || stage(upload, exchange, book) !== 'open' || upperCase(exchange))
      return null;
    if (pausesAt(book, exchange.at).sure.length > 0 || upload.file.submission?.status === 202) return null;
    return taken(exchange, 'A file with a description was attached');
  },
  'portal.docs.file-types': (exchange, book) => {
    const upload = uploadOf(exchange, book);
    if (!upload || !plain(book, upload) || !upperCase(exchange)) return null;
    return taken(exchange, 'A PDF with its ending in capitals was attached');
  },
  'portal.docs.description-required': (exchange, book) => {
    const upload = uploadOf(exchange, book);
    if (upload?.description.trim() !== '' || upload.bytes === 0 || upload.bytes >= nearLimit(book))
      return null;
    return turnedDown(exchange, 'A file without a description was attached');
  },
  'portal.docs.file-required': (exchange, book) => {
    const upload = uploadOf(exchange, book);
    if (!upload || upload.bytes > 0 || upload.description.trim() === '') return null;
    return turnedDown(exchange, 'A description was sent without a file');
  },
  'portal.docs.max-5mb': (exchange, book) => {
    const upload = uploadOf(exchange, book);
    if (!upload || upload.bytes < nearLimit(book) || upload.description.trim() === '') return null;
    const words = `A file of ${upload.bytes} bytes was attached`;
    const { largest, smallest } = sizesOf(book);
    if (upload.bytes <= smallest) {
      const open = stage(upload, exchange, book) === 'open' && pausesAt(book, exchange.at).sure.length === 0;
      return open ? { ...taken(exchange, words), edge: 'at' } : null;
    }
    if (upload.bytes > largest) return { ...turnedDown(exchange, words), edge: 'near' };
    // Five megabytes are 10^6 or 2^20 bytes each: between the two either answer is right.
    return { ...taken(exchange, words), holds: null };
  },
  'portal.docs.more-any-time': (exchange, book) => {
    const upload = uploadOf(exchange, book);
    if (!upload || !plain(book, upload)) return null;
    const at = stage(upload, exchange, book);
    if (at === 'open') return null;
    const found = taken(
      exchange,
      at === 'over' ? 'Attached after the period' : 'Attached after the request had ended',
    );
    return at === 'ended' && exchange.status !== 201 ? { ...found, holds: null } : found;
  },
  'portal.docs.appears-at-bottom': (exchange, book) => {
    const shown = shownTo(exchange, book, 'view-request');
    if (!shown) return null;
    const missing = shown.sent.filter((one) => !rowOf(shown.rows, one));
    return seen(
      missing.length === 0,
      `The view shows ${shown.rows.length} of ${shown.sent.length} documents.`,
      exchange,
    );
  },
  'portal.docs.multiple-per-request': (exchange, book) => {
    const shown = shownTo(exchange, book, 'list-documents');
    if (!shown || shown.sent.length < 2) return null;
    const missing = shown.sent.filter((one) => !rowOf(shown.rows, one));
    const words = `${shown.sent.length} documents were attached; ${missing.length} are not listed.`;
    return seen(missing.length === 0, words, exchange);
  },
  'portal.docs.table-columns': (exchange, book) => {
    const shown = shownTo(exchange, book, 'list-documents');
    const rows = shown?.sent.flatMap((one) => {
      const row = rowOf(shown.rows, one);
      return row ? [{ one, row }] : [];
    });
    if (!rows || rows.length === 0) return null;
    const wrong = rows.filter(
      ({ one, row }) =>
        row.description !== one.description ||
        row.bytes !== one.bytes ||
        !text(row.name) ||
        !(Math.abs(Date.parse(text(row.uploadedAt) ?? '') - one.exchange.at) <= 60_000),
    );
    return seen(wrong.length === 0, 'Description, name, size and time are those of the upload.', exchange);
  },
  'portal.docs.order-newest-first': (exchange, book) => {
    const shown = shownTo(exchange, book, 'list-documents');
    const times = shown?.rows.map(({ uploadedAt }) => Date.parse(text(uploadedAt) ?? '')) ?? [];
    if (new Set(times).size < 2) return null;
    const ordered = times.every((at, index) => index === 0 || at <= (times[index - 1] ?? 0));
    return seen(ordered, 'The newest document stands first.', exchange);
  },
  'portal.docs.download-identical': (exchange, book) => {
    if (exchange.op !== 'download-document') return null;
    const file = caseOf(book, exchange.path.id);
    const user = userAt(book, exchange);
    if (!file || !user || exchange.status === 401) return null;
    const site = siteOf(book, exchange);
    if (sitesOf(book, file).made !== site || !user.sites.some((own) => own.site === site)) {
      const because = `${exchange.actor} is not of the site that made the request; the portal answered ${exchange.status}.`;
      return seen(exchange.status >= 400, because, exchange);
    }
    const sent = sentBefore(book, file.id, exchange.seq).find(({ id }) => id === exchange.path.document);
    if (!sent || !ownFile(exchange, book, 'view')) return null;
    const came = fields(exchange.answer.file);
    const same = exchange.status === 200 && came.sha256 === sent.sha256;
    const harmless = /^attachment/i.test(text(came.disposition) ?? '');
    const because = `The file came back ${same ? 'as it was sent' : 'otherwise than it was sent'}, ${harmless ? '' : 'not '}as an attachment.`;
    return seen(same && harmless, because, exchange);
  },
  'portal.maintenance.edit-and-upload': (exchange, book) => {
    const shown = shownTo(exchange, book, 'list-documents');
    const during = shown?.sent.filter(({ exchange: act }) =>
      pausesAt(book, act.at).sure.some(({ regular }) => regular),
    );
    if (!shown || !during || during.length === 0) return null;
    const lost = during.filter((one) => !rowOf(shown.rows, one));
    return {
      ...seen(
        lost.length === 0,
        `Attached during maintenance: ${during.length}; lost: ${lost.length}.`,
        exchange,
      ),
    };
  },
});
