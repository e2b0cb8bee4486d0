/**
 * SQL that makes a log of determinations from nothing but row numbers: the same rows on every machine.
 * Most acts fall near their limits; three rows in a hundred are reconsiderations of the row before them.
 */
export function logSql(rows: number): string {
  const draw = (salt: number, below: number): string => `(hash(i * 31 + ${salt}) % ${below})::BIGINT`;
  const minutes = (sql: string): string => `to_minutes(${sql})`;
  return `SELECT
    'C' || lpad(i::VARCHAR, 10, '0') AS case_id,
    1::INTEGER AS decision_no,
    CASE WHEN recon THEN 'C' || lpad((i - 1)::VARCHAR, 10, '0') END AS parent_case_id,
    CASE WHEN ${draw(1, 10)} < 7 THEN 'commercial' ELSE 'qhp' END AS line_of_business,
    CASE WHEN recon THEN 'reconsideration' WHEN kind < 65 THEN 'preservice' WHEN kind < 85 THEN 'concurrent' ELSE 'retrospective' END AS review_type,
    CASE WHEN ${draw(3, 4)} = 0 THEN 'urgent' ELSE 'standard' END AS urgency,
    CASE WHEN ${draw(4, 3)} = 0 THEN 'inpatient' ELSE 'outpatient' END AS setting,
    CASE WHEN recon THEN received + to_days(9) ELSE received END AS received_at,
    CASE WHEN ${draw(5, 20)} = 0 THEN NULL ELSE received + ${minutes(draw(6, 4000))} END AS information_complete_at,
    CASE WHEN open THEN NULL ELSE decided END AS decided_at,
    CASE WHEN open THEN NULL WHEN denied THEN 'denied' WHEN partial THEN 'partial' ELSE 'approved' END AS outcome,
    'medical-necessity' AS basis,
    'physician' AS decided_by_role,
    CASE WHEN open OR ${draw(7, 50)} = 0 THEN NULL ELSE called END AS verbal_notice_at,
    CASE WHEN open THEN NULL ELSE called + ${minutes(draw(8, 3000))} END AS written_provider_at,
    CASE WHEN open THEN NULL ELSE called + ${minutes(draw(9, 3000))} END AS written_member_at
  FROM (
    SELECT *, decided + ${minutes(draw(10, 1200))} AS called
    FROM (
      SELECT *, CASE WHEN recon THEN received + to_days(9) ELSE received END + ${minutes(`CASE WHEN kind >= 65 AND kind < 85 THEN ${draw(11, 1500)} ELSE ${draw(12, 5000)} END`)} AS decided,
        ${draw(13, 100)} < 2 AS open, ${draw(14, 100)} < 9 AS denied, ${draw(15, 100)} < 3 AS partial
      FROM (
        SELECT i, ${draw(2, 100)} AS kind, i % 33 = 7 AS recon,
          TIMESTAMPTZ '2025-11-01 00:00:00-04' + to_seconds((i * 30000000 // ${rows})) + to_microseconds(${draw(16, 86_400_000_000)}) AS received
        FROM range(${rows}) r(i)
      )
    )
  )`;
}
