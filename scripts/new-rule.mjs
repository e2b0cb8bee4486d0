/**
 * Writes the skeletons of a rule: its row, a check with a test table, a mutant and a scenario, under the subject’s name.
 * `npm run new-rule -- <id> [--subject <subject>] [--binds plan|provider|delegate|member]`. It writes no file that exists,
 * and adds lines to three that do: the subject’s rules and the two lists of its checks and mutants. What it writes
 * compiles, and its tests fail until every `FILL IN` is done.
 * Exit codes: 0 written, 2 an id or subject that cannot be used.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checkText, mutantText, rowText, scenarioText, tableText } from './rule-skeletons.mjs';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    subject: { type: 'string' },
    binds: { type: 'string', default: 'plan' },
    root: { type: 'string', default: home },
  },
});
const { root, binds } = values;
const [id] = positionals;

/** Stops with what is wrong, having written nothing. */
const refuse = (says) => {
  process.stderr.write(`${says}\n`);
  process.exit(2);
};

const read = (name) => readFileSync(join(root, name), 'utf8');
const has = (name) => existsSync(join(root, name));

/** The rules of a subject’s file, each with the document of its group. The generator reads the files properly. */
function rulesIn(name) {
  const found = [];
  let document = '';
  for (const line of read(`rules/${name}`).split('\n')) {
    document = /^- document: (\S+)/.exec(line)?.[1] ?? document;
    const [, rule] = /^\s+- id: (\S+)/.exec(line) ?? [];
    if (rule) found.push({ id: rule, subject: name.slice(0, -'.yaml'.length), document });
  }
  return found;
}

const rules = readdirSync(join(root, 'rules'))
  .filter((name) => name.endsWith('.yaml') && name !== 'sources.yaml')
  .flatMap(rulesIn);

/** The rules whose ids share most leading words with the new one, and at least one. */
function relatives() {
  const words = id.split('.');
  for (let count = words.length - 1; count > 0; count -= 1) {
    const start = `${words.slice(0, count).join('.')}.`;
    const found = rules.filter((rule) => rule.id.startsWith(start));
    if (found.length > 0) return found;
  }
  return [];
}

function subjectOf() {
  const subjects = [...new Set(rules.map(({ subject }) => subject))].sort();
  const near = [...new Set(relatives().map(({ subject }) => subject))].sort();
  const subject = values.subject ?? (near.length === 1 ? near[0] : undefined);
  if (subject === undefined)
    return refuse(
      `say --subject; ${near.length > 0 ? `ids that begin alike are in ${near.join(', ')}` : `it is one of ${subjects.join(', ')}`}`,
    );
  if (!subjects.includes(subject))
    return refuse(`there is no subject ${subject}; it is one of ${subjects.join(', ')}`);
  if (!has(`src/oracles/${subject}/index.ts`))
    return refuse(
      `no rule of ${subject} has a check, since no interface shows it: add a row to rules/${subject}.yaml with its disposition`,
    );
  if (binds !== 'provider' && !has(`src/mutants/${subject}/index.ts`))
    return refuse(`${subject} has no mutants: its rules bind providers, so say --binds provider`);
  return subject;
}

const camel = (words) => words.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** The name of the new files: the last words of the id, as few as give files and an identifier that are not taken. */
function nameOf(subject) {
  const words = id.split('.');
  const lists = ['oracles', 'mutants'].map((layer) => `src/${layer}/${subject}/index.ts`).filter(has);
  for (let count = 1; count <= words.length; count += 1) {
    const name = words.slice(-count).join('-');
    const taken =
      lists.some((list) => new RegExp(`\\b${camel(name)}\\b`).test(read(list))) ||
      [
        `src/oracles/${subject}/${name}.ts`,
        `src/mutants/${subject}/${name}.ts`,
        `scenarios/${subject}/${name}.yaml`,
      ].some(has);
    if (/^[a-z]/.test(name) && !taken) return name;
  }
  return refuse(`the files of ${id} exist: ${words.join('-')} in src/oracles/${subject} or beside it`);
}

/** A list of checks or mutants with one more file in it. */
function withEntry(text, name) {
  const identifier = camel(name);
  const imports = [...text.matchAll(/^import .*$/gm)].map(([line]) => line);
  const added = `import { ${identifier} } from './${name}.ts';`;
  const place = (line) => /'([^']+)'/.exec(line)?.[1] ?? '';
  const sorted = [...imports, added].sort((a, b) => (place(a) < place(b) ? -1 : 1));
  const [list, before, entries] = /^(export const \w+: readonly \w+\[\] = )\[([\s\S]*?)\];/m.exec(text) ?? [];
  if (list === undefined) return null;
  const all = [
    ...entries
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
    `...${identifier}`,
  ];
  const short = `${before}[${all.join(', ')}];`;
  const long = `${before}[\n${all.map((entry) => `  ${entry},\n`).join('')}];`;
  return text.replace(imports.join('\n'), sorted.join('\n')).replace(list, short.length > 110 ? long : short);
}

/** The list of checks of time frames, with the rule in it; its clock stands in a pack. */
const withTimeFrame = (text) =>
  text.replace(/\n {2}\),\n {2}judgeTimeframes/, `\n    '${id}',\n  ),\n  judgeTimeframes`);

/** What to write, by path: whole files that are new, and files with lines added. */
function outputs(subject, name) {
  const [nearest = rules.find((rule) => rule.subject === subject)] = relatives().filter(
    (rule) => rule.subject === subject,
  );
  const about = { id, subject, name, identifier: camel(name), binds, document: nearest.document };
  const timed = subject === 'time-frames';
  const checks = `src/oracles/${subject}/index.ts`;
  const mutants = `src/mutants/${subject}/index.ts`;
  const rows = `rules/${subject}.yaml`;
  return {
    [rows]: `${read(rows).trimEnd()}\n\n${rowText(about)}`,
    [checks]: timed ? withTimeFrame(read(checks)) : withEntry(read(checks), name),
    ...(timed
      ? {}
      : {
          [`src/oracles/${subject}/${name}.ts`]: checkText(about),
          [`src/oracles/${subject}/${name}.test.ts`]: tableText(about),
        }),
    ...(binds === 'provider'
      ? {}
      : {
          [mutants]: withEntry(read(mutants), name),
          [`src/mutants/${subject}/${name}.ts`]: mutantText(about),
        }),
    [`scenarios/${subject}/${name}.yaml`]: scenarioText(about),
  };
}

if (id === undefined || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(id))
  refuse('say an id: words of a-z, 0-9 and -, joined by dots, such as um.concurrent.benefit-check');
if (!['plan', 'provider', 'delegate', 'member'].includes(binds))
  refuse(`--binds is plan, provider, delegate or member, not ${binds}`);
if (rules.some((rule) => rule.id === id) || read('docs/rule-ids.txt').split('\n').includes(id))
  refuse(`the id ${id} is taken: rule ids are never used again`);
const subject = subjectOf();
const name = nameOf(subject);
const written = Object.entries(outputs(subject, name));
const odd = written.find(([, text]) => text === null || text === undefined);
if (odd) refuse(`${odd[0]} has another form than expected: add the rule to it by hand`);
for (const [file, text] of written) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  process.stdout.write(`written: ${file}\n`);
}
const generated = spawnSync(process.execPath, [join(home, 'scripts/generate-rules.mjs'), '--root', root], {
  encoding: 'utf8',
});
process.stdout.write(generated.stdout);
if (generated.status !== 0) refuse(generated.stderr);
process.stdout.write(`
Next, in this order (docs/ADDING-A-RULE.md):
  1. rules/${subject}.yaml: the statement with its level in capitals, the heading of the source, kind and basis; then npm run generate
${subject === 'time-frames' ? '  2. rules/packs/<pack>.yaml: the clock; then npm run generate' : `  2. src/oracles/${subject}/${name}.ts and its test: what is expected and observed, one history that keeps it and one that breaks it\n     npx vitest run src/oracles/${subject}/${name}.test.ts`}
  3. scenarios/${subject}/${name}.yaml: what happens and what must be found, worked out by hand
     npm run portalproof -- run --suite ${subject}/${name}
${binds === 'provider' ? '' : `  4. src/mutants/${subject}/${name}.ts: the fault\n     npm run selftest -- --only ${subject === 'time-frames' ? name : id.replaceAll('.', '-')}\n`}  5. UPDATE=1 npx vitest run tests/generated-files.test.ts tests/report.test.ts
  6. npm test
Tests fail while a FILL IN is left.
`);
