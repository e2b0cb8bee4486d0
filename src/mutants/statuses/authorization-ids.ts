import { PARTS } from '../../reference-impl/index.ts';
import { changingAnswers, rowsOf } from '../makers/answers.ts';
import type { Mutant } from '../mutant.ts';

/** Faults in authorization ids and confirmations. */
export const authorizationIds: readonly Mutant[] = [
  changingAnswers({
    id: 'no-number-until-approved',
    breaks: 'um.authid.always-assigned',
    summary: 'A number is a key of the approval table, so an admission has none at first.',
    operations: ['submit-request'],
    change: (body) => {
      if (body.type === 'admission') body.id = '';
    },
  }),
  {
    id: 'number-used-twice',
    breaks: 'um.authid.unique',
    summary: 'A counter that is read, incremented and written without a lock.',
    make: (parts) => ({
      ...parts,
      number: (state, today) => parts.number(state, today).replace(/0000[5-9]$/, '00004'),
    }),
  },
  {
    id: 'number-of-another-form',
    breaks: 'portal.response.id-format',
    summary: 'Plain running numbers.',
    make: (parts) => ({ ...parts, number: (state) => `REQ-${state.requests.size + 1}` }),
  },
  {
    id: 'number-of-the-utc-day',
    breaks: 'portal.response.id-date-basis',
    summary: 'The server’s clock is set to UTC.',
    make: (parts) => ({
      ...parts,
      number: (state) => PARTS.number(state, new Date(state.now).toISOString().slice(0, 10)),
    }),
  },
  {
    id: 'pended-requests-not-found',
    breaks: 'um.confirm.portal-receipt',
    summary: 'The viewer only knows requests that a nurse has opened.',
    make: (parts) => ({
      ...parts,
      answer: (answer, context) =>
        context.operation === 'view-request' && (answer.body as { status?: unknown }).status === 'PEND'
          ? {
              status: 404,
              body: {
                type: 'about:blank',
                title: 'not found',
                status: 404,
                code: 'not-found',
                detail: 'Not found.',
              },
            }
          : answer,
    }),
  },
  changingAnswers({
    id: 'asked-units-shown-as-granted',
    breaks: 'um.confirm.decision-content',
    summary: 'The confirmation repeats what was asked for.',
    operations: ['view-request'],
    change: (body) => {
      for (const decision of rowsOf(body, 'decisions')) decision.unitsGranted = body.units;
    },
  }),
];
