import {
  type Anchor,
  type Arm,
  armsOf,
  clockOf,
  type Interpretation,
  type PackRuleId,
  type RulePack,
} from '../../rulebook/index.ts';
import { earliest, effectiveReceipt, limit } from './counting.ts';
import { workingDays } from './working-days.ts';

/** From where a determination's limits are counted (epoch ms); null is "has not happened". */
export type Anchors = {
  readonly row: string;
  readonly received: number;
  readonly information: number | null;
  readonly decided: number | null;
  readonly called: number | null;
  /** The request that is reconsidered. */
  readonly original: { readonly row: string; readonly received: number } | null;
  /** Instants of other facts, by name. */
  readonly others?: ReadonlyMap<string, number | null>;
};

export type ArmDue<R = PackRuleId> = { readonly arm: Arm<R>; readonly from: number; readonly due: number };

const cells = new WeakMap<object, Map<string, unknown>>();

/** The arms of a cell; a reconsideration's letters take those of the original row, under its own rule. */
function armsOfCell<R>(
  { clocks }: Pick<RulePack<R>, 'clocks'>,
  { row, original }: Anchors,
  duty: string,
  part: string,
): readonly Arm<R>[] {
  const known = cells.get(clocks) ?? new Map<string, unknown>();
  cells.set(clocks, known);
  const key = `${row}/${original?.row ?? ''}/${duty}/${part}`;
  const cached = known.get(key);
  // The map is that of these very clocks, so what was kept under the key is of their rules.
  if (cached) return cached as readonly Arm<R>[];
  const clock = clockOf(clocks, row, duty, part);
  const arms = clock ? armsOf(clock, original ? clockOf(clocks, original.row, duty, part) : undefined) : [];
  known.set(key, arms);
  return arms;
}

/** The instant (epoch ms) of a fact, or null where it has not happened. */
function instantOf(
  { received, information, decided, called, original, others }: Anchors,
  fact: string,
): number | null {
  switch (fact) {
    case 'received':
      return received;
    case 'information-complete':
      return information;
    case 'decided':
      return decided;
    case 'verbal-notice':
      return called;
    case 'parent.received':
      return original?.received ?? null;
    default:
      return others?.get(fact) ?? null;
  }
}

type Asking = {
  readonly pack: RulePack<unknown>;
  readonly interpretation: Interpretation;
  readonly anchors: Anchors;
  readonly part: string;
};

/** Where something starts under an interpretation, or null where it has no start (yet, or under this interpretation). */
function startOf(asking: Asking, of: Anchor): number | null {
  const { pack, interpretation, anchors, part } = asking;
  const at = (fact: string): number | null => instantOf(anchors, fact);
  const receipt = (fact: string): number | null => {
    const instant = at(fact);
    return instant === null
      ? null
      : effectiveReceipt(workingDays(pack, interpretation.holidays), instant, interpretation);
  };
  const due = (duty: string): number | null => earliestDue(pack, interpretation, anchors, duty, part);
  if ('receipt' in of) return receipt(of.receipt);
  if ('due' in of) return due(of.due);
  if ('later' in of) {
    const [first, second] = [startOf(asking, of.later[0]), startOf(asking, of.later[1])];
    return first === null || second === null ? null : Math.max(first, second);
  }
  if ('reconsidered' in of) {
    if (interpretation.recon_cap === 'none') return null;
    return interpretation.recon_cap === 'recon_receipt' ? at(of.reconsidered) : receipt(of.original);
  }
  if ('notice' in of) {
    const told = at(of.notice);
    if (told !== null)
      return interpretation.written_anchor === 'actual_verbal' ? told : Math.min(told, due(of.duty) ?? told);
    if (interpretation.no_verbal_anchor === 'none') return null;
    return interpretation.no_verbal_anchor === 'decision' ? at(of.decided) : due(of.duty);
  }
  return at(of.fact) ?? (of.else ? startOf(asking, of.else) : null);
}

/**
 * The limit of every arm of a duty under one interpretation, the earliest first: the last instant in time, or with `notBefore`
 * the first at which the act may come.
 */
export function armsDue<R>(
  pack: RulePack<R>,
  interpretation: Interpretation,
  anchors: Anchors,
  duty: string,
  part: string,
  notBefore = false,
): ArmDue<R>[] {
  const days = workingDays(pack, interpretation.holidays);
  const found: ArmDue<R>[] = [];
  for (const arm of armsOfCell(pack, anchors, duty, part)) {
    if (arm.capScope && !arm.capScope.includes(interpretation.cap_scope)) continue;
    const from = startOf({ pack, interpretation, anchors, part }, arm.of);
    if (from === null) continue;
    const [count, unit] = arm.within;
    found.push({ arm, from, due: (notBefore ? earliest : limit)(days, from, count, unit, interpretation) });
  }
  return found.sort((a, b) => a.due - b.due);
}

/** The earliest limit of a duty under one interpretation, or null where there is none. */
export function earliestDue(
  pack: RulePack<unknown>,
  interpretation: Interpretation,
  anchors: Anchors,
  duty: string,
  part: string,
): number | null {
  return armsDue(pack, interpretation, anchors, duty, part)[0]?.due ?? null;
}

/** Whether the row has such a duty at all. */
export const owes = (pack: RulePack<unknown>, anchors: Anchors, duty: string, part: string): boolean =>
  armsOfCell(pack, anchors, duty, part).length > 0;
