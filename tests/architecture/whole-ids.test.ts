import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from '../../src/mutants/index.ts';
import { NEEDS } from '../../src/oracles/index.ts';
import { type RuleId, ruleOf, TIME_TABLE_RULES } from '../../src/rulebook/index.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The text of all files under a folder of the project that end in one of these, tests left out. */
const textUnder = (folder: string, ending: string): string =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
    .join('\n');

/** Every whole id in a text, with what its grammar puts before it. */
const idsIn = (text: string, before: RegExp): Set<string> =>
  new Set(
    [...text.matchAll(new RegExp(`${before.source}([a-z0-9-]+(?:\\.[a-z0-9-]+)+)`, 'g'))].map(
      ([, id]) => id ?? '',
    ),
  );

const judged = [...NEEDS.keys()];
const missing = (ids: readonly RuleId[], found: Set<string>): readonly RuleId[] =>
  ids.filter((id) => !found.has(id));

describe('the id of every rule that is judged stands whole, so that one search finds all of it:', () => {
  it('in its row', () => {
    expect(missing(judged, idsIn(textUnder('rules', '.yaml'), /- id: /))).toEqual([]);
  });

  it('in its check, under the same subject', () => {
    const bySubject = new Map<string, Set<string>>();
    const astray = judged.filter((id) => {
      const { subject } = ruleOf(id);
      if (!bySubject.has(subject))
        bySubject.set(subject, idsIn(textUnder(`src/oracles/${subject}`, '.ts'), /'/));
      return !bySubject.get(subject)?.has(id);
    });
    expect(astray).toEqual([]);
  });

  it('in its mutant, where it binds the plan or its delegate', () => {
    const ours = judged.filter((id) => ruleOf(id).binds !== 'provider');
    expect(missing(ours, idsIn(textUnder('src/mutants', '.ts'), /breaks: '/))).toEqual([]);
    expect(new Set(MUTANTS.map(({ breaks }) => breaks)).size).toBe(ours.length);
  });

  it('in the expectation of a scenario', () => {
    expect(missing(judged, idsIn(textUnder('scenarios', '.yaml'), /rule: /))).toEqual([]);
  });

  it('in its clock, where it is a time limit', () => {
    const data = textUnder('src/rulebook', '.ts').replaceAll(/^\{"id".*$/gm, '');
    const packs = existsSync(join(ROOT, 'rules/packs')) ? textUnder('rules/packs', '.yaml') : '';
    expect(missing(TIME_TABLE_RULES, idsIn(`${data}\n${packs}`, /[ ']/))).toEqual([]);
  });
});

describe('the checks of time frames', () => {
  it('name the rules of the clocks, all of them and no other', () => {
    const named = judged.filter(
      (id) => ruleOf(id).subject === 'time-frames' || TIME_TABLE_RULES.includes(id),
    );
    expect([...named].sort()).toEqual([...TIME_TABLE_RULES].sort());
  });
});
