import type { FieldError } from '../../contract/index.ts';
import { fieldError } from '../../reference-impl/index.ts';

/** The errors of an entry that is refused for no reason of the rules. */
export const notAllowed = (path: string, detail: string): FieldError[] => [
  fieldError(path, 'not-allowed', detail),
];

/** Whole days from one date to another, each `YYYY-MM-DD`. */
export const daysBetween = (from: unknown, to: unknown): number =>
  (Date.parse(String(to)) - Date.parse(String(from))) / 86_400_000;
