/**
 * Writes a recorded history whole, as `portalproof judge` reads it.
 * Usage: node scripts/restore-history.mjs <name> > history.ndjson; without a name it lists them. Build first.
 */
import { fileURLToPath } from 'node:url';
import { canonical, chainHash } from '../dist/history/chain.js';
import { names, openStore } from './history-store.mjs';

const folder = fileURLToPath(new URL('../tests/histories/recorded', import.meta.url));
const [name] = process.argv.slice(2);
process.stdout.write(
  name === undefined
    ? `${names(folder).join('\n')}\n`
    : openStore(folder, { canonical, chainHash }).restore(name),
);
