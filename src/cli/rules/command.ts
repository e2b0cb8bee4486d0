import type { Command } from 'commander';
import { MUTANTS } from '../../mutants/index.ts';
import { explainClock, NEEDS } from '../../oracles/index.ts';
import {
  DOCUMENTS,
  findRule,
  INTERPRETATION_NAMES,
  nearRuleIds,
  PACKS,
  RULES,
  type Rule,
  type RuleId,
  SETTINGS,
} from '../../rulebook/index.ts';
import { ConfigError } from '../shared/config-error.ts';
import { loadScenarios } from '../shared/load-scenarios.ts';
import { print, scenarioFolder } from '../shared/ports.ts';
import { example } from './example.ts';

type Filters = {
  readonly area?: string;
  readonly subject?: string;
  readonly level?: string;
  readonly severity?: string;
  readonly binds?: string;
  readonly disposition?: string;
  readonly search?: string;
};

const dispositionOf = ({ disposition }: Rule): string => {
  if (disposition.is === 'not yet') return `not yet: ${disposition.waitsFor}`;
  if (disposition.is === 'judged in part')
    return `judged in part: ${disposition.clauses.judged.join('; ')}. Not judged: ${disposition.clauses.notJudged.join('; ')}`;
  if (disposition.is === 'summed up by') {
    const rest = disposition.notJudged.length > 0 ? `. Not judged: ${disposition.notJudged.join('; ')}` : '';
    return `summed up by ${disposition.rules.join(', ')}${rest}`;
  }
  if (disposition.is !== 'not judgeable') return disposition.is;
  const { missing, interface: supplier } = disposition;
  return `not judgeable: ${missing}${supplier === 'none' ? '; no interface could supply it' : `; ${supplier} could supply it`}`;
};

function list(filters: Filters): void {
  const found = RULES.filter(
    (rule) =>
      (filters.subject === undefined || rule.subject === filters.subject) &&
      (filters.area === undefined || rule.id.startsWith(filters.area)) &&
      (filters.level === undefined || rule.level === filters.level.toUpperCase()) &&
      (filters.severity === undefined || rule.severity === filters.severity) &&
      (filters.binds === undefined || rule.binds === filters.binds) &&
      (filters.disposition === undefined || rule.disposition.is === filters.disposition) &&
      (filters.search === undefined ||
        `${rule.id} ${rule.statement}`.toLowerCase().includes(filters.search.toLowerCase())),
  );
  if (found.length === 0) throw new ConfigError('no rule fits; try fewer filters');
  for (const rule of found) print(`${rule.id}  ${rule.level}  ${dispositionOf(rule)}\n    ${rule.statement}`);
  print(`${found.length} of ${RULES.length} rules`);
}

function explain(id: string): RuleId {
  const rule = findRule(id);
  if (!rule) {
    const near = nearRuleIds(id);
    throw new ConfigError(
      `there is no rule ${id}${near.length > 0 ? `; did you mean ${near.join(', ')}?` : '; see `portalproof rules`'}`,
    );
  }
  print(rule.id);
  if (rule.sameAs) print(`also known as ${rule.sameAs.join(', ')}`);
  print(`\n${rule.statement}\n`);
  print(`level        ${rule.level}, severity ${rule.severity}, basis ${rule.basis}`);
  print(`subject      ${rule.subject}`);
  print(`binds        ${rule.binds}`);
  for (const { document, heading } of rule.sources) print(`source       ${DOCUMENTS[document]}: ${heading}`);
  print(`disposition  ${dispositionOf(rule)}`);
  for (const pack of PACKS) {
    const words = explainClock(pack, rule.id);
    if (words.length === 0) continue;
    print(`\nclock (${pack.id})`);
    for (const word of words) print(`  ${word}`);
    print('interpretations');
    for (const name of INTERPRETATION_NAMES) {
      const differing = Object.keys(SETTINGS).filter(
        (setting) =>
          pack.interpretations[name][setting as keyof typeof SETTINGS] !==
          pack.interpretations.default[setting as keyof typeof SETTINGS],
      );
      const values = differing.map(
        (setting) => `${setting}=${pack.interpretations[name][setting as keyof typeof SETTINGS]}`,
      );
      print(`  ${name.padEnd(8)} ${values.join(' ') || 'every setting at its default'}`);
    }
  }
  tellJudging(rule.id);
  const scenarios = loadScenarios(scenarioFolder()).filter(({ expect }) =>
    expect.some((expected) => expected.rule === rule.id),
  );
  print(`\nscenarios (${scenarios.length})`);
  for (const scenario of scenarios) print(`  ${scenario.id}: ${scenario.title}`);
  const mutants = MUTANTS.filter(({ breaks }) => breaks === rule.id);
  print(`mutants (${mutants.length})`);
  for (const mutant of mutants) print(`  ${mutant.id}: ${mutant.summary}`);
  return rule.id;
}

/** What an implementation must be able to do for a rule to be judged, and what counts as keeping or breaking it. */
function tellJudging(id: RuleId): void {
  const needs = NEEDS.get(id);
  if (!needs) return;
  print(`needs        ${needs.join(', ')}`);
  const { binds } = findRule(id) ?? {};
  if (binds === 'provider')
    print('counts for   nobody: it binds providers, and findings on it stand in a section of their own');
}

/** `portalproof rules`: lists and filters the rules, or explains one. */
export const define = (command: Command): void => {
  command
    .argument('[id]', 'a rule to explain')
    .option('--area <prefix>', 'rules whose id begins so, such as um.preservice')
    .option('--subject <subject>', 'rules of a subject, such as time-frames')
    .option('--level <level>', 'MUST, "MUST NOT", SHOULD or MAY')
    .option('--severity <severity>', 'fail, warn or info')
    .option('--binds <who>', 'plan, provider, delegate or member')
    .option(
      '--disposition <what>',
      'judged, "judged in part", "judged in audit only", "summed up by", "not judgeable", "not yet"',
    )
    .option('--search <words>', 'words of the id or statement')
    .action(async (id: string | undefined, filters: Filters) => {
      if (id === undefined) {
        list(filters);
        return;
      }
      await example(explain(id));
    });
};
