import { replacingParts } from '../src/mutants/mutant.ts';
import { finding } from '../src/oracles/finding.ts';
import { type Clock, type Pack, type RuleId, ruleOf } from '../src/rulebook/index.ts';

const SKETCH = { case: 'A', verdict: 'met', events: [] } as const;

/** Lines that must not compile. Where one does, `npm run types` says that its directive is unused. */
export const misspelled = {
  rule: (): unknown =>
    // @ts-expect-error: the rule is um.preservice-urgent.decision-72h.
    ruleOf('um.preservice-urgent.decision-72'),
  finding: (): unknown =>
    // @ts-expect-error: no such rule.
    finding({ ...SKETCH, rule: 'um.notthere' }),
  cause: (): unknown =>
    // @ts-expect-error: no such rule.
    finding({ ...SKETCH, rule: 'um.authid.unique', causedBy: 'um.x' }),
  mutant: (): unknown =>
    replacingParts({
      id: 'planted',
      // @ts-expect-error: no such rule.
      breaks: 'portal.docs.ordre-newest-first',
      summary: 'It is planted.',
      replace: (parts) => parts,
    }),
  clock: (clock: Clock<RuleId>): Clock<RuleId> => ({
    ...clock,
    // @ts-expect-error: no such rule.
    arms: [{ rule: 'um.preservice-urgent.decision-71h', within: [3, 'hours'], of: { fact: 'received' } }],
  }),
  pack: (pack: Pack): Pack => ({
    ...pack,
    // @ts-expect-error: no such rule.
    core: ['um.preservice-urgent.decision'],
  }),
};
