import { isRuleId } from './catalogue.ts';
import { rulesOfClock } from './clock.ts';
import type { DelegateFigures } from './figures.ts';
import type { Pack, RulePack } from './pack.ts';
import { WRITTEN_PACKS } from './packs.data.ts';
import type { RuleId } from './rule-ids.ts';
import { packOfWritten } from './written/from-written.ts';

/** Every pack that is shipped: those by which a portal is played, then laws and other texts. */
export const RULE_PACKS: readonly RulePack[] = shipped();

function shipped(): RulePack[] {
  const known: RulePack[] = [];
  for (const written of WRITTEN_PACKS) known.push(packOfWritten(written, known));
  return known;
}

/** Whether a portal can be played by a pack: it has what the rules give in figures, and its rules are in the catalogue. */
export const isPlayed = (pack: RulePack): pack is Pack =>
  pack.figures !== undefined &&
  [...pack.clocks.flatMap(rulesOfClock), ...pack.misreadings.map(({ rule }) => rule), ...pack.core].every(
    isRuleId,
  );

/** The packs by which a portal is played. */
export const PACKS: readonly Pack[] = RULE_PACKS.filter(isPlayed);

/** The pack of an id by which a portal is played. Throws RangeError that names the known ones. */
export function packOf(id: string): Pack {
  const pack = PACKS.find((candidate) => candidate.id === id);
  if (!pack)
    throw new RangeError(`no pack ${id}; the packs are ${PACKS.map((known) => known.id).join(', ')}`);
  return pack;
}

/** A pack by which a delegate decides cases. */
export type DelegatePack = Pack & { readonly delegate: DelegateFigures };

const decides = (pack: Pack, line: string): pack is DelegatePack =>
  pack.delegate !== undefined && pack.linesOfBusiness.includes(line);

/** The pack of a case, which follows its line of business: the one in force where it fits, else one that is shipped. */
export const delegatePackOf = (inForce: Pack, line: string): DelegatePack | null =>
  [inForce, ...PACKS].find((pack): pack is DelegatePack => decides(pack, line)) ?? null;

/** Every rule that the time table's oracle judges: arms that hold under every choice, clocks of the parent, misreadings. */
export const TIME_TABLE_RULES: readonly RuleId[] = [
  ...new Set(
    PACKS.flatMap(({ clocks, misreadings }) => [
      ...clocks.flatMap((clock) =>
        rulesOfClock({ ...clock, arms: clock.arms.filter(({ capScope }) => !capScope) }),
      ),
      ...misreadings.map(({ rule }) => rule),
    ]),
  ),
];
