import { z } from 'zod';
import { civilDate, identifier, npi, requestType } from '../primitives.ts';

export const memberRows = z.strictObject({
  members: z.array(
    z.strictObject({
      id: identifier,
      name: z.string().meta({ description: 'LAST, FIRST' }),
      gender: z.enum(['F', 'M', 'X']),
      birthDate: civilDate,
      effectiveFrom: civilDate,
      effectiveTo: civilDate.nullable(),
      terminated: z.boolean().meta({ description: 'True from the day after the last span of coverage ends' }),
    }),
  ),
});

export const providerRows = z.strictObject({
  providers: z.array(
    z.strictObject({
      provider: identifier,
      affiliation: identifier,
      name: z.string(),
      npi,
      group: z.string(),
      site: identifier,
      network: z.boolean(),
    }),
  ),
});

export const diagnosisRows = z.strictObject({
  diagnoses: z.array(z.strictObject({ code: z.string(), description: z.string() })),
});

export const procedureRows = z.strictObject({
  procedures: z.array(
    z.strictObject({ code: z.string(), description: z.string(), needs: z.array(z.string()) }),
  ),
});

export const typeRows = z.strictObject({
  types: z.array(z.strictObject({ type: requestType, label: z.string() })),
});
