import { readFileSync } from 'node:fs';
import { type AuditPack, auditPackOf, loadRulePack, PackError } from '../../audit/index.ts';
import { RULE_PACKS, type RulePack } from '../../rulebook/index.ts';
import { ConfigError, named } from './config-error.ts';
import { complain } from './ports.ts';

const timed = RULE_PACKS.filter(({ clocks }) => clocks.length > 0);

/** The ids of every pack with clocks. */
export const auditPackIds = (): string[] => timed.map(({ id }) => id);

/** A pack by its id, or from a file of the user's own. Throws ConfigError with every fault of the file. */
export function rulePack(given: string): RulePack {
  const own = RULE_PACKS.find(({ id }) => id === given);
  if (own) return own;
  if (!/[./\\]/.test(given)) {
    throw new ConfigError(
      `there is no pack ${given}; there are ${RULE_PACKS.map(({ id }) => id).join(', ')}, or give the path of a YAML file`,
    );
  }
  const text = named(`cannot read the pack ${given}`, () => readFileSync(given, 'utf8'));
  try {
    const { pack, notices } = loadRulePack(given, text);
    for (const notice of notices) complain(notice);
    return pack;
  } catch (error) {
    if (error instanceof PackError) throw new ConfigError(error.message);
    throw error;
  }
}

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
