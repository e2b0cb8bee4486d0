import { SourceError } from './bytes.ts';
import { decideRow, type Records, recordsOfRows } from './records.ts';

const COLUMNS = ['case_id', 'review_type', 'urgency', 'received_at', 'decided_at', 'outcome', 'closed_at'];

/** Reviews by the certification type of a request (UM02): appeals, renewals and extensions; else before the service. */
const REVIEWS: Readonly<Record<string, string>> = {
  1: 'reconsideration',
  2: 'reconsideration',
  4: 'concurrent',
  R: 'concurrent',
};

const isoOf = (date = '', time = ''): string =>
  `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}${time.length >= 4 ? `T${time.slice(0, 2)}:${time.slice(2, 4)}${time.length >= 6 ? `:${time.slice(4, 6)}` : ''}` : ''}`;

/**
 * Pairs of X12 278 requests (BHT02 13) and answers (BHT02 11), joined by BHT03 or the trace number, as far as
 * they carry the times: BHT04 and BHT05 of the request and of the answer. Throws SourceError for other X12.
 */
export function x12Records(name: string, text: string): Records {
  const element = text[3] ?? '*';
  const segment = text[105] ?? '~';
  const segments = text.split(segment).map((each) => each.trim().split(element));
  if (!segments.some(([tag, kind]) => tag === 'ST' && kind === '278')) {
    throw new SourceError(`${name} is X12, but holds no 278 transaction`);
  }
  const rows = new Map<string, Record<string, string>>();
  const answered = new Map<Record<string, string>, string[]>();
  let current: { purpose: string; id: string; at: string } | null = null;
  const rowOf = (id: string): Record<string, string> => {
    const row = rows.get(id) ?? { case_id: id };
    rows.set(id, row);
    return row;
  };
  for (const [tag, ...elements] of segments) {
    if (tag === 'BHT') {
      current = { purpose: elements[1] ?? '', id: elements[2] ?? '', at: isoOf(elements[3], elements[4]) };
      const row = rowOf(current.id);
      if (current.purpose === '13') row.received_at = current.at;
    }
    if (!current) continue;
    const row = rowOf(current.id);
    if (tag === 'UM' && current.purpose === '13') {
      row.review_type = REVIEWS[elements[1] ?? ''] ?? 'preservice';
      row.urgency = elements[5] === 'U' || elements[5] === '03' ? 'urgent' : 'standard';
    }
    if (tag === 'HCR' && current.purpose === '11') {
      const actions = answered.get(row) ?? [];
      answered.set(row, [...actions, elements[0] ?? '']);
      decideRow(row, answered.get(row) ?? [], current.at);
    }
  }
  return recordsOfRows([...rows.values()], COLUMNS);
}
