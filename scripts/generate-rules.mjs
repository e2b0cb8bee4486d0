/**
 * Reads rules/*.yaml and writes what the library and editors need of it: the types of ids, the catalogue as a module,
 * and the JSON Schema of the files. `--check` writes nothing and tells what is stale.
 * Exit codes: 0 done or fresh, 1 stale, 2 a file that breaks the grammar.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { rulesOf, subjectSchema } from './rules-grammar.mjs';

const { values } = parseArgs({ options: { check: { type: 'boolean' }, root: { type: 'string' } } });
const root = values.root ?? dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'rules');

/** Stops with what is wrong in a file. */
const refuse = (says) => {
  process.stderr.write(`${says}\n`);
  process.exit(2);
};

function parsed(name) {
  const doc = parseDocument(readFileSync(join(folder, name), 'utf8'), { uniqueKeys: true });
  const [error] = doc.errors;
  if (error) refuse(`rules/${name}: ${error.message}`);
  return doc.toJS();
}

/** The words that share most with a text: for messages about an id that is not there. */
const near = (asked, ids) => {
  const last = asked.split('.').at(-1);
  return ids
    .filter((id) => id.startsWith(asked) || id.endsWith(`.${last}`) || asked.startsWith(id))
    .slice(0, 3);
};

/** Tells of ids that are given twice and of references that lead nowhere. */
function verify(rules) {
  const seen = new Map();
  for (const { id, subject, sameAs = [] } of rules)
    for (const one of [id, ...sameAs]) {
      if (seen.has(one))
        refuse(`rules/${subject}.yaml: the id ${one} is taken in rules/${seen.get(one)}.yaml`);
      seen.set(one, subject);
    }
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  for (const { id, subject, disposition } of rules) {
    for (const other of disposition.rules ?? []) {
      const target = byId.get(other);
      const hint = near(other, [...byId.keys()]);
      if (!target)
        refuse(
          `rules/${subject}.yaml: ${id} is summed up by ${other}, which does not exist${hint.length > 0 ? `; near it: ${hint.join(', ')}` : ''}`,
        );
      if (!target.disposition.is.startsWith('judged'))
        refuse(`rules/${subject}.yaml: ${id} is summed up by ${other}, which is not judged itself`);
    }
  }
}

const documents = parsed('sources.yaml');
const schema = subjectSchema(Object.keys(documents));
const subjects = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml') && name !== 'sources.yaml')
  .map((name) => name.slice(0, -'.yaml'.length))
  .sort();
const rules = subjects.flatMap((subject) => {
  const read = schema.safeParse(parsed(`${subject}.yaml`));
  if (!read.success) refuse(`rules/${subject}.yaml:\n${z.prettifyError(read.error)}`);
  try {
    return rulesOf(subject, read.data);
  } catch (error) {
    return refuse(`rules/${subject}.yaml: ${error.message}`);
  }
});
verify(rules);

const FIRST = '// Generated from rules/*.yaml by `npm run generate`. Do not edit it by hand.\n';
const quoted = (text) => `'${text}'`;
const union = (name, says, words) =>
  `/** ${says} */\nexport type ${name} =\n  | ${words.map(quoted).join('\n  | ')};\n`;

const outputs = {
  'src/rulebook/rule-ids.ts': `${FIRST}${union(
    'RuleId',
    'The id of a rule. It is never glued from parts, so that a search for it finds all that there is of the rule.',
    rules.map(({ id }) => id).sort(),
  )}\n${union('Subject', 'What a rule is about: the name of its file in rules/, and of folders in every layer.', subjects)}
${union('DocumentKey', 'A source document, by the key that rules/sources.yaml gives it.', Object.keys(documents))}`,
  'src/rulebook/catalogue.data.ts': `${FIRST}import type { Rule } from './rule.ts';
import type { DocumentKey } from './rule-ids.ts';

/** The titles of the source documents, by key. */
export const DOCUMENTS: Readonly<Record<DocumentKey, string>> = ${JSON.stringify(documents)};

/** Every rule, by subject, in the order of the files. */
export const RULES: readonly Rule[] = [
${rules.map((rule) => `${JSON.stringify(rule)},`).join('\n')}
];
`,
  'rules/schema.json': `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
};

const stale = Object.entries(outputs).filter(
  ([name, text]) => !existsSync(join(root, name)) || readFileSync(join(root, name), 'utf8') !== text,
);
if (!values.check) for (const [name, text] of stale) writeFileSync(join(root, name), text);
for (const [name] of stale) process.stdout.write(`${values.check ? 'stale' : 'written'}: ${name}\n`);
if (values.check && stale.length > 0) {
  process.stdout.write('run npm run generate\n');
  process.exitCode = 1;
}
