/** A value that changes at thresholds, as a balanced CASE: `values[0]` below the first threshold, and so on. */
export function stepSql(of: string, thresholds: readonly number[], values: readonly string[]): string {
  if (thresholds.length === 0) return values[0] ?? 'NULL';
  const middle = thresholds.length >> 1;
  const below = stepSql(of, thresholds.slice(0, middle), values.slice(0, middle + 1));
  const above = stepSql(of, thresholds.slice(middle + 1), values.slice(middle + 1));
  return `CASE WHEN ${of} < ${thresholds[middle]} THEN ${below} ELSE ${above} END`;
}
