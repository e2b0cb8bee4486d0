import { z } from 'zod';
import { identifier, staffRole } from '../primitives.ts';
import { permission } from '../world.ts';

export const signIn = z.strictObject({ user: identifier, password: z.string() });
export const siteChoice = z.strictObject({ site: identifier });

/** The session of a user. Staff have no sites. */
export const sessionView = z.strictObject({
  token: z.string().min(16),
  user: identifier,
  role: staffRole.nullable(),
  currentSite: identifier.nullable(),
  sites: z.array(z.strictObject({ id: identifier, name: z.string(), permissions: z.array(permission) })),
});

export type SessionView = z.infer<typeof sessionView>;
