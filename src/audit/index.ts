export { PackError } from '../rulebook/written/read.ts';
export { BATCH, type Database, type Filler, openDuckDb } from './duckdb.ts';
export { Audit } from './engine.ts';
export { infer } from './infer.ts';
export { judgeLog, type LogFrame } from './judge-log.ts';
export { columnsOfMapping, type Mapping, mappingSchema, readMapping } from './mapping.ts';
export type { Input } from './normalize.ts';
export { copyTo, type FileFormat, findingColumns, safeCell } from './outputs.ts';
export { auditPackOf } from './pack/bind.ts';
export { loadPack, loadRulePack } from './pack/load.ts';
export type { AuditPack } from './pack/model.ts';
export { printedSql, SQL_DIALECTS, type SqlDialect } from './printed-sql.ts';
export { type Format, formatOf, isGzip, markOf, SourceError, unpacked } from './source/bytes.ts';
export { readCsv } from './source/csv.ts';
export { matchingFiles } from './source/files.ts';
export { recordsOf } from './source/importers.ts';
export { readNdjson } from './source/ndjson.ts';
export { parquetInput } from './source/parquet.ts';
export { tableRecords } from './source/postgres.ts';
export type { Records } from './source/records.ts';
export { stage } from './source/staging.ts';
export { type StoreColumn, type StoreTable, TableStore } from './table-store.ts';
export {
  comparePacks,
  copyFindings,
  copyRejected,
  copyViolations,
  findViolations,
  keepFound,
} from './violations.ts';
