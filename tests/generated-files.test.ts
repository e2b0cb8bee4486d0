import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mappingSchema } from '../src/audit/index.ts';
import { openApiDocument } from '../src/contract/index.ts';
import { auditResults, campaignResults, results, resultsSchema } from '../src/report/index.ts';
import { RULES } from '../src/rulebook/index.ts';
import { packSchema } from '../src/rulebook/written/grammar.ts';
import { scenarioSchema } from '../src/run/index.ts';
import { glossaryDocument, projectGlossary } from './words/glossary.ts';

const place = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Compares a committed file with what the code gives; UPDATE=1 writes it anew. */
function fresh(name: string, text: string): void {
  if (process.env.UPDATE) writeFileSync(place(name), text);
  expect(
    readFileSync(place(name), 'utf8'),
    `${name} is stale: run UPDATE=1 npx vitest run tests/generated-files`,
  ).toBe(text);
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

describe('generated files', () => {
  it('docs/openapi.json is what the contract gives', () => {
    fresh('docs/openapi.json', pretty(openApiDocument()));
  });

  it('docs/openapi.json is valid OpenAPI 3.1 to a public validator', async () => {
    const validator = new Validator();
    const outcome = await validator.validate(openApiDocument());
    expect(outcome.errors ?? []).toEqual([]);
    expect(outcome.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('docs/results.schema.json is what the report gives, and a schema', () => {
    fresh('docs/results.schema.json', pretty(resultsSchema()));
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    expect(ajv.validateSchema(resultsSchema() as object)).toBe(true);
  });

  it('docs/scenario.schema.json is what the harness reads', () => {
    fresh('docs/scenario.schema.json', pretty(scenarioSchema()));
  });

  it.each([
    ['docs/pack.schema.json', packSchema],
    ['docs/mapping.schema.json', mappingSchema],
    ['docs/audit.schema.json', auditResults],
    ['docs/campaign.schema.json', campaignResults],
  ] as const)('%s is what is read or written', (name, schema) => {
    fresh(name, pretty(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })));
  });

  it('the catalogue, the types of its ids and rules/schema.json are what rules/*.yaml say', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [place('scripts/generate-rules.mjs'), ...(process.env.UPDATE ? [] : ['--check'])],
      { encoding: 'utf8' },
    );
    expect(status, stdout + stderr).toBe(0);
  });

  it('the packs, calendars and their schema are what rules/packs, rules/calendars and rules/layouts give', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [place('scripts/generate-packs.mjs'), ...(process.env.UPDATE ? [] : ['--check'])],
      { encoding: 'utf8' },
    );
    expect(status, stdout + stderr).toBe(0);
  });

  it('docs/GLOSSARY.md is what docs/glossary.yaml gives', () => {
    fresh('docs/GLOSSARY.md', glossaryDocument(projectGlossary()));
  });

  it('README.md counts the rules as the catalog has them', () => {
    const counted = (is: string): number => RULES.filter(({ disposition }) => disposition.is === is).length;
    fresh(
      'README.md',
      readFileSync(place('README.md'), 'utf8')
        .replace(/The catalog has \d+ rules/, `The catalog has ${RULES.length} rules`)
        .replace(
          /\d+ are judged(\s)in full(\s)and \d+ in part/,
          `${counted('judged')} are judged$1in full$2and ${counted('judged in part')} in part`,
        ),
    );
  });

  it('docs/rule-ids.txt freezes every rule id: none is renamed, dropped or used again', () => {
    fresh(
      'docs/rule-ids.txt',
      `${RULES.flatMap(({ id, sameAs = [] }) => [id, ...sameAs])
        .sort()
        .join('\n')}\n`,
    );
  });

  it('reports/example/results.json fits the published schema', () => {
    const written = JSON.parse(readFileSync(place('reports/example/results.json'), 'utf8')) as unknown;
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(
      JSON.parse(readFileSync(place('docs/results.schema.json'), 'utf8')) as object,
    );
    expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
    expect(results.safeParse(written).success).toBe(true);
  });
});
