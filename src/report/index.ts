export { type Answer, type Answered, answerOf } from './answer.ts';
export { toAuditHtml } from './audit-html.ts';
export { type AuditResults, auditResults } from './audit-results.ts';
export { toCampaignHtml } from './campaign-html.ts';
export {
  CAMPAIGN_FORMAT,
  type CampaignFailure,
  type CampaignResults,
  campaignResults,
  readCampaignResults,
} from './campaign-results.ts';
export { dateWords, instantWords, spanWords } from './dates.ts';
export { findingWords, valuesWords } from './finding-words.ts';
export { toHtml } from './html.ts';
export { toJunit } from './junit.ts';
export { type KillMatrix, toMatrixHtml } from './kill-matrix.ts';
export {
  RESULTS_FORMAT,
  type Results,
  readResults,
  results,
  resultsSchema,
  VERDICTS,
  type Violation,
} from './results.ts';
export { drawTimeline } from './timeline.ts';
