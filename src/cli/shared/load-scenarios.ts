import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Scenario, scenario } from '../../run/index.ts';
import { ConfigError, named } from './config-error.ts';
import { scenarioFolder } from './ports.ts';

/** Reads every scenario under a folder; those that are shipped unless one is given. Throws ConfigError that names the file and the field. */
export function loadScenarios(folder: string = scenarioFolder()): Scenario[] {
  const files = named(`cannot read the scenarios in ${folder}`, () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }),
  )
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return files.map((name) => {
    const path = join(folder, name);
    const value: unknown = named(`${path} is not YAML`, () => parse(readFileSync(path, 'utf8')));
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
