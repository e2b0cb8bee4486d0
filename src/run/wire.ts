import { operation, type PortalOperationId } from '../contract/index.ts';
import { contentOf } from './document-content.ts';

type Wire = { readonly body?: unknown; readonly file?: string; readonly told?: unknown };

/** What goes over the wire, and what the history tells of it: of a password nothing, of a file its digest. */
export function wireOf(op: PortalOperationId, given: unknown): Wire {
  if (given === undefined) return {};
  const body = given as Readonly<Record<string, unknown>>;
  if (operation(op).file === 'sent') {
    const { content, ...about } = body;
    const { base64, ...file } = contentOf(String(content ?? 'pdf:0'));
    return { body: about, file: base64, told: { ...about, ...file } };
  }
  const secret = ['password', 'token'].filter((name) => name in body).map((name) => [name, '…'] as const);
  return { body, told: { ...body, ...Object.fromEntries(secret) } };
}
