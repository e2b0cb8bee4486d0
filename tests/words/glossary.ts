import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { DOCUMENTS } from '../../src/rulebook/index.ts';

const text = z.string().min(1);

const source = z.union([
  z.strictObject({ document: z.enum(Object.keys(DOCUMENTS) as [keyof typeof DOCUMENTS]), heading: text }),
  z.strictObject({ standard: text }),
]);

const never = z.union([
  text.transform((words) => ({ words, for: null, except: [] as string[] })),
  z.strictObject({
    words: text,
    for: text.nullable().default(null),
    except: z.array(text).default([]),
  }),
]);

const glossary = z.array(
  z.strictObject({
    title: text,
    terms: z.array(
      z.strictObject({
        use: text,
        meaning: text,
        never: z.array(never).default([]),
        source: source.nullable().default(null),
      }),
    ),
  }),
);

/** The groups of the glossary, in its order. */
export type Glossary = z.infer<typeof glossary>;

/** One entry of the glossary. */
type Term = Glossary[number]['terms'][number];

/** Reads a glossary. Throws ZodError with the path of the first field that does not fit. */
export const readGlossary = (yaml: string): Glossary => glossary.parse(parse(yaml));

/** The glossary of the project, docs/glossary.yaml. */
export const projectGlossary = (): Glossary =>
  readGlossary(readFileSync(new URL('../../docs/glossary.yaml', import.meta.url), 'utf8'));

const cell = (value: string): string => value.replaceAll('|', '\\|');

function neverCell({ never: words }: Term): string {
  return words.map((one) => (one.for === null ? one.words : `${one.words} (${one.for})`)).join(', ');
}

function sourceCell({ source: given }: Term): string {
  if (given === null) return '';
  return 'standard' in given ? given.standard : `${DOCUMENTS[given.document]}: ${given.heading}`;
}

/** The text of docs/GLOSSARY.md. */
export function glossaryDocument(groups: Glossary): string {
  const parts = groups.map(({ title, terms }) => {
    const rows = terms.map(
      (term) =>
        `| ${[`**${term.use}**`, term.meaning, neverCell(term), sourceCell(term)].map(cell).join(' | ')} |`,
    );
    return [
      `## ${title}`,
      '',
      '| Use | Meaning | Never | Source |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return `# Glossary

Generated from [glossary.yaml](glossary.yaml). Do not edit it by hand; after a change of that file run
\`UPDATE=1 npx vitest run tests/generated-files.test.ts\`. A test holds documents, templates, messages, summaries of mutants,
scenarios and rules against the column *Never* (\`tests/architecture/words.test.ts\`). Names in code style, such as fields of
the contract and ids, are frozen and may differ.

${parts.join('\n\n')}
`;
}
