import { z } from 'zod';
import { program } from '../delegation/delegation.ts';
import { civilDate, identifier } from '../primitives.ts';

/** Registration at the delegate. Training, Creating an Account. */
export const registration = z.strictObject({
  user: identifier,
  defaultPortal: z.enum(['CareCore National', 'Medsolutions']),
  email: z.email(),
  confirmEmail: z.email(),
  firstName: z.string().min(1),
  lastName: z.string().min(1),
  officeName: z.string().optional(),
  address: z.string().min(1),
  city: z.string().min(1),
  state: z.string().length(2),
  zip: z.string().regex(/^\d{5}$/),
  phone: z.string().min(1),
  fax: z.string().min(1),
});
export const passwordChoice = z.strictObject({
  token: z.string().min(1).meta({ description: 'From the link in the mail' }),
  password: z.string().min(12).max(72),
});

export const delegateAccountView = z.strictObject({
  user: identifier,
  name: z.string(),
  email: z.string(),
  status: z.enum(['incomplete', 'complete']).meta({
    description: 'complete once a practitioner was chosen',
  }),
  defaultPortal: z.string(),
  practitioners: z.array(identifier),
  timeZone: z.string().nullable(),
});

export const practitionerRows = z.strictObject({
  practitioners: z.array(
    z.strictObject({
      id: identifier,
      name: z.string(),
      npi: z.string(),
      state: z.string(),
      zip: z.string(),
      addresses: z.array(z.strictObject({ id: identifier, line: z.string() })),
    }),
  ),
});
export const practitionerChoice = z.strictObject({ practitioner: identifier });
export const timeZoneChoice = z.strictObject({ timeZone: z.string().min(1) });

export const programRows = z.strictObject({ programs: z.array(program) });
export const cancerTypeRows = z.strictObject({
  cancerTypes: z.array(z.strictObject({ code: z.string(), description: z.string() })),
});
export const caseMember = z.strictObject({
  id: identifier,
  firstName: z.string(),
  lastName: z.string(),
  birthDate: civilDate,
  lineOfBusiness: z.string(),
  eligible: z.boolean(),
});
export const siteRows = z.strictObject({
  sites: z.array(
    z.strictObject({
      id: identifier,
      name: z.string(),
      npi: z.string(),
      tin: z.string(),
      zip: z.string(),
      city: z.string(),
    }),
  ),
});

export type Registration = z.infer<typeof registration>;
export type DelegateAccountView = z.infer<typeof delegateAccountView>;
