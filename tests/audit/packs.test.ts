import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/audit/pack/load.ts';
import { auditPack, auditPackIds } from '../../src/cli/shared/audit-packs.ts';
import { findRule } from '../../src/rulebook/index.ts';
import { PackError } from '../../src/rulebook/written/read.ts';
import { SMALL_PACK } from './run-audit.ts';

const faults = (text: string): readonly string[] => {
  try {
    loadPack('own.yaml', text);
    return [];
  } catch (error) {
    if (error instanceof PackError) return error.faults;
    throw error;
  }
};

describe('docs/PACKS.md', () => {
  const text = readFileSync(new URL('../../docs/PACKS.md', import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/```yaml\n(pack: [\s\S]*?)```/g)].map(([, yaml = '']) => yaml);

  it('shows a pack on decisions and one on another kind of case', () => {
    expect(blocks.length).toBe(2);
  });

  it.each(blocks)('shows a pack that is sound: %s', (yaml) => {
    expect(faults(yaml)).toEqual([]);
  });
});

describe('the packs of the audit', () => {
  it('are those that are promised', () => {
    expect(auditPackIds().sort()).toEqual([
      'allways-commercial',
      'cms-0057-f',
      'erisa-2560',
      'ma-176o',
      'ncqa-um5',
      'provider-network',
    ]);
  });

  it.each(['allways-commercial', 'cms-0057-f', 'erisa-2560', 'ma-176o', 'ncqa-um5', 'provider-network'])(
    '%s is sound, dated and cited',
    (id) => {
      const pack = auditPack(id);
      expect(pack.dated).toMatch(/^20\d\d-\d\d-\d\d$/);
      for (const { cite } of pack.clocks) expect(cite.length).toBeGreaterThan(4);
    },
  );

  it('name rules of the catalogue where the catalogue has them', () => {
    for (const id of ['allways-commercial', 'provider-network']) {
      for (const { arms } of auditPack(id).clocks)
        for (const { rule } of arms) expect(findRule(rule), rule).toBeDefined();
    }
  });

  it('tell the law of Massachusetts before and since 5 June 2026 apart', () => {
    const urgent = auditPack('ma-176o').clocks.filter(({ arms }) =>
      arms.some(({ rule }) => rule.startsWith('ma.urgent')),
    );
    expect(urgent.map(({ from, until }) => [from, until])).toEqual([
      ['2019-01-01', '2026-06-04'],
      ['2026-06-05', undefined],
    ]);
  });

  it('stand in files that hold no tab and no person', () => {
    const folder = new URL('../../rules/packs/', import.meta.url);
    for (const name of readdirSync(folder))
      expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(/\t|Mr\.|Dr\./);
  });
});

describe('a pack of one’s own', () => {
  it('is sound as the tests use it', () => {
    expect(faults(SMALL_PACK)).toEqual([]);
  });

  it.each([
    [
      'an unknown unit',
      ['10 business-days', '10 fortnights'],
      /there is no unit fortnights; units are minutes/,
    ],
    [
      'an unknown column',
      ['of: filed_at }, {', 'of: handed_in_at }, {'],
      /no column handed_in_at; its columns are permit_id/,
    ],
    ['a text where an instant belongs', ['received: filed_at', 'received: kind'], /kind is no instant/],
    [
      'an unknown duty',
      ['duty: promise\n', 'duty: promises\n'],
      /no duty promises; the pack has decision, promise/,
    ],
    ['an unknown zone', ['America/Chicago', 'Mars/Base'], /line 4: no zone Mars\/Base is frozen here/],
    ['a wrong date', ['dated: 2026-01-01', 'dated: January'], /line 3: dated: write a date/],
    ['a key that does not exist', ['received: filed_at', 'recieved: filed_at'], /recieved/],
    [
      'two clocks for one row',
      ['applies: { kind: shed }', 'applies: { kind: [shed, house] }'],
      /clocks 1 \(permits.house.10bd\) and 2 \(permits.shed.48h\) can both bind/,
    ],
    [
      'a calendar beyond what is known',
      ['to: 2027-12-31', 'to: 2045-12-31'],
      /shipped zones and holidays are known from 2019-01-01 to 2036-10-31/,
    ],
    [
      'a limit turned around beside one that is not',
      ['    cite: Town code, section 5', '    not_before: true\n    cite: Town code, section 5'],
      /make them two duties/,
    ],
    ['broken YAML', ['pack: permits', 'pack: [permits'], /line \d+/],
  ])('with %s is refused with its line and what is allowed', (_, [from, to], says) => {
    const text = SMALL_PACK.replace(from ?? '', to ?? '');
    expect(text).not.toBe(SMALL_PACK);
    expect(faults(text).join('\n')).toMatch(says);
  });
});
