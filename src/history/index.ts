export { digestOf } from './chain.ts';
export { expandHistory, isCompact, type SharedParts } from './compact.ts';
export { Journal, toLines } from './journal.ts';
export { HistoryError, readHistory } from './read.ts';
export type { Header, History, HistoryRecord } from './record.ts';
