import { SourceError } from './bytes.ts';
import type { Entry, Records } from './records.ts';

/** What a certification action of X12 (HCR01) decides; A4 is pended, and decides nothing. */
const ACTIONS: Readonly<Record<string, string>> = {
  A1: 'approved',
  A2: 'partial',
  A3: 'denied',
  A6: 'partial',
  C: 'withdrawn',
};
const COLUMNS = ['case_id', 'review_type', 'urgency', 'received_at', 'decided_at', 'outcome'];

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
      row.review_type =
        elements[1] === 'R' ? 'reconsideration' : elements[1] === '4' ? 'concurrent' : 'preservice';
      row.urgency = elements[5] === 'U' || elements[5] === '03' ? 'urgent' : 'standard';
    }
    if (tag === 'HCR' && current.purpose === '11') {
      const outcome = ACTIONS[elements[0] ?? ''];
      if (outcome) Object.assign(row, { outcome, decided_at: current.at });
    }
  }
  async function* entries(): AsyncGenerator<Entry> {
    let line = 0;
    for (const row of rows.values()) {
      line += 1;
      yield { line, cells: COLUMNS.map((column) => row[column] ?? null) };
    }
  }
  return { columns: COLUMNS, entries: entries() };
}
