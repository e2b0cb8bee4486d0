import type { Mutant } from '../mutant.ts';
import { form } from './form.ts';
import { formTooStrict } from './form-too-strict.ts';
import { requirements } from './requirements.ts';
import { validRequests } from './valid-requests.ts';
import { whoMayAsk } from './who-may-ask.ts';

/** Every mutant of the subject request-entry. */
export const requestEntryMutants: readonly Mutant[] = [
  ...form,
  ...whoMayAsk,
  ...formTooStrict,
  ...validRequests,
  ...requirements,
];
