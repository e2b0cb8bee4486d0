const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  formats.set(zone, made);
  return made;
}

/**
 * An instant (epoch ms) as every report tells it, in a zone by its IANA name: `Thu 02/12/2026 09:00 EST`. Seconds and
 * milliseconds are told where they are not zero; the last millisecond of a day is its end: `end of Thu 02/12/2026 EST`.
 */
export function instantWords(ms: number, zone: string): string {
  if (!Number.isFinite(ms)) return 'no valid instant';
  const parts = new Map(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const rest = ((ms % 1000) + 1000) % 1000;
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`;
  const seconds = part('second') === '00' && fraction === '' ? '' : `:${part('second')}${fraction}`;
  const date = `${part('weekday')} ${part('month')}/${part('day')}/${part('year')}`;
  const clock = `${part('hour')}:${part('minute')}:${part('second')}`;
  if (clock === '23:59:59' && rest === 999) return `end of ${date} ${part('timeZoneName')}`;
  return `${date} ${part('hour')}:${part('minute')}${seconds} ${part('timeZoneName')}`;
}

/** A civil date `YYYY-MM-DD` as every report tells it: `02/12/2026`. Any other text is returned as it is. */
export function dateWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  return year === undefined ? date : `${month}/${day}/${year}`;
}

const UNITS: readonly (readonly [name: string, ms: number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
  ['ms', 1],
];

/** A length of time (ms) by its two largest units: `15 h 0 min`, `2 d 3 h`, `40 s`. */
export function spanWords(ms: number): string {
  const size = Math.abs(ms);
  const first = UNITS.findIndex(([, unit]) => size >= unit);
  if (first === -1) return '0 min';
  const [[name, unit], second] = [UNITS[first] as (typeof UNITS)[number], UNITS[first + 1]];
  const count = Math.floor(size / unit);
  const sign = ms < 0 ? '-' : '';
  if (!second || name === 's') return `${sign}${count} ${name}`;
  return `${sign}${count} ${name} ${Math.floor((size % unit) / second[1])} ${second[0]}`;
}
