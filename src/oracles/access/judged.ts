import type { Exchange } from '../../facts/case-file.ts';
import type { RuleId } from '../../rulebook/index.ts';
import { findingFrom, onCall } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { Expected, Values } from '../value.ts';

/** A finding on one call, whose verdict follows from its comparison. */
export const judged = (
  exchange: Exchange,
  rule: RuleId,
  expected: Expected,
  observed: Values,
  given: Values = {},
): Finding =>
  findingFrom(
    rule,
    exchange.case ?? `${exchange.op} by ${exchange.actor || 'nobody'}`,
    onCall(exchange, expected, observed, { given }),
  );
