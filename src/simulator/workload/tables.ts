import type { Made } from './model.ts';

export type ColumnType = 'VARCHAR' | 'INTEGER' | 'TIMESTAMPTZ' | 'BIGINT';
export type LogTable = {
  readonly name: 'determinations' | 'events' | 'answers' | 'row_answers';
  readonly columns: readonly (readonly [name: string, type: ColumnType])[];
};

const LOG: readonly (readonly [name: string, type: ColumnType, field: keyof Made['rows'][number]])[] = [
  ['case_id', 'VARCHAR', 'caseId'],
  ['decision_no', 'INTEGER', 'decisionNo'],
  ['parent_case_id', 'VARCHAR', 'parentCaseId'],
  ['member_id', 'VARCHAR', 'memberId'],
  ['line_of_business', 'VARCHAR', 'lineOfBusiness'],
  ['review_type', 'VARCHAR', 'reviewType'],
  ['urgency', 'VARCHAR', 'urgency'],
  ['setting', 'VARCHAR', 'setting'],
  ['service', 'VARCHAR', 'service'],
  ['received_at', 'TIMESTAMPTZ', 'receivedAt'],
  ['information_complete_at', 'TIMESTAMPTZ', 'informationCompleteAt'],
  ['decided_at', 'TIMESTAMPTZ', 'decidedAt'],
  ['outcome', 'VARCHAR', 'outcome'],
  ['basis', 'VARCHAR', 'basis'],
  ['denial_reason', 'VARCHAR', 'denialReason'],
  ['decided_by_role', 'VARCHAR', 'decidedByRole'],
  ['verbal_notice_at', 'TIMESTAMPTZ', 'verbalNoticeAt'],
  ['written_provider_at', 'TIMESTAMPTZ', 'writtenProviderAt'],
  ['written_member_at', 'TIMESTAMPTZ', 'writtenMemberAt'],
  ['closed_at', 'TIMESTAMPTZ', 'closedAt'],
];

/** The tables of a workload. Those with answers are kept apart from the log: whoever judges never reads them. */
export const LOG_TABLES: readonly LogTable[] = [
  { name: 'determinations', columns: LOG.map(([name, type]) => [name, type] as const) },
  {
    name: 'events',
    columns: [
      ['case_id', 'VARCHAR'],
      ['at', 'TIMESTAMPTZ'],
      ['activity', 'VARCHAR'],
      ['actor', 'VARCHAR'],
    ],
  },
  {
    name: 'answers',
    columns: [
      ['case_id', 'VARCHAR'],
      ['decision_no', 'INTEGER'],
      ['duty', 'VARCHAR'],
      ['verdict', 'VARCHAR'],
      ['planted', 'VARCHAR'],
      ['spare_ms', 'BIGINT'],
    ],
  },
  {
    name: 'row_answers',
    columns: [
      ['case_id', 'VARCHAR'],
      ['decision_no', 'INTEGER'],
      ['row', 'VARCHAR'],
      ['error', 'VARCHAR'],
    ],
  },
];

/** A column of values: texts and numbers as they are, instants in epoch ms. */
export type Values = (string | number | null)[];

/** The rows of requests, by table and column, as `LOG_TABLES` orders them. */
export function columnsOf(all: readonly Made[]): Record<LogTable['name'], Values[]> {
  const by = <T extends object>(rows: readonly T[], fields: readonly (keyof T)[]): Values[] =>
    fields.map((field) => rows.map((row) => row[field] as string | number | null));
  return {
    determinations: by(
      all.flatMap(({ rows }) => rows),
      LOG.map(([, , field]) => field),
    ),
    events: by(
      all.flatMap(({ events }) => events),
      ['caseId', 'at', 'activity', 'actor'],
    ),
    answers: by(
      all.flatMap(({ answers }) => answers),
      ['caseId', 'decisionNo', 'duty', 'verdict', 'planted', 'spareMs'],
    ),
    row_answers: by(
      all.flatMap(({ rowAnswers }) => rowAnswers),
      ['caseId', 'decisionNo', 'row', 'error'],
    ),
  };
}
