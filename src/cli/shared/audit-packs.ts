import { type AuditPack, auditPackOf } from '../../audit/index.ts';
import { RULE_PACKS } from '../../rulebook/index.ts';
import { ConfigError } from './config-error.ts';
import { rulePack } from './rule-pack.ts';

const timed = RULE_PACKS.filter(({ clocks }) => clocks.length > 0);

/** The ids of every pack with clocks. */
export const auditPackIds = (): string[] => timed.map(({ id }) => id);

/** A pack as the audit judges by it. Throws ConfigError with every fault of a file, or where it has no clocks. */
export function auditPack(given: string): AuditPack {
  const pack = rulePack(given);
  if (pack.clocks.length === 0)
    throw new ConfigError(`the pack ${given} has no clocks; there are ${auditPackIds().join(', ')}`);
  return auditPackOf(pack);
}

/** Laws that may bind the lines of business of a pack, other than those already chosen. */
export const lawPacks = (chosen: readonly AuditPack[]): AuditPack[] =>
  timed.filter(({ id, law }) => law && !chosen.some((pack) => pack.id === id)).map(auditPackOf);
