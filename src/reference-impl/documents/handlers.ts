import type { Answer, FileAnswer } from '../core/parts.ts';
import { isRefusal, refuse } from '../core/refusal.ts';
import { notesOf, type RequestState } from '../core/state.ts';
import { parseBody, problemAnswer, type SessionCall, success } from '../http/exchange.ts';
import { DOCUMENT_TYPES, documentsOf, faxCoverOf } from './document.ts';
import type { Upload } from './model.ts';

const unknown = (id: string): Answer => problemAnswer(refuse('not-found', `There is no request ${id}.`));

/** The request of a call, for who sees all of it. */
function whole({ host, path, actor, portal }: SessionCall): RequestState | null {
  const request = host.state.requests.get(path.id ?? '');
  if (!request || actor.kind === 'staff') return request ?? null;
  return portal.parts.gates.see(host.state, request, actor.site) === 'full' ? request : null;
}

/** Keeps the file and attaches it. What the bytes are was found before; nothing of their name is believed. */
function attach(call: SessionCall): Answer {
  const { host, path, actor, upload, portal } = call;
  if (!whole(call)) return unknown(path.id ?? '');
  const told = parseBody<Pick<Upload, 'name' | 'description'>>(call);
  if (isRefusal(told)) return problemAnswer(told);
  if (!upload) return problemAnswer(refuse('malformed', 'The body is the file.'));
  const { content, ...about } = upload;
  const request = path.id ?? '';
  const command = { do: 'attach', actor, request, upload: { ...told, ...about } } as const;
  portal.store.keep(about.sha256, content);
  const done = host.execute(command, host.state.now);
  if (isRefusal(done)) return problemAnswer(done);
  const state = host.state.requests.get(request);
  return success(call.operation, state ? documentsOf(state)[0] : null);
}

function list(call: SessionCall): Answer {
  const request = whole(call);
  if (!request) return unknown(call.path.id ?? '');
  return success(call.operation, { request: request.id, documents: documentsOf(request) });
}

function download(call: SessionCall): Answer {
  const { host, path, actor, portal } = call;
  const request = host.state.requests.get(path.id ?? '');
  const may = actor.kind === 'staff' || portal.parts.gates.download(host.state, request, actor.site);
  const found =
    may && request
      ? notesOf(request, 'document-attached').find(({ document }) => document === path.document)
      : undefined;
  if (!found) return problemAnswer(refuse('not-found', `There is no document ${path.document}.`));
  const type = DOCUMENT_TYPES[found.kind ?? ''] ?? 'application/octet-stream';
  const file: FileAnswer = { name: found.name, type, sha256: found.sha256 };
  return success(call.operation, { file });
}

function cover(call: SessionCall): Answer {
  const { host, user, actor, pack } = call;
  const request = whole(call);
  if (!request || actor.kind === 'staff') return unknown(call.path.id ?? '');
  const sender = { name: user.name, site: actor.site };
  return success(call.operation, faxCoverOf(host.state, request, sender, pack));
}

/** What became of a receipt, for the site that has it. */
function receipt(call: SessionCall): Answer {
  const { host, path, actor } = call;
  const known = host.state.deferrals.get(path.id ?? '');
  if (!known || (actor.kind === 'provider' && known.accepted.site !== actor.site))
    return problemAnswer(refuse('not-found', `There is no receipt ${path.id}.`));
  const request = host.state.now < known.until ? null : known.request;
  return success(call.operation, {
    receipt: known.receipt,
    receivedAt: new Date(known.at).toISOString(),
    request,
  });
}

export const DOCUMENT_HANDLERS = {
  'attach-document': attach,
  'list-documents': list,
  'download-document': download,
  'show-fax-cover': cover,
  'show-receipt': receipt,
};
