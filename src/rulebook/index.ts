import type { DelegateFigures } from './figures.ts';
import type { Pack } from './pack.ts';
import { ALLWAYS_COMMERCIAL } from './packs/allways-commercial.ts';
import { EVICORE_MEDICAID, EVICORE_MEDICARE } from './packs/evicore.ts';

export { DOCUMENTS, RULES } from './catalogue.data.ts';
export * from './catalogue.ts';
export * from './clock.ts';
export * from './figures.ts';
export { FEDERAL_HOLIDAYS, type Holiday, MASSACHUSETTS_HOLIDAYS, SUFFOLK_HOLIDAYS } from './holidays.ts';
export type { Pack } from './pack.ts';
export * from './reading.ts';
export * from './rule.ts';
export type { DocumentKey, RuleId, Subject } from './rule-ids.ts';
export { TIME_TABLE_RULES } from './time-table.ts';
export { US_ZONES, type ZoneTransition } from './zones.ts';

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
