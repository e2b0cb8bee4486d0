import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Scenario, scenario } from '../harness/index.ts';
import { ConfigError } from './config-error.ts';

/** Reads every story under a folder. Throws ConfigError that names the file and the field. */
export function loadScenarios(folder: string): Scenario[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return files.map((name) => {
    const parsed = scenario.safeParse(parse(readFileSync(join(folder, name), 'utf8')));
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
