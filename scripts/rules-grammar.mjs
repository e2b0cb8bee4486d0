/** The grammar of rules/<subject>.yaml, and what it fills in. rules/README.md tells it in words. */
import { z } from 'zod';

const text = z.string().min(1);
const id = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'an id is words of a-z, 0-9 and -, joined by dots');

/** What a statement binds with. */
const level = z.enum(['MUST', 'MUST NOT', 'SHOULD', 'MAY']);
/** Whether the document says it, or it was concluded; `unjudged`: read, but not yet held against the text. */
const basis = z.enum(['stated', 'derived', 'inferred', 'observed', 'unjudged']);
const severity = z.enum(['fail', 'warn', 'info']);
const binds = z.enum(['plan', 'provider', 'delegate', 'member']);
const kind = z.enum([
  'content',
  'exception',
  'payment-consequence',
  'permission',
  'process',
  'ratio',
  'routing',
  'state-transition',
  'timeframe',
  'ui',
  'validation',
  'visibility',
]);

const disposition = z
  .union([
    z.enum(['judged', 'judged in audit only']),
    z.strictObject({
      'judged in part': z.strictObject({
        judged: z
          .array(text)
          .min(1)
          .meta({ description: 'The clauses of the statement that a check looks at' }),
        'not judged': z
          .array(text)
          .min(1)
          .meta({ description: 'The clauses that no check looks at, and why' }),
      }),
    }),
    z.strictObject({
      'summed up by': z
        .array(id)
        .min(1)
        .meta({ description: 'The rules that judge it, where it has no fact of its own' }),
      'not judged': z
        .array(text)
        .min(1)
        .optional()
        .meta({ description: 'The clauses that none of them looks at' }),
    }),
    z.strictObject({
      'not judgeable': text.meta({ description: 'The fact that is missing' }),
      interface: text
        .optional()
        .meta({ description: 'The interface that could supply the fact; left out: none' }),
    }),
    z.strictObject({ 'not yet': text.meta({ description: 'What it waits for' }) }),
  ])
  .meta({ description: 'What the project does about the rule; left out: judged' });

/** Fields that a group may give for all of its rules. */
const usual = {
  level: level.optional().meta({ description: 'Left out: MUST' }),
  basis: basis.optional().meta({ description: 'Left out: stated' }),
  binds: binds.optional().meta({ description: 'Who has to act; left out: plan' }),
  kind: kind.optional(),
  disposition: disposition.optional(),
};

const sourceOf = (documents) => ({
  document: z.enum(documents).meta({ description: 'A key of sources.yaml' }),
  heading: text.meta({ description: 'The heading under which the document says it' }),
});

/**
 * The schema of one file of rules.
 * @param {[string, ...string[]]} documents The keys of sources.yaml.
 */
export const subjectSchema = (documents) => {
  const source = sourceOf(documents);
  const rule = z.strictObject({
    id,
    statement: text.meta({ description: 'The requirement in one sentence, with its level in capitals' }),
    ...usual,
    severity: severity.optional().meta({
      description:
        'Left out: fail for MUST and MUST NOT that are stated or derived, info for MAY, warn for all others',
    }),
    alsoIn: z
      .array(z.strictObject(source))
      .min(1)
      .optional()
      .meta({ description: 'Further places that say it' }),
    sameAs: z
      .array(id)
      .min(1)
      .optional()
      .meta({ description: 'Ids that other documents gave to the same rule' }),
  });
  return z.array(
    z.strictObject({
      ...source,
      defaults: z.strictObject(usual).optional().meta({ description: 'Values for all rules of the group' }),
      rules: z.array(rule).min(1),
    }),
  );
};

/** The severity of a rule that names none. */
const usualSeverity = ({ level, basis }) => {
  if (level === 'MAY') return 'info';
  return level !== 'SHOULD' && ['stated', 'derived'].includes(basis) ? 'fail' : 'warn';
};

/** A disposition as the library holds it. */
const dispositionOf = (given) => {
  if (typeof given === 'string') return { is: given };
  if ('not yet' in given) return { is: 'not yet', waitsFor: given['not yet'] };
  if ('summed up by' in given)
    return { is: 'summed up by', rules: given['summed up by'], notJudged: given['not judged'] ?? [] };
  if ('not judgeable' in given)
    return { is: 'not judgeable', missing: given['not judgeable'], interface: given.interface ?? 'none' };
  const { judged, 'not judged': notJudged } = given['judged in part'];
  return { is: 'judged in part', clauses: { judged, notJudged } };
};

/**
 * The rules of one parsed file, with every value filled in.
 * @param {string} subject The name of the file without its ending.
 * @param {z.infer<ReturnType<typeof subjectSchema>>} groups
 */
export const rulesOf = (subject, groups) =>
  groups.flatMap(({ document, heading, defaults, rules }) =>
    rules.map((row) => {
      const { statement, alsoIn = [], sameAs, severity, ...own } = row;
      const filled = {
        level: 'MUST',
        basis: 'stated',
        binds: 'plan',
        disposition: 'judged',
        ...defaults,
        ...own,
      };
      if (!filled.kind) throw new Error(`${row.id}: give a kind, to the rule or to its group`);
      return {
        id: row.id,
        subject,
        level: filled.level,
        basis: filled.basis,
        severity: severity ?? usualSeverity(filled),
        kind: filled.kind,
        binds: filled.binds,
        statement,
        sources: [{ document, heading }, ...alsoIn],
        ...(sameAs ? { sameAs } : {}),
        disposition: dispositionOf(filled.disposition),
      };
    }),
  );
