import { userAt } from '../../facts/accounts.ts';
import type { CaseFile, Exchange } from '../../facts/case-file.ts';
import type { Facts } from '../../facts/facts.ts';
import { callsOf, caseOf, growing, put } from '../../facts/memo.ts';
import { recordsBefore } from '../../facts/order.ts';
import { pausesAt } from '../../facts/pauses.ts';
import { siteOf, sitesOf } from '../../facts/site.ts';
import { isProvider } from '../../facts/users.ts';
import { type Fields, fields, list, text } from '../../facts/values.ts';
import { type Comparison, callChecks, onCall } from '../check.ts';
import { atLeast, includes, instant, REFUSED, type Values } from '../value.ts';

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
const attached = growing(
  callsOf('attach-document'),
  () => new Map<string, Sent[]>(),
  (found, exchange) => {
    const { status, answer, body, path } = exchange;
    if (status !== 201) return;
    const request = text(path.id) ?? '';
    put(found, request, {
      exchange,
      request,
      id: text(answer.id) ?? '',
      name: text(body.name) ?? '',
      description: text(body.description) ?? '',
      bytes: Number(body.bytes),
      sha256: text(body.sha256) ?? '',
    });
  },
);

/** Documents of a request that were there before a call. */
export const sentTo = (facts: Facts, request: string): readonly Sent[] => attached(facts).get(request) ?? [];

/** Whether a request that was given a receipt had not been shown to an office under its number by then. */
const isUnshown = (file: CaseFile, { seq }: Exchange, facts: Facts): boolean =>
  [...facts.receipts.values()].includes(file.id) &&
  !recordsBefore(file.exchanges, seq).some(
    (one) => one.status < 300 && one.path.id === file.id && isProvider(facts, one),
  );

/** The file of a call by a user of the site that made the request, with what the call needs; else null. */
export function ownFile(exchange: Exchange, facts: Facts, needed: string): CaseFile | null {
  const file = caseOf(facts, exchange.path.id);
  const site = siteOf(facts, exchange);
  const own = userAt(facts, exchange)?.sites.find((one) => one.site === site);
  if (!file || !own || exchange.status === 401) return null;
  // Until its number is shown, a portal need not know a request by it.
  if (exchange.status === 404 && isUnshown(file, exchange, facts)) return null;
  const may = (own.permissions as readonly string[]).includes(needed);
  return may && sitesOf(facts, file).made === site ? file : null;
}

/** Whether a file is of a kind that a portal takes, and is named so. */
const isDocument = ({ name, kind }: Fields): boolean => {
  const ending = (text(name) ?? '').toLowerCase().split('.').at(-1) ?? '';
  return ENDINGS[text(kind) ?? ''] === ending;
};

type Upload = { readonly file: CaseFile; readonly bytes: number; readonly description: string };

function uploadOf(exchange: Exchange, facts: Facts): Upload | null {
  const file = exchange.op === 'attach-document' ? ownFile(exchange, facts, 'upload') : null;
  if (!file || !isDocument(exchange.body)) return null;
  const { bytes, description } = exchange.body;
  return { file, bytes: Number(bytes), description: text(description) ?? '' };
}

/** The most bytes of a document, by the widest and by the narrowest interpretation of a megabyte. */
const sizesOf = ({ pack }: Facts): { readonly largest: number; readonly smallest: number } => {
  const sizes = pack.figures.documentSize.value;
  return { largest: Math.max(...sizes), smallest: Math.min(...sizes) };
};

/** The size from which on an upload may be refused for its size, headers and all. */
const nearLimit = (facts: Facts): number => sizesOf(facts).smallest - 1024;

/** Whether nothing but what a rule looks at could stand in the way of an upload. */
const plain = (facts: Facts, { bytes, description }: Upload): boolean =>
  bytes > 0 && bytes < nearLimit(facts) && description.trim() !== '' && description.length <= 255;

/** What a request's documents can be attached to: anything, though past decisions are no longer worked on. */
function stage({ file }: Upload, { at }: Exchange, facts: Facts): 'open' | 'over' | 'ended' {
  const last = file.statuses.at(-1)?.to;
  if (last === 'DENIED' || last === 'CLOSED') return 'ended';
  return facts.dateAt(at) > (text(file.submission?.body.end) ?? '9999') ? 'over' : 'open';
}

const upperCase = (exchange: Exchange): boolean => /\.PDF$/.test(text(exchange.body.name) ?? '');

const rowsOf = ({ answer }: Exchange): readonly Fields[] => list(answer.documents).map(fields);

/** The documents that a list or a view should show, where the call is one that shows them. */
function shownTo(
  exchange: Exchange,
  facts: Facts,
  op: string,
): { sent: readonly Sent[]; rows: readonly Fields[] } | null {
  if (exchange.op !== op || exchange.status !== 200 || !ownFile(exchange, facts, 'view')) return null;
  const sent = sentTo(facts, text(exchange.path.id) ?? '');
  return sent.length === 0 ? null : { sent, rows: rowsOf(exchange) };
}

const rowOf = (rows: readonly Fields[], { id }: Sent): Fields | undefined =>
  rows.find((row) => row.id === id);

/** The row that a document that was sent should have. */
const sentRow = ({ exchange, id, name, description, bytes }: Sent): Fields => ({
  id,
  name,
  description,
  bytes,
  uploadedAt: new Date(exchange.at).toISOString(),
});

const shownIds = (rows: readonly Fields[]): (string | null)[] => rows.map(({ id }) => text(id));

const accepted = (call: Exchange, given: Values): Comparison =>
  onCall(call, { answer: 201 }, { answer: call.status }, { given });

const refused = (call: Exchange, given: Values): Comparison =>
  onCall(call, { answer: REFUSED }, { answer: call.status }, { given });

/** The identifiers of documents, in order. */
const idsOf = (sent: readonly Sent[]): string[] => sent.map(({ id }) => id);

/** A row of the list as far as the rule on its columns goes; the time is that of the upload to the minute. */
const columnsOf = (row: Fields, { exchange }: Sent): Values => {
  const at = Date.parse(text(row.uploadedAt) ?? '');
  return {
    document: text(row.id),
    description: text(row.description),
    bytes: typeof row.bytes === 'number' ? row.bytes : null,
    named: Boolean(text(row.name)),
    uploadedAt: instant(Math.abs(at - exchange.at) <= 60_000 ? exchange.at : at),
  };
};

/** Documents of requests. User Guide, Response Screen; View or Attach Documentation. */
export const documents = callChecks(['sessions', 'requests', 'documents'], {
  'portal.docs.upload-steps': (call, facts) => {
    const upload = uploadOf(call, facts);
    if (!upload || !plain(facts, upload) || stage(upload, call, facts) !== 'open' || upperCase(call))
      return null;
    if (pausesAt(facts, call.at).sure.length > 0 || upload.file.submission?.status === 202) return null;
    return accepted(call, { file: text(call.body.name), description: upload.description });
  },
  'portal.docs.file-types': (call, facts) => {
    const upload = uploadOf(call, facts);
    return upload && plain(facts, upload) && upperCase(call)
      ? accepted(call, { file: text(call.body.name) })
      : null;
  },
  'portal.docs.description-required': (call, facts) => {
    const upload = uploadOf(call, facts);
    if (upload?.description.trim() !== '' || upload.bytes === 0 || upload.bytes >= nearLimit(facts))
      return null;
    return refused(call, { description: upload.description, bytes: upload.bytes });
  },
  'portal.docs.file-required': (call, facts) => {
    const upload = uploadOf(call, facts);
    if (!upload || upload.bytes > 0 || upload.description.trim() === '') return null;
    return refused(call, { description: upload.description, bytes: 0 });
  },
  'portal.docs.max-5mb': (call, facts) => {
    const upload = uploadOf(call, facts);
    if (!upload || upload.bytes < nearLimit(facts) || upload.description.trim() === '') return null;
    const { largest, smallest } = sizesOf(facts);
    const given = { bytes: upload.bytes, alwaysTakenUpTo: smallest, alwaysRefusedBeyond: largest };
    if (upload.bytes <= smallest) {
      const open = stage(upload, call, facts) === 'open' && pausesAt(facts, call.at).sure.length === 0;
      return open ? { ...accepted(call, given), edge: 'at' } : null;
    }
    if (upload.bytes > largest) return { ...refused(call, given), edge: 'near' };
    // Five megabytes are 10^6 or 2^20 bytes each: between the two either answer is right.
    return { ...accepted(call, given), always: 'depends' };
  },
  'portal.docs.more-any-time': (call, facts) => {
    const upload = uploadOf(call, facts);
    if (!upload || !plain(facts, upload)) return null;
    const at = stage(upload, call, facts);
    if (at === 'open') return null;
    const found = accepted(call, { requestIs: at === 'over' ? 'past its period' : 'decided or closed' });
    return at === 'ended' ? { ...found, otherwise: 'depends' } : found;
  },
  'portal.docs.appears-at-bottom': (call, facts) => {
    const shown = shownTo(call, facts, 'view-request');
    if (!shown) return null;
    return onCall(call, { documents: includes(...idsOf(shown.sent)) }, { documents: shownIds(shown.rows) });
  },
  'portal.docs.multiple-per-request': (call, facts) => {
    const shown = shownTo(call, facts, 'list-documents');
    if (!shown || shown.sent.length < 2) return null;
    return onCall(call, { documents: includes(...idsOf(shown.sent)) }, { documents: shownIds(shown.rows) });
  },
  'portal.docs.table-columns': (call, facts) => {
    const shown = shownTo(call, facts, 'list-documents');
    const rows = (shown?.sent ?? []).flatMap((one) => {
      const row = shown && rowOf(shown.rows, one);
      return row ? [{ one, row }] : [];
    });
    if (rows.length === 0) return null;
    return onCall(
      call,
      { rows: rows.map(({ one }) => columnsOf(sentRow(one), one)) },
      { rows: rows.map(({ one, row }) => columnsOf(row, one)) },
    );
  },
  'portal.docs.order-newest-first': (call, facts) => {
    const shown = shownTo(call, facts, 'list-documents');
    const times = shown?.rows.map(({ uploadedAt }) => Date.parse(text(uploadedAt) ?? '')) ?? [];
    if (new Set(times).size < 2) return null;
    const newestFirst = [...times].sort((a, b) => b - a);
    return onCall(call, { uploadedAt: newestFirst.map(instant) }, { uploadedAt: times.map(instant) });
  },
  'portal.docs.download-identical': (call, facts) => {
    if (call.op !== 'download-document') return null;
    const file = caseOf(facts, call.path.id);
    const user = userAt(facts, call);
    if (!file || !user || call.status === 401) return null;
    const site = siteOf(facts, call);
    const { made } = sitesOf(facts, file);
    if (made !== site || !user.sites.some((own) => own.site === site)) {
      const given = { user: call.actor, userSite: site, requestingSite: made };
      return onCall(call, { answer: atLeast(400) }, { answer: call.status }, { given });
    }
    const sent = sentTo(facts, file.id).find(({ id }) => id === call.path.document);
    if (!sent || !ownFile(call, facts, 'view')) return null;
    const came = fields(call.answer.file);
    return onCall(
      call,
      { answer: 200, sha256: sent.sha256, sentAs: 'attachment' },
      {
        answer: call.status,
        sha256: text(came.sha256),
        sentAs: /^attachment/i.test(text(came.disposition) ?? '') ? 'attachment' : text(came.disposition),
      },
    );
  },
  'portal.maintenance.edit-and-upload': (call, facts) => {
    const shown = shownTo(call, facts, 'list-documents');
    const during = (shown?.sent ?? []).filter(({ exchange: act }) =>
      pausesAt(facts, act.at).sure.some(({ regular }) => regular),
    );
    if (!shown || during.length === 0) return null;
    return onCall(
      call,
      { documents: includes(...idsOf(during)) },
      { documents: shownIds(shown.rows) },
      { given: { attachedDuring: 'regular maintenance' } },
    );
  },
});
