import { readFileSync } from 'node:fs';
import { loadRulePack } from '../../audit/pack/load.ts';
import { RULE_PACKS, type RulePack } from '../../rulebook/index.ts';
import { PackError } from '../../rulebook/written/read.ts';
import { ConfigError, named } from './config-error.ts';
import { complain } from './ports.ts';

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
