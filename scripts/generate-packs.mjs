/**
 * Reads rules/packs, rules/calendars and rules/layouts (YAML) and writes what the library and editors need of them: the
 * packs and calendars as modules, and the JSON Schema of a pack. `--check` writes nothing and tells what is stale.
 * Exit codes: 0 done or fresh, 1 stale, 2 a file that breaks the grammar.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { parseDocument } from 'yaml';
import { z } from 'zod';

const { values } = parseArgs({ options: { check: { type: 'boolean' }, root: { type: 'string' } } });
const root = values.root ?? dirname(dirname(fileURLToPath(import.meta.url)));

/** Stops with what is wrong in a file. */
const refuse = (says) => {
  process.stderr.write(`${says}\n`);
  process.exit(2);
};

/** The grammar is that of the library; it is compiled by itself, since what is generated is needed to compile the rest. */
async function grammar() {
  const out = join(root, 'node_modules/.cache/portalproof-packs');
  const sources = ['written/grammar.ts', 'written/calendars.ts'].map((name) =>
    join(root, 'src/rulebook', name),
  );
  const options = [
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--rewriteRelativeImportExtensions',
    '--skipLibCheck',
  ];
  const tsc = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      ...['--ignoreConfig', '--rootDir', join(root, 'src/rulebook'), '--outDir', out, ...options],
      ...sources,
    ],
    { encoding: 'utf8' },
  );
  // What is generated may be missing still, which is an error of types; the code of the grammar needs none of it.
  if (!existsSync(join(out, 'written/grammar.js'))) refuse(tsc.stdout);
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }');
  const load = (name) => import(pathToFileURL(join(out, name)).href);
  return { ...(await load('written/grammar.js')), ...(await load('written/calendars.js')) };
}

const { holidaysSchema, layoutSchema, packSchema, zonesSchema } = await grammar();

function parsed(path, schema) {
  const document = parseDocument(readFileSync(join(root, path), 'utf8'), { merge: true, uniqueKeys: true });
  const [error] = document.errors;
  if (error) refuse(`${path}: ${error.message}`);
  const read = schema.safeParse(document.toJS());
  return read.success ? read.data : refuse(`${path}:\n${z.prettifyError(read.error)}`);
}

const filesIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${folder}/${name}`);

/** Packs by which a portal is played come first: the first of them is that of the plan. */
const ORDER = ['allways-commercial', 'evicore-medicaid', 'evicore-medicare'];
const place = ({ pack }) => (ORDER.includes(pack) ? ORDER.indexOf(pack) : ORDER.length);
const packs = filesIn('rules/packs')
  .map((path) => parsed(path, packSchema))
  .sort((one, other) => place(one) - place(other));
const layouts = filesIn('rules/layouts').map((path) => parsed(path, layoutSchema));
const tables = filesIn('rules/calendars')
  .filter((path) => !path.endsWith('/zones.yaml'))
  .map((path) => parsed(path, holidaysSchema));
const { zones, known } = parsed('rules/calendars/zones.yaml', zonesSchema);

/** Ids of the catalogue, as `generate-rules` wrote them. */
const catalogue = new Set(
  [
    ...readFileSync(join(root, 'src/rulebook/rule-ids.ts'), 'utf8')
      .split('export type Subject')[0]
      .matchAll(/^ {2}\| '(.*?)'/gm),
  ].map(([, id]) => id),
);
for (const { pack, clocks, misreadings, core, rules, figures = {}, delegate = {} } of packs) {
  const named = [
    ...clocks.flatMap(({ rule, arms = [] }) => [rule, ...arms.flatMap((arm) => arm.rule ?? [])]),
    ...misreadings.map(({ rule }) => rule),
    ...core,
    ...[...Object.values(figures), ...Object.values(delegate)].flatMap((figure) => figure?.rules ?? []),
  ];
  for (const id of named)
    if (!catalogue.has(id) && !rules[id])
      refuse(`rules/packs/${pack}.yaml: ${id} is neither in the catalogue nor among the rules of the pack`);
}
for (const { pack, clocks } of packs) {
  for (const clock of clocks)
    if ((clock.arms === undefined) === (clock.as_parent === undefined))
      refuse(`rules/packs/${pack}.yaml: the clock of ${clock.rule} needs either arms or as_parent`);
}

const first = (from) => `// Generated from ${from} by \`npm run generate\`. Do not edit it by hand.\n`;
const record = (of) =>
  `{\n${Object.entries(of)
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`)
    .join('\n')}\n}`;
const byName = (list, name) => Object.fromEntries(list.map((one) => [one[name], one]));

const ownRules = [...new Set(packs.flatMap(({ rules }) => Object.keys(rules)))].sort();

const outputs = {
  'src/rulebook/pack-rule-ids.ts': `${first('rules/packs/*.yaml')}/** The id of a rule of a shipped pack that is not in the catalogue, such as that of a law. */
export type ShippedPackRuleId =
${ownRules.map((id) => `  | '${id}'`).join('\n')};
`,
  'src/rulebook/packs.data.ts': `${first('rules/packs/*.yaml')}import type { WrittenPack } from './written/grammar.ts';

/** The packs that are shipped, as they are written. */
export const WRITTEN_PACKS: readonly WrittenPack[] = [
${packs.map((pack) => `  ${JSON.stringify(pack)},`).join('\n')}
];
`,
  'src/rulebook/calendars.data.ts': `${first('rules/calendars/*.yaml and rules/layouts/*.yaml')}import type { Holiday, ZoneTransition } from './calendars.ts';
import type { WrittenLayout } from './written/grammar.ts';

/** Holidays by the name of their table. */
export const HOLIDAY_TABLES: Readonly<Record<'us-federal' | 'massachusetts' | 'suffolk', readonly Holiday[]>> = ${record(
    Object.fromEntries(tables.map(({ calendar, holidays }) => [calendar, holidays])),
  )};

/** Zones that a pack may name, and from when each keeps which offset. */
export const ZONES: Readonly<Record<string, readonly ZoneTransition[]>> = ${record(zones)};

/** Local dates between which the shipped holidays and zones are complete. */
export const FROZEN = ${JSON.stringify(known)} as const;

/** What may be known of one kind of case, by the name of its layout. */
export const LAYOUTS: Readonly<Record<'authorization', WrittenLayout>> = ${record(byName(layouts, 'layout'))};
`,
  'rules/packs/schema.json': `${JSON.stringify(z.toJSONSchema(packSchema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`,
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
