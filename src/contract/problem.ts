import { z } from 'zod';

/** Stable reasons why a portal refuses; `errors[].code` says the same of one field. */
export const problemCode = z.enum([
  'malformed',
  'invalid',
  'not-signed-in',
  'wrong-credentials',
  'forbidden',
  'not-found',
  'conflict',
  'not-eligible',
  'not-supported',
  'not-required',
  'not-managed',
  'not-delegated',
  'expired',
  'clock-backward',
  'too-large',
  'throttled',
  'internal',
]);

export const fieldCode = z.enum([
  'required',
  'unknown',
  'too-long',
  'too-many',
  'format',
  'out-of-range',
  'order',
  'overlap',
  'not-active',
  'not-in-network',
  'not-primary-care-site',
  'not-allowed',
  'duplicate',
  'delegated',
  'not-involved',
]);

/** An RFC 9457 problem. Every invalid field is named at once, by its JSON path (`servicing.contact.phone`). */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: problemCode,
  detail: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), code: fieldCode, detail: z.string() })).optional(),
});

export type ProblemCode = z.infer<typeof problemCode>;
export type FieldCode = z.infer<typeof fieldCode>;
export type Problem = z.infer<typeof problem>;
export type FieldError = NonNullable<Problem['errors']>[number];
