import { describe, expect, it } from 'vitest';
import { auditPack } from '../../src/cli/shared/audit-packs.ts';
import { findIn } from './audit-in-process.ts';
import type { LogRow } from './memory-log.ts';

const AS_OF = '2026-10-01T00:00:00Z';
const row = (case_id: string, more: LogRow): LogRow => ({
  case_id,
  line_of_business: 'commercial',
  review_type: 'preservice',
  urgency: 'standard',
  setting: 'outpatient',
  information_complete_at: null,
  decided_at: null,
  outcome: null,
  verbal_notice_at: null,
  written_provider_at: null,
  written_member_at: null,
  extension_until: null,
  extension_ground: null,
  extension_notice_at: null,
  ...more,
});

/** Findings of a pack on some rows, as `case duty rule verdict`. Instants were worked from a calendar of New York. */
async function told(pack: string, rows: readonly LogRow[]): Promise<string[]> {
  const found = await findIn(auditPack(pack), rows, AS_OF);
  return found
    .map(({ case: name, duty, rule, byDefault, due }) => `${name} ${duty} ${rule} ${byDefault} ${due}`)
    .sort();
}

describe('ma-176o', () => {
  it('gives an urgent request two business days of information until 4 June 2026, and 24 hours of receipt since', async () => {
    const decided = { urgency: 'urgent', outcome: 'approved' };
    expect(
      (
        await told('ma-176o', [
          row('before', {
            ...decided,
            received_at: '2026-06-04T09:00:00-04:00',
            information_complete_at: '2026-06-04T09:00:00-04:00',
            decided_at: '2026-06-08T17:00:00-04:00',
          }),
          row('since', {
            ...decided,
            received_at: '2026-06-05T09:00:00-04:00',
            information_complete_at: '2026-06-05T09:00:00-04:00',
            decided_at: '2026-06-06T09:00:01-04:00',
          }),
        ])
      ).filter((one) => one.includes(' decision ')),
    ).toEqual([
      'before decision ma.urgent.decision-2bd-of-info met 2026-06-09T03:59:59.999Z',
      'since decision ma.urgent.decision-24h violated 2026-06-06T13:00:00.000Z',
    ]);
  });

  it('knows no outer limit while information is missing', async () => {
    expect(await told('ma-176o', [row('open', { received_at: '2026-02-02T09:00:00-05:00' })])).toEqual([]);
  });

  it('starts the letters at the call: two business days for an approval, one for a denial', async () => {
    const base = {
      received_at: '2026-02-02T09:00:00-05:00',
      information_complete_at: '2026-02-02T09:00:00-05:00',
      decided_at: '2026-02-03T09:00:00-05:00',
      verbal_notice_at: '2026-02-03T10:00:00-05:00',
      written_provider_at: '2026-02-05T12:00:00-05:00',
      written_member_at: '2026-02-05T12:00:00-05:00',
    };
    const found = await told('ma-176o', [
      row('yes', { ...base, outcome: 'approved' }),
      row('no', { ...base, outcome: 'denied' }),
    ]);
    expect(found.filter((one) => one.includes('written-member'))).toEqual([
      'no written-member ma.initial.letter-denial-1bd violated 2026-02-05T04:59:59.999Z',
      'yes written-member ma.initial.letter-approval-2bd met 2026-02-06T04:59:59.999Z',
    ]);
  });
});

describe('ncqa-um5', () => {
  it('halves the time of a standard request from 1 July 2026, and asks for both letters', async () => {
    const done = { outcome: 'approved', decided_at: '2026-07-02T09:00:00-04:00' };
    expect(
      await told('ncqa-um5', [
        row('before', {
          ...done,
          received_at: '2026-06-30T09:00:00-04:00',
          written_provider_at: '2026-07-15T09:00:00-04:00',
          written_member_at: '2026-07-15T23:59:59-04:00',
        }),
        row('since', {
          ...done,
          received_at: '2026-07-01T09:00:00-04:00',
          written_provider_at: '2026-07-03T09:00:00-04:00',
          written_member_at: '2026-07-09T00:00:00-04:00',
        }),
      ]),
    ).toEqual([
      'before notification ncqa.nonurgent-preservice.15cd met 2026-07-16T03:59:59.999Z',
      'since notification ncqa.nonurgent-preservice.7cd violated 2026-07-09T03:59:59.999Z',
    ]);
  });
});

describe('erisa-2560', () => {
  it('takes fifteen more days that were announced in the first fifteen, and not those that were announced after', async () => {
    const base = {
      received_at: '2026-03-02T09:00:00-05:00',
      decided_at: '2026-03-25T09:00:00-04:00',
      outcome: 'approved',
      extension_until: '2026-03-31',
      extension_ground: 'beyond-control',
    };
    const found = await told('erisa-2560', [
      row('announced', { ...base, extension_notice_at: '2026-03-17T23:59:59-04:00' }),
      row('too-late', { ...base, extension_notice_at: '2026-03-18T00:00:00-04:00' }),
    ]);
    expect(found.filter((one) => one.includes(' decision '))).toEqual([
      'announced decision erisa.preservice.15cd met 2026-04-01T03:59:59.999Z',
      'too-late decision erisa.preservice.15cd violated 2026-03-18T03:59:59.999Z',
    ]);
  });
});

describe('cms-0057-f', () => {
  const line = { line_of_business: 'medicaid' };

  it('has fourteen days for a request of 2025 and seven for one of 2026', async () => {
    const found = await told('cms-0057-f', [
      row('old', {
        ...line,
        received_at: '2025-12-31T09:00:00-05:00',
        decided_at: '2026-01-14T20:00:00-05:00',
        outcome: 'approved',
        written_member_at: '2026-01-14T20:00:00-05:00',
      }),
      row('new', {
        ...line,
        received_at: '2026-01-01T09:00:00-05:00',
        decided_at: '2026-01-09T00:00:00-05:00',
        outcome: 'approved',
        written_member_at: '2026-01-09T00:00:00-05:00',
      }),
    ]);
    expect(found.filter((one) => one.includes(' decision '))).toEqual([
      'new decision cms.medicaid.standard-decision-7cd violated 2026-01-09T04:59:59.999Z',
      'old decision cms.medicaid.standard-decision-14cd met 2026-01-15T04:59:59.999Z',
    ]);
  });

  it('wants notice on the day that the time of an undecided Medicaid request expires', async () => {
    const found = await told('cms-0057-f', [
      row('silent', {
        ...line,
        received_at: '2026-03-02T09:00:00-05:00',
        written_member_at: '2026-03-10T00:00:00-04:00',
      }),
    ]);
    expect(found).toEqual([
      'silent decision cms.medicaid.standard-decision-7cd violated 2026-03-10T03:59:59.999Z',
      'silent written-member cms.medicaid.notice-when-time-expires violated 2026-03-10T03:59:59.999Z',
    ]);
  });
});
