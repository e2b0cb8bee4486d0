import type { Facts } from '../../facts/facts.ts';
import {
  type Duty,
  INTERPRETATION_NAMES,
  type Misreading,
  type Part,
  type RuleId,
} from '../../rulebook/index.ts';
import type { Anchors } from './arms.ts';
import { earliestDue } from './arms.ts';
import type { Determination } from './determination.ts';

/** Whether a case is one in which a portal could fall for a misreading. */
function tempts(
  misreading: Misreading,
  { file, decided, reconsideration }: Determination,
  anchors: Anchors,
): boolean {
  if (reconsideration || misreading.row !== anchors.row) return false;
  if (misreading.counted === 'from-information') {
    return anchors.information !== null && anchors.information > anchors.received;
  }
  if (misreading.counted === 'approval-column-only') return decided?.outcome === 'partial';
  return file.setting === 'inpatient' && file.urgency !== 'urgent';
}

/** The last instant that would have been in time, had the portal misread so. */
function misreadDue(
  { pack }: Facts,
  { counted }: Misreading,
  anchors: Anchors,
  duty: Duty,
  part: Part,
): number {
  const misread = (): { anchors: Anchors; part: Part } => {
    if (counted === 'from-information')
      return { anchors: { ...anchors, received: anchors.information ?? anchors.received }, part };
    if (counted === 'approval-column-only') return { anchors, part: 'approval' };
    return { anchors: { ...anchors, row: counted.asRow }, part };
  };
  const as = misread();
  const limits = INTERPRETATION_NAMES.map((name) =>
    earliestDue(pack, pack.interpretations[name], as.anchors, duty, as.part),
  );
  return Math.max(...limits.map((due) => due ?? Number.NEGATIVE_INFINITY));
}

/**
 * The misreadings that a case tempts to, and whether the act (epoch ms) looks like one: too late, but in
 * time by the misread limit. They have rules of their own and are the root of the missed limit.
 */
export function misreadings(
  facts: Facts,
  determination: Determination,
  anchors: Anchors,
  duty: Duty,
  part: Part,
  act: number | null,
): { rule: RuleId; fallenFor: boolean }[] {
  return facts.pack.misreadings
    .filter((misreading) => misreading.duties.includes(duty) && tempts(misreading, determination, anchors))
    .filter(({ counted }) => counted !== 'approval-column-only' || part === 'denial')
    .map((misreading) => ({
      rule: misreading.rule,
      fallenFor: act !== null && act <= misreadDue(facts, misreading, anchors, duty, part),
    }));
}
