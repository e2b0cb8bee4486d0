import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharedParts } from '../../src/cli/shared/shared-parts.ts';
import { expandHistory, type History, readHistory } from '../../src/history/index.ts';

/** The folder of the recorded histories, kept in the compact form. */
export const recordedFolder = fileURLToPath(new URL('./recorded', import.meta.url));
const shared = sharedParts(recordedFolder);

/** The names of the recorded histories, such as `bad--um.criteria.cited`, sorted. */
export const recordedNames = (): string[] =>
  readdirSync(recordedFolder)
    .filter((file) => file.endsWith('.ndjson') && file !== 'values.ndjson')
    .map((file) => file.replace(/\.ndjson$/, ''))
    .sort();

/** The text (NDJSON) of a recorded history, whole. */
export const recordedText = (name: string): string =>
  expandHistory(readFileSync(join(recordedFolder, `${name}.ndjson`), 'utf8'), shared);

/** A recorded history, its chain checked up to the hash in its footer. Throws HistoryError where it does not hold. */
export const recordedHistory = (name: string): History => readHistory(recordedText(name)).history;
