export { ASSUMED, PUBLISHED } from './published.ts';
export { type Answer, type LogRow, type Made, requestAt } from './request.ts';
export { columnsOf, LOG_TABLES, type LogTable, type Values } from './tables.ts';
export { ERRORS, RATES, type Workload, type WorkloadOptions, workloadOf } from './workload.ts';
