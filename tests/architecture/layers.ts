import { importsOf, resolved, sourcesUnder } from './imports.ts';

/** Who may import whom. A folder that is not here may import nothing of ours. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  rulebook: [],
  calendar: [],
  report: [],
  history: ['contract'],
  adapters: ['contract'],
  'reference-impl': ['contract', 'rulebook', 'calendar'],
  simulator: ['contract', 'rulebook', 'calendar'],
  facts: ['contract', 'history', 'rulebook', 'oracles'],
  oracles: ['contract', 'history', 'rulebook', 'facts'],
  mutants: ['reference-impl', 'contract'],
  run: ['contract', 'history', 'rulebook', 'oracles', 'adapters', 'simulator', 'report'],
  audit: ['rulebook', 'report'],
  load: ['contract', 'adapters', 'oracles'],
};

/** Folders that may import every other. */
const OPEN = ['cli', 'entries', ''];

const REMEDIES: Readonly<Record<string, string>> = {
  'oracles>calendar':
    'an oracle counts time for itself: use src/oracles/clocks, so that one bug cannot hide in both',
  'oracles>reference-impl':
    'an oracle never asks the reference implementation what is right: derive it from the history and the world',
  'reference-impl>oracles': 'the portal may not know what it is judged by',
  'report>run': 'results are values: hand them in through src/run/results.ts',
};

export type Breach = { readonly file: string; readonly says: string };

/** Things that only the command line may reach for, each with what to do instead. */
const PORTS: readonly (readonly [pattern: RegExp, remedy: string])[] = [
  [/\bDate\.now\(|new Date\(\)/, 'the clock is an argument: take an instant'],
  [/\bMath\.random\(/, 'randomness is an argument: take a seed'],
  [/\bconsole\./, 'the console belongs to src/cli: return a value'],
  [/\bprocess\.(?:env|argv|exit|stdout|stderr)/, 'the process belongs to src/cli: take an option'],
  [/from 'node:fs'/, 'the disk belongs to src/cli: take the text'],
];

/** Every breach of the layers in one file. `path` is relative to src/. */
export function breachesOf(path: string, text: string): Breach[] {
  const file = path.replaceAll('\\', '/');
  const folder = file.includes('/') ? (file.split('/')[0] ?? '') : '';
  if (OPEN.includes(folder)) return [];
  const found: Breach[] = [];
  for (const target of importsOf(text)) {
    if (!target.startsWith('.')) continue;
    // Types alone, generated: whoever names a rule names it by a type.
    if (target.endsWith('/rulebook/rule-ids.ts')) continue;
    const other = resolved(file, target).split('/')[0] ?? '';
    if (other === folder || (LAYERS[folder] ?? []).includes(other)) continue;
    const remedy =
      REMEDIES[`${folder}>${other}`] ??
      `${folder} may import ${LAYERS[folder]?.join(', ') || 'nothing of ours'}`;
    found.push({ file, says: `src/${file} imports ${target}: ${remedy}` });
  }
  for (const [pattern, remedy] of PORTS) {
    if (pattern.test(text))
      found.push({ file, says: `src/${file} reaches for ${pattern.source}: ${remedy}` });
  }
  return found;
}

/** Every breach under a folder of sources. */
export function breachesUnder(root: string): Breach[] {
  return [...sourcesUnder(root)]
    .filter(([file]) => !file.endsWith('.test.ts'))
    .flatMap(([file, text]) => breachesOf(file, text));
}
