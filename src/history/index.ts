export { canonical, digestOf } from './chain.ts';
export { Journal, toLines } from './journal.ts';
export { HistoryError, type ReadResult, readHistory } from './read.ts';
export type { Entry, Header, History, HistoryRecord } from './record.ts';
export { HISTORY_FORMAT } from './record.ts';
