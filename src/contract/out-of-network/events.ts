import { z } from 'zod';
import { envelope } from '../envelope.ts';
import { identifier } from '../primitives.ts';
/** What precedes the approval of out-of-network care. Section 7, Out-of-Network Authorization Request Exceptions. */
export const outOfNetworkEvents = [
  z.strictObject({ ...envelope, type: z.literal('agreement-signed'), agreement: identifier }),
  z.strictObject({ ...envelope, type: z.literal('profile-checked'), affiliation: identifier }),
  z.strictObject({ ...envelope, type: z.literal('obligations-told'), affiliation: identifier }),
] as const;
