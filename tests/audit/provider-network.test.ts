import { describe, expect, it } from 'vitest';
import { auditPack } from '../../src/cli/shared/audit-packs.ts';
import { findIn } from './audit-in-process.ts';

const pack = auditPack('provider-network');

/**
 * Event, start, the last thing in time and the first that is not (or, where a thing must not come too early, the first
 * that is in time and the last that is not). Days of Boston, worked from a calendar: King Day is 17 January 2022, Memorial Day 30 May,
 * Juneteenth is kept on 20 June, Independence Day is 4 July, Patriots' Day 18 April, Columbus Day 10 October.
 */
const WORKED: readonly (readonly [event: string, start: string, good: string, bad: string])[] = [
  ['credentialing-decision', '2022-03-01', '2022-03-31', '2022-04-01'],
  ['credentialing-notice', '2022-01-12', '2022-01-19', '2022-01-20'],
  ['sanction-notice', '2022-05-20', '2022-06-06', '2022-06-07'],
  ['sanction-hearing', '2022-02-10', '2022-03-12', '2022-03-13'],
  ['appeal-request', '2022-01-31', '2022-03-02', '2022-03-03'],
  ['sanction-report', '2022-04-01', '2022-04-16', '2022-04-17'],
  ['affiliation-break', '2022-06-30', '2022-07-30', '2022-07-31'],
  ['locum-cover', '2021-08-31', '2022-02-28', '2022-03-01'],
  ['termination-notice', '2022-03-31', '2022-01-30', '2022-01-31'],
  ['pcp-continuity', '2022-03-31', '2022-04-30', '2022-05-01'],
  ['treatment-continuity', '2022-03-31', '2022-06-29', '2022-06-30'],
  ['panel-closing', '2022-03-31', '2022-03-01', '2022-03-02'],
  ['panel-update', '2022-03-02T09:00:00-05:00', '2022-03-03T23:59:59-05:00', '2022-03-04T00:00:00-05:00'],
  ['board-check', '2022-03-01', '2024-03-01', '2024-03-02'],
  ['directory-update', '2022-03-12T12:00:00-05:00', '2022-03-13T13:00:00-04:00', '2022-03-13T13:00:01-04:00'],
  ['chair-decision', '2022-04-15', '2022-04-19', '2022-04-20'],
  ['issue-action', '2022-10-07', '2022-10-11', '2022-10-12'],
  ['office-wait', '2022-03-01T10:00:00-05:00', '2022-03-01T10:30:00-05:00', '2022-03-01T10:30:01-05:00'],
  ['administrative-call', '2022-07-01', '2022-07-06', '2022-07-07'],
  ['audit-cancelling', '2022-06-30', '2022-06-08', '2022-06-09'],
  ['audit-records', '2022-03-01', '2022-03-22', '2022-03-23'],
  ['audit-day', '2022-03-01', '2022-04-12', '2022-04-13'],
  ['audit-disagreement', '2022-04-20', '2022-06-02', '2022-06-03'],
  ['overpayment-offset', '2022-03-10', '2022-04-10', '2022-04-09'],
  ['audit-retraction', '2022-04-20', '2022-05-20', '2022-05-19'],
  ['fraud-lookback', '2020-02-29', '2026-02-28', '2026-03-01'],
  ['record-deletion', '2019-06-30', '2026-06-30', '2026-06-29'],
  ['change-notice', '2022-04-01', '2022-03-02', '2022-03-03'],
  ['substantial-change-notice', '2022-04-01', '2022-01-31', '2022-02-01'],
];

describe('the clocks of provider management', () => {
  it('are all worked by hand', () => {
    const events = pack.columns.find(({ name }) => name === 'event')?.values ?? [];
    expect(WORKED.map(([event]) => event).sort()).toEqual([...events].sort());
  });

  it('find the last thing in time met and the next violated, each by its own rule', async () => {
    const rows = WORKED.flatMap(([event, started_at, good, bad]) => [
      { record_id: `${event} good`, event, started_at, done_at: good },
      { record_id: `${event} bad`, event, started_at, done_at: bad },
    ]);
    const found = await findIn(pack, rows, '2026-11-01T00:00:00Z');
    const verdict = new Map(found.map((one) => [one.case, one.byDefault]));
    const wrong = rows.flatMap(({ record_id }) => {
      const expected = record_id.endsWith(' good') ? 'met' : 'violated';
      return verdict.get(record_id) === expected ? [] : [`${record_id}: ${verdict.get(record_id)}`];
    });
    expect(wrong).toEqual([]);
    expect(new Set(found.map(({ rule }) => rule)).size).toBe(WORKED.length);
  });

  it('leave open what has not been done and is not due, and find what has not been done and was', async () => {
    const rows = [
      { record_id: 'pending', event: 'credentialing-decision', started_at: '2026-10-20', done_at: null },
      { record_id: 'late', event: 'credentialing-decision', started_at: '2026-09-20', done_at: null },
    ];
    const found = await findIn(pack, rows, '2026-11-01T00:00:00Z');
    expect(found.map(({ case: name, verdict }) => [name, verdict])).toEqual([
      ['pending', 'pending'],
      ['late', 'violated'],
    ]);
  });
});
