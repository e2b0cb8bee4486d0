import type { Pack, RuleId } from '../../rulebook/index.ts';
import { armWords } from './words.ts';

/** The clocks in which a rule is an arm, in words: one line for each cell. */
export function explainClock(pack: Pack, rule: RuleId): string[] {
  return pack.clocks.flatMap(({ row, duties, part, arms, cell, cite }) => {
    const mine = arms.some((arm) => arm.rule === rule) || cell?.rule === rule;
    if (!mine) return [];
    const what = `${row}, ${duties.join(' and ')}${part ? ` of ${part === 'approval' ? 'an approval' : 'a denial'}` : ''}`;
    if (cell) return [`${what}: as the original request’s row (${cite})`];
    const limits = arms.map((arm) => {
      const only = arm.capScope ? ` (only where cap_scope is ${arm.capScope.join(' or ')})` : '';
      return `${armWords(arm.within, arm.of)}${only}${arm.rule === rule ? ' ←' : ''}`;
    });
    return [`${what}: ${limits.length > 1 ? 'the earliest of ' : ''}${limits.join('; ')} (${cite})`];
  });
}
