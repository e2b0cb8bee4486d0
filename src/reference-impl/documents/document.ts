import { localDate } from '../../calendar/calendar.ts';
import type { DocumentRow, FaxCover } from '../../contract/index.ts';
import type { Pack } from '../../rulebook/index.ts';
import { fieldError, type Refusal, refuse } from '../core/refusal.ts';
import { notesOf, type PortalState, type RequestState } from '../core/state.ts';
import { calendarOf } from '../time-frames/limits.ts';
import type { Upload } from './model.ts';

export const DOCUMENT_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  tif: 'image/tiff',
  jpg: 'image/jpeg',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
};

/** The most bytes that one document holds. */
export const documentLimit = ({ figures }: Pack): number => figures.documentSize.value[0] ?? 0;

/** The refusal of a document that holds more. */
export const tooLarge = (limit: number): Refusal =>
  refuse('too-large', `A document holds at most 5 MB (${limit} bytes).`);

/** A file name without folders, control characters or signs that mean something to a shell or a header. */
export function safeName(name: string, kind: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const clean = base
    .normalize('NFC')
    .replaceAll(/[\p{Cc}"<>:|?*;]/gu, '')
    .replace(/^\.+/, '')
    .trim();
  const ending = new RegExp(`\\.(${kind}|${kind === 'jpg' ? 'jpeg' : kind === 'tif' ? 'tiff' : kind})$`, 'i');
  const stem = clean.replace(ending, '').slice(0, 120) || 'document';
  return `${stem}.${kind}`;
}

/** Whether a file may be attached. User Guide, the upload dialog. */
export function mayAttach(
  { description, bytes, kind }: Upload,
  _request: RequestState,
  _today: string,
  pack: Pack,
): Refusal | null {
  const errors = [
    ...(description.trim() === '' ? [fieldError('description', 'required', 'describe the document')] : []),
    ...(bytes === 0 ? [fieldError('file', 'required', 'choose a file; this one is empty')] : []),
    ...(bytes > 0 && kind === null
      ? [fieldError('file', 'not-allowed', `a document is one of ${Object.keys(DOCUMENT_TYPES).join(', ')}`)]
      : []),
  ];
  const limit = documentLimit(pack);
  if (bytes > limit) return tooLarge(limit);
  return errors.length > 0 ? refuse('invalid', 'The document was not attached.', errors) : null;
}

/** The documents of a request, the newest first. */
export const documentsOf = (request: RequestState): DocumentRow[] =>
  notesOf(request, 'document-attached')
    .map(({ document, description, name, bytes, at, source }) => ({
      id: document,
      description,
      name,
      bytes,
      uploadedAt: new Date(at).toISOString(),
      source,
    }))
    .reverse();

/** How a faxed document is filed: under the request's number, with the day of receipt. User Guide, Response Screen. */
export function faxedAs(
  request: RequestState,
  now: number,
  pack: Pack,
): { name: string; description: string } {
  const before = notesOf(request, 'document-attached').filter(({ source }) => source === 'fax').length;
  const [year, month, day] = localDate(calendarOf(pack, 'none'), now).split('-');
  return {
    name: before === 0 ? `${request.id}.pdf` : `${request.id}-${before}.pdf`,
    description: `Clinical information received ${month}/${day}/${year}`,
  };
}

/** The sheet that is printed and sent before a fax. It names the case by its number alone. */
export function faxCoverOf(
  state: PortalState,
  request: RequestState,
  sender: { readonly name: string; readonly site: string },
  pack: Pack,
): FaxCover {
  const site = state.world.sites.find(({ id }) => id === sender.site);
  return {
    to: 'Utilization Management',
    faxNumber: pack.figures.clinicalFax.value,
    authorization: request.id,
    from: sender.name,
    site: site?.name ?? '',
    npi: site?.npi ?? '',
    phone: site?.phone ?? '',
    date: localDate(calendarOf(pack, 'none'), state.now),
    confidentiality:
      'CONFIDENTIAL. This fax is meant for the addressee only. If it reached you by mistake, please call ' +
      `${pack.figures.misdirectedFax.value}; it will be taken back at no cost to you.`,
  };
}
