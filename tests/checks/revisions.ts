import type { History } from '../../src/history/index.ts';
import {
  changed,
  decided,
  NUMBER,
  OUTPATIENT,
  REFERRAL,
  received,
  signedIn,
  submit,
} from './request-entry.ts';
import type { SmallHistory } from './small-history.ts';

type Body = Readonly<Record<string, unknown>>;
type Status = Parameters<typeof changed>[1];

/** A referral of three visits that has a status since half past nine; one that is approved was decided then. */
export function referral(status: Status = 'APPROVED'): SmallHistory {
  const history = received(submit(signedIn(), REFERRAL)).at('2026-02-03T09:30:00-05:00');
  return changed(status === 'APPROVED' ? decided(history) : history, status).at('2026-02-03T10:00:00-05:00');
}

/** An outpatient authorization that a nurse approved at half past nine. */
export function authorization(): SmallHistory {
  const asked = received(submit(signedIn(), OUTPATIENT), { requestType: 'outpatient', setting: 'surgical' });
  return changed(decided(asked.at('2026-02-03T09:30:00-05:00'), { unitsGranted: 1 }), 'APPROVED').at(
    '2026-02-03T10:00:00-05:00',
  );
}

/** A revision of a request by its office, with the status of the answer; a refusal may name what is wrong. */
export const revise = (history: SmallHistory, body: Body, status: number, by = 'pcp'): SmallHistory =>
  history.call(by, 'revise-request', {
    case: 'A',
    path: { id: NUMBER },
    body,
    status,
    answer: status === 201 ? { request: NUMBER, revision: 1 } : { code: 'refused' },
  });

/** The same, with the history at its end. */
export const revised = (history: SmallHistory, body: Body, status: number, by?: string): History =>
  revise(history, body, status, by).until();

/** Adds that the portal took in the first revision, at the instant of the clock. */
export const inFeed = (history: SmallHistory, units: number, end = '2026-03-03'): SmallHistory =>
  history.feed({ type: 'revision-requested', request: NUMBER, revision: 1, units, end }, 'A');

/** Adds the viewer an hour later. */
export const view = (history: SmallHistory, answer: object): SmallHistory =>
  history
    .at('2026-02-03T11:00:00-05:00')
    .call('pcp', 'view-request', { case: 'A', path: { id: NUMBER }, answer });
