import { stringify } from 'yaml';
import type { Database } from './duckdb.ts';
import type { Input } from './normalize.ts';
import type { AuditPack, Column } from './pack/model.ts';
import { named } from './sql/dialect.ts';

/** Other names under which columns are known, in the form that `plain` gives. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  case_id: [
    'caseid',
    'case',
    'authnumber',
    'authorizationnumber',
    'authno',
    'authid',
    'requestid',
    'referencenumber',
    'casenumber',
    'id',
  ],
  decision_no: ['decisionno', 'decisionnumber', 'sequence', 'revision'],
  parent_case_id: ['parentcase', 'originalcase', 'originalauth', 'parentid', 'parentcaseid'],
  line_of_business: ['lob', 'product', 'plantype', 'lineofbusiness', 'program'],
  review_type: ['reviewtype', 'requesttype', 'casetype', 'reviewcategory', 'typeofreview'],
  urgency: ['priority', 'processingpriority', 'expedited', 'urgent', 'levelofurgency'],
  setting: ['placeofservice', 'pos', 'caresetting', 'inout'],
  received_at: [
    'received',
    'receiveddate',
    'daterequestreceived',
    'requestdate',
    'receipt',
    'receiptdate',
    'daterecd',
    'receiveddatetime',
    'recddate',
  ],
  information_complete_at: [
    'informationcomplete',
    'infocomplete',
    'recordsreceived',
    'clinicalreceived',
    'completeinfodate',
  ],
  decided_at: ['decided', 'decisiondate', 'dateofdecision', 'determinationdate', 'decisiondatetime'],
  outcome: ['decision', 'disposition', 'determination', 'status', 'requestdisposition', 'result'],
  basis: ['denialbasis', 'denialtype'],
  verbal_notice_at: [
    'verbalnotice',
    'calldate',
    'oralnotification',
    'phonenotice',
    'verbalnotification',
    'dateverbalnotificationprovided',
  ],
  call_result: ['callresult', 'calloutcome'],
  written_provider_at: [
    'providerletter',
    'writtenprovider',
    'providernotice',
    'letterprovider',
    'providernotificationdate',
  ],
  written_member_at: [
    'memberletter',
    'writtenmember',
    'membernotice',
    'lettermember',
    'datewrittennotification',
    'membernotificationdate',
  ],
  service_start_at: ['servicestart', 'dateofservice', 'dos', 'startdate'],
  service_end_at: ['serviceend', 'enddate'],
  closed_at: ['closed', 'closeddate', 'withdrawndate'],
};

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Date formats that are told apart by what they look like. */
const FORMATS: readonly (readonly [RegExp, string | null])[] = [
  [/^\d{4}-\d{2}-\d{2}([T ].*)?$/, null],
  [/^\d{1,2}\/\d{1,2}\/\d{4}$/, 'MM/DD/YYYY'],
  [/^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}$/, 'MM/DD/YYYY HH:mm'],
  [/^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}:\d{2}$/, 'MM/DD/YYYY HH:mm:ss'],
  [/^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2} [AaPp][Mm]$/, 'MM/DD/YYYY hh:mm A'],
  [/^\d{4}\/\d{2}\/\d{2}$/, 'YYYY/MM/DD'],
  [/^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}$/, 'YYYY/MM/DD HH:mm:ss'],
  [/^\d{8}$/, 'YYYYMMDD'],
  [/^\d{10}$/, 'epoch-seconds'],
  [/^\d{13}$/, 'epoch-milliseconds'],
];

/** What values mostly mean, for columns of a fixed set. */
const MEANINGS: Readonly<Record<string, string>> = {
  s: 'standard',
  std: 'standard',
  routine: 'standard',
  nonurgent: 'standard',
  n: 'standard',
  no: 'standard',
  e: 'urgent',
  exp: 'urgent',
  expedited: 'urgent',
  stat: 'urgent',
  y: 'urgent',
  yes: 'urgent',
  approve: 'approved',
  a: 'approved',
  certified: 'approved',
  f: 'approved',
  favorable: 'approved',
  authorized: 'approved',
  deny: 'denied',
  d: 'denied',
  adverse: 'denied',
  notcertified: 'denied',
  noncertified: 'denied',
  partialdenial: 'partial',
  partiallyapproved: 'partial',
  p: 'partial',
  prospective: 'preservice',
  priorauth: 'preservice',
  priorauthorization: 'preservice',
  pre: 'preservice',
  postservice: 'retrospective',
  retro: 'retrospective',
  continuedstay: 'concurrent',
  reconsider: 'reconsideration',
  peertopeer: 'reconsideration',
};

type Placed = { readonly from: string; readonly format?: string; readonly values?: Record<string, string> };

/** Proposes a mapping for a log, as YAML whose comments say what could not be placed. */
export async function infer(db: Database, pack: AuditPack, input: Input): Promise<string> {
  const free = new Map([...input.columns.keys()].map((name) => [plain(name), name]));
  const columns: Record<string, Placed | string> = {};
  const doubts: string[] = [];
  for (const column of pack.columns) {
    const from = [plain(column.name), ...(SYNONYMS[column.name] ?? [])]
      .map((name) => free.get(name))
      .find((name) => name !== undefined);
    if (from === undefined) {
      if (column.required === true)
        doubts.push(
          `${column.name} (${column.means}): no column looks like it; name one, or write { constant: … }`,
        );
      continue;
    }
    free.delete(plain(from));
    const shown = (
      await db.rows(
        `SELECT CAST(${named(from)} AS VARCHAR) AS v, COUNT(*) AS n FROM ${input.relation} GROUP BY 1 ORDER BY n DESC, v LIMIT 40`,
      )
    ).flatMap(({ v }) => (v === null || v === '' ? [] : [String(v)]));
    columns[column.name] = placed(column, from, input.columns.get(from) ?? '', shown, doubts);
  }
  const left = [...free.values()];
  const head = [
    `# A mapping proposed for ${pack.id}. Read it through: a guess about a column is a guess about every verdict.`,
  ];
  for (const doubt of doubts) head.push(`# Not placed: ${doubt}`);
  if (left.length > 0) head.push(`# Columns of the log that nothing reads: ${left.join(', ')}`);
  return `${head.join('\n')}\n${stringify({ columns })}`;
}

function placed(
  column: Column,
  from: string,
  type: string,
  shown: readonly string[],
  doubts: string[],
): Placed | string {
  if (column.type === 'instant' && type === 'VARCHAR' && shown.length > 0) {
    const format = FORMATS.find(([looks]) => shown.every((value) => looks.test(value.trim())));
    if (!format)
      doubts.push(
        `${column.name}: the dates of “${from}” have no single form that is known; write its format`,
      );
    return format?.[1] ? { from, format: format[1] } : from;
  }
  if (!column.values) return from;
  const values: Record<string, string> = {};
  for (const value of shown) {
    if (column.values.includes(value.toLowerCase())) continue;
    const meaning = MEANINGS[plain(value)];
    if (meaning && column.values.includes(meaning)) values[value] = meaning;
    else
      doubts.push(
        `${column.name}: a value of “${from}” is none of ${column.values.join(', ')} and is not guessed; add it under values`,
      );
  }
  return Object.keys(values).length > 0 ? { from, values } : from;
}
