import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { MUTANTS } from '../../src/mutants/index.ts';
import { RULES } from '../../src/rulebook/index.ts';
import { stringsOf } from './strings.ts';

/** A text that people read, and where it stands. */
export type HeldText = { readonly where: string; readonly text: string };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Documents whose business the wrong words are. */
const OWN = ['docs/GLOSSARY.md'];

const read = (name: string): string => readFileSync(`${ROOT}${name}`, 'utf8');

const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.endsWith(`.test${ending}`))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

/** The prose of a Markdown text: no code, no targets of links. A paragraph keeps its line breaks. */
export const proseOf = (markdown: string): string =>
  markdown
    .replaceAll(/```[\s\S]*?```/g, blank)
    .replaceAll(/`[^`\n]*`/g, '`')
    .replaceAll(/\]\([^)\s]*\)/g, ']');

/** The paragraphs of a text, each with the line (from 1) on which it begins. */
function paragraphsOf(name: string, text: string): HeldText[] {
  let line = 1;
  return text.split(/\n(?=\s*\n|\s*[-*|#]|\s*\d+\. )/).map((part) => {
    const where = `${name}:${line}`;
    line += part.split('\n').length;
    return { where, text: part };
  });
}

const documents = (): HeldText[] =>
  [
    'README.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    ...filesUnder('docs', '.md'),
    ...filesUnder('rules', '.md'),
  ]
    .filter((name) => !OWN.includes(name))
    .flatMap((name) => paragraphsOf(name, proseOf(read(name))));

/** What a page of a template shows: its text, and the labels for screen readers. */
const shownOf = (template: string): string =>
  template
    .replaceAll(/\{\{\{?[^}]*\}\}\}?/g, '…')
    .replaceAll(/<[^>]*>/g, (tag) =>
      [...tag.matchAll(/(?:aria-label|title|alt)="([^"]*)"/g)].map(([, label]) => label).join(' '),
    );

const templates = (): HeldText[] =>
  filesUnder('src/report/templates', '.hbs').flatMap((name) =>
    shownOf(read(name))
      .split('\n')
      .map((text, index) => ({ where: `${name}:${index + 1}`, text })),
  );

/** Messages: string literals of more than one word. Names of options and fields are single words. */
const messages = (folder: string): HeldText[] =>
  filesUnder(folder, '.ts')
    .filter((name) => !name.endsWith('.data.ts'))
    .flatMap((name) =>
      stringsOf(read(name))
        .filter(({ text }) => /\S\s+\S/.test(text) && !/\bSELECT\b|\bFROM\b|^--/.test(text))
        .map(({ line, text }) => ({ where: `${name}:${line}`, text })),
    );

const summaries = (): HeldText[] =>
  MUTANTS.map(({ id, summary }) => ({ where: `the summary of the mutant ${id}`, text: summary }));

const scenarios = (): HeldText[] =>
  filesUnder('scenarios', '.yaml').flatMap((name) => {
    const { title = '', why = '' } = parse(read(name)) as { title?: string; why?: string };
    return [
      { where: `${name}, title`, text: title },
      { where: `${name}, why`, text: why },
    ];
  });

const rules = (): HeldText[] =>
  RULES.flatMap(({ id, subject, statement, disposition }) => [
    { where: `rules/${subject}.yaml, ${id}`, text: statement },
    {
      where: `rules/${subject}.yaml, disposition of ${id}`,
      text: Object.entries(disposition)
        .filter(([field]) => field !== 'rules')
        .map(([, value]) => (typeof value === 'string' ? value : Object.values(value).flat().join('; ')))
        .join('; '),
    },
  ]);

/** Every text of more than one word in the packs, calendars and layouts. */
function written(): HeldText[] {
  const textsIn = (value: unknown): string[] => {
    if (typeof value === 'string') return /\S\s+\S/.test(value) ? [value] : [];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
  };
  return ['rules/packs', 'rules/calendars', 'rules/layouts']
    .flatMap((folder) => filesUnder(folder, '.yaml'))
    .flatMap((name) => textsIn(parse(read(name))).map((text) => ({ where: name, text })));
}

/** The texts of a generated JSON document: what stands under `summary`, `description` or `title`. */
function describedIn(name: string): HeldText[] {
  const found: HeldText[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && ['summary', 'description'].includes(key))
        found.push({ where: `${name}${path}`, text: inner });
      walk(inner, `${path}/${key}`);
    }
  };
  walk(JSON.parse(read(name)), '');
  return found;
}

/** Folders whose string literals people read. Checks and facts hold no sentence. */
const MESSAGES = [
  'adapters',
  'audit',
  'cli',
  'contract',
  'entries',
  'history',
  'reference-impl',
  'report',
  'rulebook',
  'run',
  'simulator',
].map((layer) => `src/${layer}`);

/** Every text that the glossary governs. */
export const heldTexts = (): HeldText[] => [
  ...documents(),
  ...templates(),
  ...MESSAGES.flatMap(messages),
  ...summaries(),
  ...scenarios(),
  ...rules(),
  ...written(),
  ...filesUnder('docs', '.json').flatMap(describedIn),
];
