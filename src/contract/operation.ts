import type { z } from 'zod';
import type { Capability } from './capabilities.ts';

/** One call of the contract. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `{id}` stands for a path parameter. */
  readonly path: string;
  readonly summary: string;
  readonly capability: Capability | null;
  readonly surface: 'portal' | 'conformance';
  readonly body?: z.ZodType;
  readonly query?: Readonly<Record<string, z.ZodType>>;
  readonly status: number;
  readonly answer: z.ZodType | null;
  /** Another success: the answer where the first cannot be given at once. */
  readonly deferred?: { readonly status: number; readonly answer: z.ZodType };
  /** What travels as a file instead of JSON: the body, or the answer. */
  readonly file?: 'sent' | 'answered';
  /** Whether it needs no session. */
  readonly open?: true;
  /** Statuses with which a problem may be answered. */
  readonly refusals: readonly number[];
};
