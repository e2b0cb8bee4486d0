import { RULE_PACKS } from '../../rulebook/index.ts';
import { PackError, type ReadPack, readPack } from '../../rulebook/written/read.ts';
import { auditPackOf } from './bind.ts';
import { faultsOf } from './check.ts';
import type { AuditPack } from './model.ts';

/**
 * Reads a pack from YAML, for every interface. Throws PackError with every fault, each with its line: what breaks the
 * grammar, names something that is not there, or binds one row twice.
 */
export function loadRulePack(file: string, text: string): ReadPack {
  const read = readPack(file, text, RULE_PACKS);
  const faults = bound(read);
  if (faults.length > 0) throw new PackError(file, faults);
  return read;
}

/** Reads a pack as the audit judges by it. Throws PackError with every fault, each with its line. */
export const loadPack = (file: string, text: string): AuditPack => auditPackOf(loadRulePack(file, text).pack);

function bound({ pack, lineOf }: ReadPack): string[] {
  try {
    return faultsOf(auditPackOf(pack)).map(({ path, says }) => `line ${lineOf(path)}: ${says}`);
  } catch (error) {
    if (error instanceof RangeError) return [`line ${lineOf(['clocks'])}: ${error.message}`];
    throw error;
  }
}
