import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The text of one of the report's templates or style sheets, by its file name. */
export const template = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../report/templates/${name}`, import.meta.url)), 'utf8');
