import { anchorColumns } from './check.ts';
import type { AuditPack } from './model.ts';

/** A clock that a log cannot be judged by, since it lacks a column: what is not there cannot be late. */
export type OutOfReach = { readonly duty: string; readonly rule: string; readonly column: string };

/**
 * The pack as far as a log with some columns can be judged by it, and the clocks that fall away. A column
 * that is not there is no event that did not happen.
 */
export function withinReach(
  pack: AuditPack,
  has: (column: string) => boolean,
): { readonly pack: AuditPack; readonly lost: readonly OutOfReach[] } {
  const lost: OutOfReach[] = [];
  const stops = new Map(pack.duties.map(({ name, stop }) => [name, stop]));
  const clocks = pack.clocks.filter((clock) => {
    const stop = stops.get(clock.duty);
    const wanted = [
      ...(stop?.take === 'first' && stop.columns.some(has) ? [] : (stop?.columns ?? [])),
      ...clock.arms.flatMap(({ of }) => anchorColumns(of)).filter((name) => !name.startsWith('parent.')),
    ];
    const missing = wanted.find((name) => !has(name));
    if (missing === undefined) return true;
    const rule = clock.arms[0]?.rule ?? '';
    if (!lost.some((own) => own.duty === clock.duty && own.rule === rule))
      lost.push({ duty: clock.duty, rule, column: missing });
    return false;
  });
  return { pack: { ...pack, clocks }, lost };
}
