export { toAuditHtml } from './audit-html.ts';
export { type AuditResults, auditResults } from './audit-results.ts';
export { toCampaignHtml } from './campaign-html.ts';
export { type CampaignFailure, type CampaignResults, campaignResults } from './campaign-results.ts';
export { toHtml } from './html.ts';
export { toJunit } from './junit.ts';
export { type KillMatrix, toMatrixHtml } from './kill-matrix.ts';
export { RESULTS_FORMAT, type Results, results, resultsSchema, type Violation } from './results.ts';
export { drawTimeline } from './timeline.ts';
