import {
  type Arm,
  type Clock,
  type Pack,
  type Part,
  ROWS,
  type Row,
  type Anchor as TableAnchor,
} from '../../rulebook/index.ts';
import { AUTHORIZATION } from './authorization.ts';
import type { Anchor, AuditArm, AuditClock, AuditPack, Condition, Test } from './model.ts';

/** Where each anchor of the time table stands in a log. */
function anchorOf(of: TableAnchor, row: Row): Anchor {
  const received: Anchor = { receipt: 'received_at' };
  switch (of) {
    case 'received':
      return row === 'reconsideration'
        ? { reconsidered: 'received_at', original: 'parent.received_at' }
        : received;
    case 'asked':
      return { column: 'received_at' };
    case 'information-complete':
      return row === 'reconsideration'
        ? { later: [{ column: 'received_at' }, received] }
        : { later: [{ column: 'information_complete_at' }, received] };
    case 'decided':
      return { column: 'decided_at', else: { due: 'decision' } };
    case 'called':
      return { called: 'verbal_notice_at', duty: 'verbal', decided: 'decided_at' };
  }
}

const armOf = (arm: Arm, row: Row, rule = arm.rule): AuditArm => ({
  rule,
  within: arm.within,
  of: anchorOf(arm.of, row),
  ...(arm.capScope ? { capScope: arm.capScope } : {}),
});

const decided: Test = { present: true };
const OUTCOMES: Record<Part, Test> = {
  approval: { in: ['approved', 'partial'] },
  denial: { in: ['denied', 'partial'] },
};

/** Reasons of administrative denials of which only the provider is told in writing (Section 7, Administrative Denials). */
const PROVIDER_ONLY = ['no-prior-authorization', 'late-notification', 'missing-clinical-documentation'];

/** The determinations that owe a part: what was decided, or before that an approval's call and no letter. */
function owing(part: Part, duty: string, more: Readonly<Record<string, Test>>): Condition {
  const made = { ...more, outcome: OUTCOMES[part], decided_at: decided };
  if (duty === 'written-member') {
    return [
      { ...made, basis: { not: ['administrative'] } },
      { ...made, denial_reason: { not: PROVIDER_ONLY } },
    ];
  }
  return part === 'approval' && duty === 'verbal'
    ? [made, { ...more, decided_at: { present: false } }]
    : [made];
}

function clocksOf(
  clocks: readonly Clock[],
  { row, duties, part, arms, cell, from, cite }: Clock,
): AuditClock[] {
  const common = { from, cite, confirmed: true };
  return duties.flatMap((duty): AuditClock[] => {
    if (duty === 'decision') {
      const applies = [{ kind: { in: [row] } }];
      return [{ ...common, duty, applies, arms: arms.map((arm) => armOf(arm, row)) }];
    }
    const parts: readonly Part[] = part ? [part] : ['approval', 'denial'];
    return parts.flatMap((own): AuditClock[] => {
      if (!cell) {
        const applies = owing(own, duty, { kind: { in: [row] } });
        return [{ ...common, duty, part: own, applies, arms: arms.map((arm) => armOf(arm, row)) }];
      }
      return ROWS.filter((base) => base !== 'reconsideration').flatMap((base) => {
        const original = clocks.find(
          (clock) => clock.row === base && clock.duties.includes(duty) && (clock.part ?? own) === own,
        );
        if (!original) return [];
        const applies = owing(own, duty, { kind: { in: [row] }, 'parent.kind': { in: [base] } });
        return [
          {
            ...common,
            duty,
            part: own,
            applies,
            arms: original.arms.map((arm) => armOf(arm, row, cell.rule)),
          },
        ];
      });
    });
  });
}

/**
 * The pack of the time table as the audit judges by it: the same clocks, with the columns of a
 * determination log for their anchors.
 */
export function timeTablePack(pack: Pack): AuditPack {
  return {
    id: pack.id,
    title: pack.title,
    dated: '2019-01-01',
    law: false,
    zone: pack.zone,
    transitions: pack.transitions,
    opens: pack.opens,
    closes: pack.closes,
    holidays: pack.holidays,
    calendar: { from: '2019-01-01', to: '2036-10-31' },
    readings: pack.readings,
    ...AUTHORIZATION,
    parent: { column: 'parent_case_id', kind: 'reconsideration' },
    scope: [{ line_of_business: { in: [...pack.linesOfBusiness] } }],
    clocks: pack.clocks.flatMap((clock) => clocksOf(pack.clocks, clock)),
  };
}
