import { RULES } from './catalogue.data.ts';
import type { Rule } from './rule.ts';
import type { RuleId } from './rule-ids.ts';

const byId = new Map<string, Rule>(RULES.map((rule) => [rule.id, rule]));
const byOther = new Map(RULES.flatMap((rule) => (rule.sameAs ?? []).map((other) => [other, rule] as const)));

/** Whether a text from outside is the id of a rule; another document's id for a rule is not. */
export const isRuleId = (text: string): text is RuleId => byId.has(text);

/** The rule of an id, or of another document's id for the same rule; undefined when there is none. */
export const findRule = (id: string): Rule | undefined => byId.get(id) ?? byOther.get(id);

/** The rule of an id. Throws RangeError when the catalog has none: a bug of ours, never of a portal. */
export function ruleOf(id: RuleId): Rule {
  const rule = byId.get(id);
  if (!rule) throw new RangeError(`the catalog has no rule ${id}; see \`portalproof rules\``);
  return rule;
}

/** Whether checks of a run judge a rule, be it in part. */
export const isJudged = ({ disposition }: Rule): boolean =>
  disposition.is === 'judged' || disposition.is === 'judged in part';

/** The clauses of a rule's statement that no check looks at; none where it is judged whole. */
export const notJudgedIn = ({ disposition }: Rule): readonly string[] =>
  disposition.is === 'judged in part' ? disposition.clauses.notJudged : [];

/** Up to five ids that resemble a text which is none: those that hold it, else those that share its last word or its beginning. */
export function nearRuleIds(text: string): RuleId[] {
  const ids = RULES.map(({ id }) => id);
  const holding = ids.filter((id) => id.includes(text));
  if (holding.length > 0) return holding.slice(0, 5);
  const last = text.slice(text.lastIndexOf('.'));
  const first = text.slice(0, text.lastIndexOf('.') + 1);
  const alike = ids.filter(
    (id) => (last.length > 3 && id.endsWith(last)) || (first.length > 3 && id.startsWith(first)),
  );
  return alike.slice(0, 5);
}
