export type { Answer, LogRow, Made } from './model.ts';
export { ASSUMED, PUBLISHED } from './published.ts';
export { requestAt } from './request.ts';
export { columnsOf, LOG_TABLES, type LogTable, type Values } from './tables.ts';
export { ERRORS, RATES, type Workload, type WorkloadOptions, workloadOf } from './workload.ts';
