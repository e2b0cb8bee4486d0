/**
 * `portalproof/audit`: judge the decision time frames in an exported log from a program. `auditLog` takes what the command
 * `portalproof audit` takes, and answers the value that audit.json holds.
 */
export type { AuditPack, Mapping } from '../audit/index.ts';
export { loadPack, PackError, readMapping } from '../audit/index.ts';
export { type AuditOptions, type AuditReport, auditLog, inferMapping } from '../cli/audit/audit-log.ts';
export { auditPage } from '../cli/audit/write.ts';
export { auditPack, auditPackIds } from '../cli/shared/audit-packs.ts';
export { ConfigError } from '../cli/shared/config-error.ts';
export { type AuditResults, auditResults } from '../report/index.ts';
export { auditExitCode } from '../run/exit-code.ts';
