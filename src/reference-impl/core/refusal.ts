import type { FieldCode, FieldError, ProblemCode } from '../../contract/index.ts';

/** Why a command was not carried out: a value, never a throw. */
export type Refusal = {
  readonly refused: true;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
};

const STATUS: Record<ProblemCode, number> = {
  malformed: 400,
  invalid: 422,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'not-eligible': 422,
  'not-supported': 422,
  'not-required': 422,
  'not-managed': 422,
  'not-delegated': 422,
  expired: 409,
  'clock-backward': 409,
  'too-large': 413,
  throttled: 429,
  internal: 500,
};

export const refuse = (code: ProblemCode, detail: string, errors?: readonly FieldError[]): Refusal => ({
  refused: true,
  code,
  detail,
  ...(errors ? { errors } : {}),
});

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;

export const fieldError = (path: string, code: FieldCode, detail: string): FieldError => ({
  path,
  code,
  detail,
});

/** The HTTP status of a refusal. */
export const statusOf = (code: ProblemCode): number => STATUS[code];
