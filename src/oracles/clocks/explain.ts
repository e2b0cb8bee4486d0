import { type Clock, kindsOf, type PackRuleId, type RulePack, rulesOfClock } from '../../rulebook/index.ts';
import { armWords } from './words.ts';

/** The parts of a duty that a clock tells apart, in words. */
function partWords({ parts }: Clock): string {
  const [part, ...more] = parts;
  if (part === undefined || more.length > 0) return '';
  return ` of ${part === 'approval' ? 'an approval' : part === 'denial' ? 'a denial' : part}`;
}

/** The clocks in which a rule is an arm, in words: one line for each cell. */
export function explainClock(pack: RulePack, rule: PackRuleId): string[] {
  return pack.clocks.flatMap((clock) => {
    if (!rulesOfClock(clock).includes(rule)) return [];
    const { duties, arms, asParent, cite } = clock;
    const what = [...kindsOf(clock), `${duties.join(' and ')}${partWords(clock)}`].join(', ');
    if (asParent) return [`${what}: as the original request’s row (${cite})`];
    const limits = arms.map((arm) => {
      const only = arm.capScope ? ` (only where cap_scope is ${arm.capScope.join(' or ')})` : '';
      return `${armWords(pack, arm)}${only}${arm.rule === rule ? ' ←' : ''}`;
    });
    return [`${what}: ${limits.length > 1 ? 'the earliest of ' : ''}${limits.join('; ')} (${cite})`];
  });
}
