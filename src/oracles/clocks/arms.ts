import type { Arm, Clock, Duty, Pack, Part, Reading, Row } from '../../rulebook/index.ts';
import { effectiveReceipt, limit } from './counting.ts';
import { workingDays } from './working-days.ts';

/** From where a determination's limits are counted (epoch ms); null is "has not happened". */
export type Anchors = {
  readonly row: Row;
  readonly received: number;
  readonly information: number | null;
  readonly decided: number | null;
  readonly called: number | null;
  /** The request that is reconsidered. */
  readonly original: { readonly row: Row; readonly received: number } | null;
};

export type ArmDue = { readonly arm: Arm; readonly from: number; readonly due: number };

const cells = new WeakMap<readonly Clock[], Map<string, readonly Arm[]>>();

function findCell(clocks: readonly Clock[], row: Row, duty: Duty, part: Part): Clock | undefined {
  return clocks.find(
    (clock) =>
      clock.row === row && clock.duties.includes(duty) && (clock.part === undefined || clock.part === part),
  );
}

/** The arms of a cell; a reconsideration's letters take those of the original row, under its own rule. */
function armsOfCell(pack: Pack, { row, original }: Anchors, duty: Duty, part: Part): readonly Arm[] {
  const known = cells.get(pack.clocks) ?? new Map<string, readonly Arm[]>();
  cells.set(pack.clocks, known);
  const key = `${row}/${original?.row ?? ''}/${duty}/${part}`;
  const cached = known.get(key);
  if (cached) return cached;
  const clock = findCell(pack.clocks, row, duty, part);
  let arms: readonly Arm[] = clock?.arms ?? [];
  if (clock?.cell && original) {
    const { rule } = clock.cell;
    arms = (findCell(pack.clocks, original.row, duty, part)?.arms ?? []).map((arm) => ({ ...arm, rule }));
  }
  known.set(key, arms);
  return arms;
}

/** Where one arm starts under a reading, or null where it has no start (yet, or under this reading). */
function startOf(pack: Pack, reading: Reading, anchors: Anchors, arm: Arm, part: Part): number | null {
  const days = workingDays(pack, reading.holidays);
  const receipt = (instant: number): number => effectiveReceipt(days, instant, reading);
  const { received, information, decided, called, original } = anchors;
  if (arm.of === 'asked') return received;
  if (arm.of === 'decided') return decided ?? earliestDue(pack, reading, anchors, 'decision', part);
  if (arm.of === 'information-complete') {
    return information === null ? null : Math.max(information, receipt(received));
  }
  if (arm.of === 'received') {
    if (!original) return receipt(received);
    if (reading.recon_cap === 'none') return null;
    return reading.recon_cap === 'recon_receipt' ? received : receipt(original.received);
  }
  const callDue = (): number | null => earliestDue(pack, reading, anchors, 'verbal', part);
  if (called !== null) {
    return reading.written_anchor === 'actual_verbal' ? called : Math.min(called, callDue() ?? called);
  }
  if (reading.no_verbal_anchor === 'none') return null;
  return reading.no_verbal_anchor === 'decision' ? decided : callDue();
}

/** The limit of every arm of a duty under one reading, the earliest first. */
export function armsDue(pack: Pack, reading: Reading, anchors: Anchors, duty: Duty, part: Part): ArmDue[] {
  const days = workingDays(pack, reading.holidays);
  const found: ArmDue[] = [];
  for (const arm of armsOfCell(pack, anchors, duty, part)) {
    if (arm.capScope && !arm.capScope.includes(reading.cap_scope)) continue;
    const from = startOf(pack, reading, anchors, arm, part);
    if (from === null) continue;
    const [count, unit] = arm.within;
    found.push({ arm, from, due: limit(days, from, count, unit, reading) });
  }
  return found.sort((a, b) => a.due - b.due);
}

/** The earliest limit of a duty under one reading, or null where there is none. */
export function earliestDue(
  pack: Pack,
  reading: Reading,
  anchors: Anchors,
  duty: Duty,
  part: Part,
): number | null {
  return armsDue(pack, reading, anchors, duty, part)[0]?.due ?? null;
}

/** Whether the row has such a duty at all. */
export const owes = (pack: Pack, anchors: Anchors, duty: Duty, part: Part): boolean =>
  armsOfCell(pack, anchors, duty, part).length > 0;
