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
