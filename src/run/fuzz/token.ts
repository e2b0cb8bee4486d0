import { type Cut, RESTS, WHOLE } from './cut.ts';
import type { Origin } from './scenario.ts';

const FORM = /^pp1\.([A-Za-z0-9_-]+)\.(\d+)(?:\.([0-9a-f]*)\.([0-5]))?$/;

/** Bits as hexadecimal digits, the first bit the lowest of the first digit. */
function hexOf(out: ReadonlySet<number>): string {
  const digits: number[] = [];
  for (const place of out) {
    const digit = place >> 2;
    while (digits.length <= digit) digits.push(0);
    digits[digit] = (digits[digit] ?? 0) | (1 << (place & 3));
  }
  return digits.map((digit) => digit.toString(16)).join('');
}

const outOf = (hex: string): Set<number> =>
  new Set(
    [...hex].flatMap((digit, place) =>
      [0, 1, 2, 3].filter((bit) => Number.parseInt(digit, 16) & (1 << bit)).map((bit) => 4 * place + bit),
    ),
  );

/** One word by which a random scenario is played again, whole or minimized. */
export function tokenOf({ seed, index }: Origin, cut: Cut = WHOLE): string {
  const whole = `pp1.${Buffer.from(seed).toString('base64url')}.${index}`;
  if (cut.out.size === 0 && cut.rest === 'drawn') return whole;
  return `${whole}.${hexOf(cut.out)}.${RESTS.indexOf(cut.rest)}`;
}

/** What a token stands for. Throws RangeError for a text that is no token. */
export function readToken(text: string): { readonly origin: Origin; readonly cut: Cut } {
  const [, seed, index, hex = '', rest = '0'] = FORM.exec(text.trim()) ?? [];
  const chosen = RESTS[Number(rest)];
  if (seed === undefined || index === undefined || chosen === undefined)
    throw new RangeError(`“${text}” is no replay token; one looks like pp1.MQ.17 or pp1.MQ.17.0f2.3`);
  const origin = { seed: Buffer.from(seed, 'base64url').toString('utf8'), index: Number(index) };
  return { origin, cut: { out: outOf(hex), rest: chosen } };
}
