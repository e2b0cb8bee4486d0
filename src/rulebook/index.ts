import { RULES } from './catalogue.ts';
import type { DelegateFigures } from './figures.ts';
import type { Pack } from './pack.ts';
import { ALLWAYS_COMMERCIAL } from './packs/allways-commercial.ts';
import { EVICORE_MEDICAID, EVICORE_MEDICARE } from './packs/evicore.ts';
import type { Rule } from './rule.ts';

export { RULES } from './catalogue.ts';
export * from './clock.ts';
export * from './figures.ts';
export { FEDERAL_HOLIDAYS, type Holiday, MASSACHUSETTS_HOLIDAYS, SUFFOLK_HOLIDAYS } from './holidays.ts';
export type { Pack } from './pack.ts';
export * from './reading.ts';
export * from './rule.ts';
export { TIME_TABLE_RULES } from './time-table.ts';
export { US_ZONES, type ZoneTransition } from './zones.ts';

const byId = new Map<string, Rule>();
for (const rule of RULES) {
  byId.set(rule.id, rule);
  for (const other of rule.sameAs ?? []) byId.set(other, rule);
}

/** The rule of an id, or of another document's id for the same rule; undefined when there is none. */
export const findRule = (id: string): Rule | undefined => byId.get(id);

/** The rule of an id. Throws RangeError when the catalogue has none: a bug of ours, never of a portal. */
export function ruleOf(id: string): Rule {
  const rule = byId.get(id);
  if (!rule) throw new RangeError(`the catalogue has no rule ${id}; see \`portalproof rules\``);
  return rule;
}

/** The packs that are shipped. */
export const PACKS: readonly Pack[] = [ALLWAYS_COMMERCIAL, EVICORE_MEDICAID, EVICORE_MEDICARE];

/** The pack of an id. Throws RangeError that names the known ones. */
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
