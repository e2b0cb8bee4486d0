import { describe, expect, it } from 'vitest';
import { recordedHistory } from '../../../tests/histories/recorded.ts';
import { factsOf } from '../../facts/facts.ts';
import type { History } from '../../history/index.ts';
import { packOf, RULE_PACKS, type RulePack } from '../../rulebook/index.ts';
import { readPack } from '../../rulebook/written/read.ts';
import { judgePack } from './judge-pack.ts';

const law = (id: string): RulePack => {
  const pack = RULE_PACKS.find((one) => one.id === id);
  if (!pack) throw new RangeError(`no pack ${id}`);
  return pack;
};

/** A recorded history as if every member were of another line of business. */
function ofLine(name: string, lineOfBusiness: string): History {
  const { header, ...history } = recordedHistory(name);
  const members = header.world.members.map((member) => ({ ...member, lineOfBusiness }));
  return { ...history, header: { ...header, world: { ...header.world, members } } };
}

function judged(history: History, pack: RulePack) {
  const { findings, unbound } = judgePack(factsOf(history, packOf(history.header.pack)), pack, {
    explain: false,
  });
  const told = findings.map(({ rule, verdict, time }) => [rule, verdict, time?.dueAt ?? null]);
  return { told, unbound: [...unbound] };
}

/** Received on Monday, 5 January 2026, 10:00 in New York; decided, called and written to both in time. */
const APPROVED = 'good--desk--row1-approved';

const own = (more: string): RulePack =>
  readPack(
    'own.yaml',
    `pack: house
title: A house rule
dated: 2026-01-01
zone: America/New_York
calendar: { from: 2026-01-01, to: 2026-12-31, use: [us-federal] }
use: authorization
clocks:
${more}`,
    RULE_PACKS,
  ).pack;

describe('a history under the clocks of a law', () => {
  it('is told by line of business where no clock applies', () => {
    expect(judged(recordedHistory(APPROVED), law('cms-0057-f'))).toEqual({
      told: [],
      unbound: [['commercial', 1]],
    });
  });

  it('has the seven days of 2026 for a standard Medicare decision and its notice, to the end of the last day', () => {
    expect(judged(ofLine(APPROVED, 'medicare'), law('cms-0057-f')).told).toEqual([
      ['cms.ma.standard-decision-7cd', 'met', '2026-01-13T04:59:59.999Z'],
      ['cms.ma.standard-notice-7cd', 'met', '2026-01-13T04:59:59.999Z'],
    ]);
  });

  it('counts the notice of an expired time from the limit of the decision', () => {
    const { told } = judged(recordedHistory('bad--um.delegate.sleep-all-lines'), law('cms-0057-f'));
    // Received on Monday, 9 February 2026, 10:00; nothing was decided and nobody was told.
    expect(told).toEqual([
      ['cms.medicaid.standard-decision-7cd', 'violated', '2026-02-17T04:59:59.999Z'],
      ['cms.medicaid.notice-when-time-expires', 'violated', '2026-02-17T04:59:59.999Z'],
    ]);
  });

  it('has nothing to say of what no determination is', () => {
    const facts = factsOf(recordedHistory(APPROVED), packOf('allways-commercial'));
    const { findings, related } = judgePack(facts, law('provider-network'), { explain: false });
    expect([findings, related]).toEqual([[], false]);
  });
});

describe('a history under a pack of one’s own', () => {
  it('is judged by its clock', () => {
    const pack = own(`  - duty: decision
    rule: house.decision.1min
    arms: [{ within: 1 minutes, of: received }]
    cite: House rules, section 1`);
    expect(judged(recordedHistory(APPROVED), pack).told).toEqual([
      ['house.decision.1min', 'violated', '2026-01-05T15:01:00.000Z'],
    ]);
  });

  it('cannot tell what turns on a fact that no history holds, and finds no violation', () => {
    const pack = own(`  - duty: decision
    rule: house.elective.1min
    applies: { elective: "true" }
    arms: [{ within: 1 minutes, of: received }]
    cite: House rules, section 2`);
    expect(judged(recordedHistory(APPROVED), pack).told).toEqual([
      ['house.elective.1min', 'indeterminate', null],
    ]);
  });

  it('finds what came before it might', () => {
    const pack = own(`  - duty: decision
    rule: house.decision.not-before-30cd
    arms: [{ within: 30 calendar-days, of: received }]
    cite: House rules, section 3
    not_before: true`);
    expect(judged(recordedHistory(APPROVED), pack).told).toEqual([
      ['house.decision.not-before-30cd', 'violated', '2026-02-04T05:00:00.000Z'],
    ]);
  });
});
