import { OPERATIONS, type OperationId, operation } from '../contract/index.ts';
import type { History } from '../history/index.ts';

const known = (op: string): op is OperationId => op in OPERATIONS;

/**
 * Successful answers that do not fit the contract's schema, one line for each operation and path. They
 * are no verdict by themselves: the rules that ask for what is missing judge that.
 */
export function misfitsOf(history: History): string[] {
  const lines = new Set<string>();
  for (const record of history.records) {
    if (record.kind !== 'answered' || !known(record.op) || record.status >= 300) continue;
    const { answer, deferred } = operation(record.op);
    const schema = deferred?.status === record.status ? deferred.answer : answer;
    const parsed = schema?.safeParse(record.body);
    if (!parsed || parsed.success || record.op === 'inject') continue;
    for (const issue of parsed.error.issues)
      lines.add(`${record.op}: ${issue.path.join('.') || 'the body'}: ${issue.message}`);
  }
  return [...lines];
}
