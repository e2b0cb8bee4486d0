import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type CodeSets, codeSets } from '../../contract/index.ts';
import { ConfigError, named } from './config-error.ts';

/** Code sets from a file of one's own. Throws ConfigError that names the file and the field. */
export function loadCodes(path: string): CodeSets {
  const text = named(`cannot read the code sets in ${path}`, () => readFileSync(path, 'utf8'));
  const value: unknown = named(`${path} is not YAML`, () => parse(text));
  const parsed = codeSets.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ConfigError(
    `${path}: ${issue?.path.join('.') || 'the file'}: ${issue?.message}; \`portalproof codes\` shows what it may hold`,
  );
}
