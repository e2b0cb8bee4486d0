import type { Exchange } from '../facts/case-file.ts';
import { type Comparison, onCall } from './check.ts';
import { ACCEPTED, REFUSED } from './value.ts';

/** A call that the rule requires to be accepted, with the HTTP status that it was answered with. */
export const accepted = (call: Exchange, more: Partial<Comparison> = {}): Comparison =>
  onCall(call, { answer: ACCEPTED }, { answer: call.status }, more);

/** A call that the rule requires to be refused, with the HTTP status that it was answered with. */
export const refused = (call: Exchange, more: Partial<Comparison> = {}): Comparison =>
  onCall(call, { answer: REFUSED }, { answer: call.status }, more);

/** The names of those patterns that a text contains; patterns are written in lower case. */
export const namedIn = (said: string | null, patterns: Readonly<Record<string, RegExp>>): string[] =>
  Object.entries(patterns)
    .filter(([, pattern]) => pattern.test((said ?? '').toLowerCase()))
    .map(([name]) => name);
