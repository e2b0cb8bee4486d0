import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AuditPack, loadPack, PackError, timeTablePack } from '../../audit/index.ts';
import { PACKS } from '../../rulebook/index.ts';
import { ConfigError, named } from './config-error.ts';

const folder = (): string => fileURLToPath(new URL('../../audit/packs', import.meta.url));

/** Packs that are shipped as files, by their ids. */
const shipped = (): string[] =>
  readdirSync(folder())
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();

/** The ids of every pack that `audit` knows. */
export const auditPackIds = (): string[] => [
  ...PACKS.filter(({ clocks }) => clocks.length > 0).map(({ id }) => id),
  ...shipped(),
];

/** A pack by its id, or from a file of the user's own. Throws ConfigError with every fault of the file. */
export function auditPack(given: string): AuditPack {
  const own = PACKS.find(({ id, clocks }) => id === given && clocks.length > 0);
  if (own) return timeTablePack(own);
  const path = shipped().includes(given) ? `${folder()}/${given}.yaml` : given;
  if (path === given && !/[./\\]/.test(given)) {
    throw new ConfigError(
      `there is no pack ${given}; there are ${auditPackIds().join(', ')}, or give the path of a YAML file`,
    );
  }
  const text = named(`cannot read the pack ${given}`, () => readFileSync(path, 'utf8'));
  try {
    return loadPack(given, text);
  } catch (error) {
    if (error instanceof PackError) throw new ConfigError(error.message);
    throw error;
  }
}

/** Laws that may bind the lines of business of a pack, other than those already chosen. */
export const lawPacks = (chosen: readonly AuditPack[]): AuditPack[] =>
  shipped()
    .map(auditPack)
    .filter(({ id, law }) => law && !chosen.some((pack) => pack.id === id));
