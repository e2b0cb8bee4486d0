import { z } from 'zod';
import { civilDate, identifier, instant } from '../primitives.ts';
import { permission, userClass } from '../world.ts';

/** A newcomer asks for access to a site. Section 4, Overview and User Administrator Functions. */
export const accessRequest = z.strictObject({
  user: identifier,
  name: z.string().min(1).max(120),
  email: z.string().min(3).max(254),
  phone: z.string().min(1),
  password: z.string().min(12).max(72).meta({ description: 'Twelve characters at least' }),
  class: userClass.optional().meta({ description: 'staff when absent' }),
  site: identifier,
  permissions: z.array(permission),
});

/** The User Administrator of a site adds a user: it stands for the administrator's own approval. */
export const userAddition = accessRequest.omit({ site: true });

export const accessState = z.enum(['requested', 'administrator-approved', 'plan-approved', 'active']);
export const accessView = z.strictObject({ request: identifier, site: identifier, state: accessState });

/** A user of a site as its User Administrator sees it: only what concerns that site. */
export const userRow = z.strictObject({
  user: identifier,
  name: z.string(),
  class: userClass,
  state: z.enum(['active', 'pending', 'lapsed', 'removed', 'terminated']),
  administrator: z.boolean(),
  permissions: z.array(permission),
  lastSignIn: instant.nullable(),
  renewalDue: civilDate.nullable().meta({ description: 'The last day of access without renewal' }),
});
export const userRows = z.strictObject({ site: identifier, users: z.array(userRow) });

/** What a User Administrator changes of a user, at the current site alone. */
export const userChange = z.strictObject({
  permissions: z.array(permission).optional(),
  administrator: z.boolean().optional(),
  removed: z.literal(true).optional(),
});

/** One entry of the audit trail: who did what, where and when, and what came of it. */
export const auditEntry = z.strictObject({
  seq: z.int().min(1),
  at: instant,
  user: identifier,
  site: identifier.nullable(),
  operation: z
    .string()
    .meta({ description: 'The id of the operation in this contract, such as view-request' }),
  object: z.string().nullable().meta({ description: 'The request, member or document that it was about' }),
  status: z.int(),
});
export const auditTrail = z.strictObject({ entries: z.array(auditEntry) });

export type AccessRequest = z.infer<typeof accessRequest>;
export type AccessState = z.infer<typeof accessState>;
export type UserRow = z.infer<typeof userRow>;
export type UserChange = z.infer<typeof userChange>;
export type AuditEntry = z.infer<typeof auditEntry>;
