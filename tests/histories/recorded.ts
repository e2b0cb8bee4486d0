import { fileURLToPath } from 'node:url';
import { names, openStore } from '../../scripts/history-store.mjs';
import { canonical, chainHash } from '../../src/history/chain.ts';
import { type History, readHistory } from '../../src/history/index.ts';

const folder = fileURLToPath(new URL('./recorded', import.meta.url));
const store = openStore(folder, { canonical, chainHash });

/** The names of the recorded histories, such as `bad--um.criteria.cited`, sorted. */
export const recordedNames = (): string[] => names(folder);

/** The text (NDJSON) of a recorded history, whole. */
export const recordedText = (name: string): string => store.restore(name);

/** A recorded history, its chain checked up to the hash in its footer. Throws HistoryError where it does not hold. */
export const recordedHistory = (name: string): History => readHistory(recordedText(name)).history;
