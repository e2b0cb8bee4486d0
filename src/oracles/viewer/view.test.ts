import { expect, it } from 'vitest';
import { describeChecks } from '../../../tests/checks/describe-checks.ts';
import { LINE, part, viewing } from '../../../tests/checks/viewer.ts';
import { packOf } from '../../rulebook/index.ts';
import { judge } from '../index.ts';
import { view } from './view.ts';

const kept = () => viewing();
const line = (changes: object) => () => viewing({ lines: [{ ...LINE, ...changes }] });
const lineWithout = (column: string) => () =>
  viewing({ lines: [Object.fromEntries(Object.entries(LINE).filter(([name]) => name !== column))] });

describeChecks('the viewer', view, {
  'portal.viewer.header-fields': {
    kept,
    broken: () => viewing(part('member', { product: 'Choice PPO' })),
    observed: { memberProduct: 'Choice PPO' },
  },
  'portal.viewer.service-line-columns': {
    kept,
    broken: lineWithout('modifier'),
    observed: { missingColumns: ['modifier of line 1'] },
  },
  'portal.viewer.used-units': {
    kept,
    broken: line({ usedUnits: 4 }),
    observed: { linesBeyondTotal: [{ usedUnits: 4, totalUnits: 3 }] },
  },
  // 1244300038 is the NPI of the specialist's site, and not that of the specialist.
  'portal.viewer.provider-with-npi': {
    kept,
    broken: () => viewing(part('referredTo', { npi: '1244300038' })),
    observed: { referredToNpi: '1244300038' },
  },
  // The check digit of 1234567893 is right, as the standard of the NPI shows it; that of 1234567890 is wrong.
  'portal.referral.npi-format': {
    kept: () => viewing({ payTo: { name: 'Bay Orthopedics', npi: '1234567893' } }),
    broken: () => viewing({ payTo: { name: 'Bay Orthopedics', npi: '1234567890' } }),
    observed: { withWrongCheckDigit: ['payToNpi'], payToNpi: '1234567890' },
  },
  'portal.viewer.setting-values': {
    kept,
    broken: () => viewing({ inpatientOutpatient: 'Inpatient' }),
    observed: { inpatientOutpatient: 'Inpatient' },
  },
  'um.submit.same-clock-any-channel': {
    kept,
    broken: () => viewing({ receivedAt: '2026-02-03T14:01:00.000Z' }),
    observed: { receivedAt: { instant: Date.parse('2026-02-03T14:01:00Z') } },
  },
  'portal.viewer.referral-line': {
    kept,
    broken: line({ totalUnits: 4 }),
    observed: { totalUnits: 4 },
  },
});

it('tells names and birth dates of members only as those of the member or another', () => {
  const history = viewing(part('member', { name: 'Somebody, Else', birthDate: '1999-12-31' }));
  const found = judge(history, packOf(history.header.pack), { explain: false }).filter(
    ({ rule, verdict }) => rule === 'portal.viewer.header-fields' && verdict === 'violated',
  );
  expect(found.map(({ observed }) => observed)).toMatchObject([
    { memberName: 'another', memberBirthDate: 'another' },
  ]);
  expect(JSON.stringify(found)).not.toMatch(/Somebody|1999-12-31/);
});
