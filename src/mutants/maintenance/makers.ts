import { changingAnswers, type Json } from '../makers/answers.ts';
import type { Fault, Mutant } from '../mutant.ts';

/** A portal that says something else in the receipt of a request whose answer is deferred. */
export const changingReceipt = ({
  change,
  ...fault
}: Fault & { readonly change: (body: Json) => void }): Mutant =>
  changingAnswers({
    ...fault,
    operations: ['submit-request'],
    change: (body, _context, { status }) => {
      if (status === 202) change(body);
    },
  });
