import type { Duty } from '../../rulebook/index.ts';

/** The slot of the last minute that each act takes, in ms before the limit, so that their order holds. */
const LAST_MINUTE: Record<Duty, readonly [from: number, to: number]> = {
  decision: [59_000, 40_000],
  verbal: [38_000, 20_000],
  'written-provider': [18_000, 10_000],
  'written-member': [9_000, 0],
};

/** A number in [0, 1) that depends on a text alone (FNV-1a). */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return (hash >>> 0) / 0x1_0000_0000;
}

const between = (from: number, to: number, part: number): number =>
  Math.round((from + (to - from) * part) / 1000) * 1000;

/**
 * When a desk acts inside a window: early, midway, late, or (two times in five) in the last minute.
 * `due` is the last instant that is in time under every interpretation. Instants are epoch ms.
 */
function instant(key: string, duty: Duty, start: number, due: number, patient: boolean): number {
  const style = patient ? 1 : fraction(`${key}/style`);
  const part = fraction(`${key}/part`);
  const [from, to] = LAST_MINUTE[duty];
  const last = Math.floor((due - from + (from - to) * part) / 1000) * 1000;
  if (style >= 0.6) return Math.max(start, Math.min(last, due));
  if (style < 0.2)
    return Math.min(due, Math.max(start, between(start, start + Math.min(due - start, 7_200_000), part)));
  const late = style < 0.4 ? 0.3 + part * 0.4 : 0.85 + part * 0.1;
  return Math.min(Math.max(start, between(start, due, late)), Math.max(start, last));
}

export const pace = { fraction, instant };
