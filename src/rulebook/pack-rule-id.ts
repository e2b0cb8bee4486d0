import type { ShippedPackRuleId } from './pack-rule-ids.ts';
import type { RuleId } from './rule-ids.ts';

declare const own: unique symbol;

/** The id of a rule of a user's own pack. */
export type OwnRuleId = string & { readonly [own]: true };

/** The id of a rule that a pack may name: of the catalogue, of a shipped law, or of a user's own text. */
export type PackRuleId = RuleId | ShippedPackRuleId | OwnRuleId;
