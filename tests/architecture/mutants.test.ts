import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from '../../src/mutants/index.ts';
import { type RuleId, TIME_TABLE_RULES } from '../../src/rulebook/index.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** The text of every file of one subject in one layer. */
const textOf = (layer: string, subject: string): string =>
  readdirSync(join(SRC, layer, subject), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(SRC, layer, subject, file), 'utf8'))
    .join('\n');

const subjects = readdirSync(join(SRC, 'mutants'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'makers')
  .map(({ name }) => name);
const mutants = new Map(subjects.map((subject) => [subject, textOf('mutants', subject)]));
const checks = new Map(subjects.map((subject) => [subject, textOf('oracles', subject)]));

/** The subjects whose mutants name a rule as what they break, each by the id in full. */
const breakersOf = (rule: string): string[] =>
  subjects.filter((subject) => mutants.get(subject)?.includes(`breaks: '${rule}'`));

describe('the mutants', () => {
  it('name the rule that they break by its id in full, in one subject', () => {
    const astray = MUTANTS.filter(({ breaks }) => breakersOf(breaks).length !== 1);
    expect(astray.map(({ id, breaks }) => `${id}: write breaks: '${breaks}' in one folder`)).toEqual([]);
  });

  it('are in the subject whose checks judge that rule', () => {
    const judged = (rule: RuleId, subject = '') =>
      subject === 'time-frames'
        ? TIME_TABLE_RULES.includes(rule)
        : checks.get(subject)?.includes(`'${rule}'`) === true;
    const astray = MUTANTS.filter(({ breaks }) => !judged(breaks, breakersOf(breaks)[0]));
    expect(astray.map(({ id, breaks }) => `${id}: move it to the folder of the check of ${breaks}`)).toEqual(
      [],
    );
  });
});
