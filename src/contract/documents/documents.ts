import { z } from 'zod';
import { civilDate, identifier, instant, npi } from '../primitives.ts';

/** A document that belongs to a request. Sizes are in bytes. User Guide, the documents table. */
export const documentRow = z.strictObject({
  id: identifier,
  description: z.string(),
  name: z.string(),
  bytes: z.int().min(1),
  uploadedAt: instant,
  source: z.enum(['upload', 'fax']),
});

/** Newest first. */
export const documentRows = z.strictObject({ request: identifier, documents: z.array(documentRow) });

/**
 * What goes along with an upload, percent-encoded in the headers `Document-Name` and `Document-Description`;
 * the body is the file itself.
 */
export const documentHeaders = z.strictObject({
  name: z.string().min(1).max(255),
  description: z.string().min(1).max(255),
});

/** The sheet that goes before a fax. User Guide, Fax Document. */
export const faxCover = z.strictObject({
  to: z.string(),
  faxNumber: z.string(),
  authorization: identifier,
  from: z.string(),
  site: z.string(),
  npi,
  phone: z.string(),
  date: civilDate,
  confidentiality: z.string(),
});

export type DocumentRow = z.infer<typeof documentRow>;
export type FaxCover = z.infer<typeof faxCover>;
