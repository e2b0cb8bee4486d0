import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { digestOf } from '../../history/index.ts';
import { type Scenario, scenario } from '../../run/index.ts';
import { ConfigError, named } from './config-error.ts';
import { readScenarios, scenarioFolder } from './ports.ts';

/** What the build has read of the shipped scenarios, by the digest of their text; nothing where it did not. */
function readBefore(): Readonly<Record<string, unknown>> {
  const path = readScenarios();
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : {};
}

/** Reads every scenario under a folder; those that are shipped unless one is given. Throws ConfigError that names the file and the field. */
export function loadScenarios(folder: string = scenarioFolder()): Scenario[] {
  const files = named(`cannot read the scenarios in ${folder}`, () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }),
  )
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const before = readBefore();
  return files.map((name) => {
    const path = join(folder, name);
    const text = named(`cannot read ${path}`, () => readFileSync(path, 'utf8'));
    const value: unknown = before[digestOf(text)] ?? named(`${path} is not YAML`, () => parse(text));
    const parsed = scenario.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new ConfigError(`${join(folder, name)}: ${issue?.path.join('.')}: ${issue?.message}`);
    }
    const expected = name.replaceAll('\\', '/').replace(/\.yaml$/, '');
    if (parsed.data.id !== expected) {
      throw new ConfigError(
        `${join(folder, name)}: its id is ${parsed.data.id}; by its place it must be ${expected}`,
      );
    }
    return parsed.data;
  });
}
