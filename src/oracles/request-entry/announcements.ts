import type { Book } from '../../facts/book.ts';
import { type Family, needing } from '../family.ts';
import { type Finding, finding } from '../finding.ts';

const RULE = 'um.program.pa-change-notice';

function judgeChange(book: Book, procedure: string, from: string): Finding[] {
  const told = book.records.find(
    (record) =>
      record.kind === 'portal' &&
      record.event.type === 'announced' &&
      record.event.procedure === procedure &&
      record.event.effectiveFrom === from,
  );
  const date = told ? book.dateAt(Date.parse(told.at)) : null;
  if (date === null && book.dateAt(book.until) < from) return [];
  const because = `The grid asks otherwise of ${procedure} from ${from}; it was announced ${date === null ? 'on no day' : `on ${date}`}.`;
  const verdict = date !== null && date <= from ? 'met' : 'violated';
  const events = told ? [told.seq] : [];
  return [finding({ rule: RULE, case: `grid ${procedure}`, verdict, because, events, evidence: 'reported' })];
}

/** Changes in what needs authorization are announced, at the latest on the day from which they hold. Section 7, Overview. */
export const announcements: Family = {
  name: 'announcements',
  rules: needing(['desk', 'events', 'announcements'], RULE),
  judge: (book) => {
    if (book.scripted || !book.capabilities.includes('announcements')) return [];
    const start = book.dateAt(Date.parse(book.records[0]?.at ?? '') || book.until);
    return book.world.procedures.flatMap(({ code, grid }) =>
      (grid ?? []).slice(1).flatMap(({ from }) => (from > start ? judgeChange(book, code, from) : [])),
    );
  },
};
