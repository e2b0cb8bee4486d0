import Handlebars from 'handlebars';
import { drawMonths, drawTurnaround } from './audit-charts.ts';
import type { AuditResults } from './audit-results.ts';

const thousand = (n: number): string => n.toLocaleString('en-US');
const share = (part: number, of: number): string =>
  of === 0 ? '–' : `${((100 * part) / of).toFixed(part === of ? 0 : 2)} %`;

/** Seconds as people say them. */
export function lengthWords(seconds: number): string {
  const units = [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'min'],
    [1, 's'],
  ] as const;
  if (seconds > 0 && seconds < 1) return 'less than 1 s';
  let rest = Math.floor(seconds);
  const parts: string[] = [];
  for (const [size, unit] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ') || '0 s';
}

/** An instant in a zone, as people read it, with the offset that was in force. */
export function localTime(iso: string | null, zone: string): string {
  if (iso === null) return '';
  const known = zone.includes('/') || zone === 'UTC' ? zone : 'UTC';
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: known,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  const part = Object.fromEntries(
    format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  );
  return `${part.weekday} ${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}:${part.second} ${part.timeZoneName}`;
}

function answerOf({ tally, rows, followOn }: AuditResults): { word: string; tone: string; line: string } {
  if (rows.judged === 0)
    return {
      word: 'Nothing judged',
      tone: 'warn',
      line: 'No row of the log could be judged under this pack; the reasons stand below.',
    };
  const judged = tally.met + tally.violated + tally.depends;
  if (tally.violated > 0) {
    const own = tally.violated - followOn;
    return {
      word: 'Late',
      tone: 'fail',
      line: `${thousand(tally.violated)} of ${thousand(judged)} duties were missed under every interpretation: ${thousand(own)} on their own account, ${thousand(followOn)} only because something before them was late.`,
    };
  }
  if (tally.depends > 0)
    return {
      word: 'In time, or not',
      tone: 'warn',
      line: `Nothing was missed under every interpretation; ${thousand(tally.depends)} of ${thousand(judged)} duties depend on how the text is read.`,
    };
  return {
    word: 'In time',
    tone: 'pass',
    line: `Every one of ${thousand(judged)} duties was met under every interpretation.`,
  };
}

const BY: Readonly<Record<string, string>> = {
  month: 'Month of receipt',
  line_of_business: 'Line of business',
  urgency: 'Urgency',
  delegate: 'Delegate',
};

function groupsOf({ groups }: AuditResults) {
  const names = [...new Set(groups.map(({ by }) => by))].sort(
    (a, b) => Number(b === 'month') - Number(a === 'month'),
  );
  return names.flatMap((by) => {
    const values = [...new Set(groups.filter((own) => own.by === by).map(({ value }) => value))];
    if (by !== 'month' && values.length < 2) return [];
    const rows = values.map((value) => {
      const own = groups.filter((group) => group.by === by && group.value === value);
      const sum = (verdict: 'met' | 'violated' | 'depends'): number =>
        own.reduce((total, { tally }) => total + tally[verdict], 0);
      const [met, violated, depends] = [sum('met'), sum('violated'), sum('depends')];
      return {
        value: value || '(none)',
        met,
        violated,
        depends,
        rate: share(met, met + violated + depends),
        met100: met / Math.max(1, met + violated + depends),
      };
    });
    return [
      { by, title: BY[by] ?? by, rows, svg: by === 'month' && rows.length > 1 ? drawMonths(rows) : '' },
    ];
  });
}

/** The page of an audit. `results` are one pack's; others are the same log under other packs. */
export function toAuditHtml(
  results: AuditResults,
  others: readonly AuditResults[],
  template: string,
  stylesheet: string,
): string {
  const handlebars = Handlebars.create();
  const { zone } = results.pack;
  handlebars.registerHelper({
    is: (a: unknown, b: unknown) => a === b,
    n: (value: number) => thousand(value),
    rateOf: (tally: AuditResults['tally']) => share(tally.met, tally.met + tally.violated + tally.depends),
    local: (iso: string | null) => localTime(iso, zone) || '–',
    length: (seconds: number | null) => (seconds === null ? '' : lengthWords(seconds)),
    percent: (value: number) => `${(100 * value).toFixed(1)} %`,
    share: (part: number, of: number) => share(part, of),
    hours: (value: { mean: number; median: number } | null) =>
      value === null ? '–' : `${value.mean.toFixed(1)} h mean, ${value.median.toFixed(1)} h median`,
  });
  const turnaround = results.turnaround.map((own) => ({
    ...own,
    svg: drawTurnaround(own),
    late: own.shares.slice(20).reduce((sum, n) => sum + n, 0),
  }));
  const lacking = [...new Set(results.unjudged.map(({ column }) => column))].map((column) => ({
    column,
    rules: results.unjudged
      .filter((own) => own.column === column)
      .map(({ rule, duty }) => `${rule} (${duty})`),
  }));
  return handlebars.compile(template)({
    lacking,
    results,
    stylesheet,
    answer: answerOf(results),
    groups: groupsOf(results),
    turnaround,
    sides: [results, ...others],
    several: others.length > 0,
    interpretations: (['default', 'strict', 'lenient'] as const).map((name) => {
      const sum = (verdict: 'met' | 'violated' | 'pending'): number =>
        results.rules.reduce((total, rule) => total + rule.byInterpretation[name][verdict], 0);
      return { name, met: sum('met'), violated: sum('violated'), pending: sum('pending') };
    }),
    doubtful: results.tally.depends > 0,
    pending: results.tally.pending > 0,
    untold: results.tally.indeterminate > 0,
  });
}
