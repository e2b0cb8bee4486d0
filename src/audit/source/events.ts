import { type Records, recordsOfRows } from './records.ts';

/** An event of a case in an event log. */
export type CaseEvent = {
  readonly case: string;
  readonly activity: string;
  readonly at: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** Which column of a determination an activity fills, by what its name says. */
const ACTIVITIES: readonly (readonly [RegExp, string])[] = [
  [/information.*complete|records? received|documents? received/, 'information_complete_at'],
  [/call|verbal|oral|phone/, 'verbal_notice_at'],
  [/letter.*member|member.*(letter|notice|written)|written.*member/, 'written_member_at'],
  [/letter.*provider|provider.*(letter|notice|written)|written.*provider/, 'written_provider_at'],
  [/clos|withdraw/, 'closed_at'],
  [/decid|decision|determin|approv|den(y|ied)/, 'decided_at'],
  [/recei|submit|request/, 'received_at'],
];

const KNOWN =
  /^(case_id|decision_no|parent_case_id|line_of_business|review_type|urgency|setting|outcome|basis|decided_by_role|call_result|.*_at)$/;

/** The column that an activity fills; the activity's own name where none fits, so that a mapping can place it. */
export function columnOf(activity: string): string {
  const name = activity.toLowerCase().replaceAll(/[\s_-]+/g, ' ');
  const own = name.replaceAll(' ', '_');
  if (KNOWN.test(own)) return own;
  return ACTIVITIES.find(([looks]) => looks.test(name))?.[1] ?? own;
}

/** Rows of determinations from events: one for each case, the first event of an activity filling its column. */
export function eventRecords(
  cases: ReadonlyMap<string, Readonly<Record<string, string>>>,
  events: readonly CaseEvent[],
): Records {
  const rows = new Map<string, Record<string, string>>();
  const rowOf = (id: string): Record<string, string> => {
    const known = rows.get(id) ?? { ...cases.get(id), case_id: id };
    rows.set(id, known);
    return known;
  };
  for (const id of cases.keys()) rowOf(id);
  for (const event of [...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const row = rowOf(event.case);
    row[columnOf(event.activity)] ??= event.at;
    for (const [name, value] of Object.entries(event.attributes)) row[name] ??= value;
    const outcome = /approv/i.test(event.activity)
      ? 'approved'
      : /den(y|ied)/i.test(event.activity)
        ? 'denied'
        : null;
    if (outcome) row.outcome ??= outcome;
  }
  return recordsOfRows([...rows.values()]);
}
