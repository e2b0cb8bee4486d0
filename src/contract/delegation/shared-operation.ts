import { caseView } from '../case-lookup/view.ts';

/** What the calls about a case share. */
export const base = { surface: 'portal', capability: 'delegate-cases' } as const;
export const get = { ...base, method: 'GET', status: 200 } as const;
export const onCase = {
  ...base,
  method: 'POST',
  status: 200,
  answer: caseView,
  refusals: [400, 401, 403, 404, 409, 422],
} as const;
