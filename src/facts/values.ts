/** Reads values that a portal sent and that nobody has checked: a wrong shape reads as absent. */
export type Fields = Readonly<Record<string, unknown>>;

export const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const strings = (value: unknown): readonly string[] =>
  list(value).filter((item): item is string => typeof item === 'string');

/** The value at a path such as `servicing.contact.phone`. */
export const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, key) => (Array.isArray(inner) ? inner[Number(key)] : fields(inner)[key]), value);

/** A civil date that exists, or null. */
export function realDate(value: unknown): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text(value) ?? '') ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const length = lengths[Number(month) - 1] ?? 0;
  return Number(day) >= 1 && Number(day) <= length ? `${year}-${month}-${day}` : null;
}
